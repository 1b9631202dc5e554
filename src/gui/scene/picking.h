// How clicks, drags and keys on drawn items follow the selection that all pages share.
#pragma once
#include <algorithm>
#include <vector>

#include "gui/scene/scene_view.h"
#include "gui/shell/selection.h"

namespace tradewind::gui {

/// A click selects; with Ctrl or Shift it adds the item, or takes it out again. On anything else nothing is selected.
inline void pick(Selection& selection, const MarkId& mark, Qt::KeyboardModifiers modifiers) {
  if (mark.kind != views::MarkKind::item) return selection.clear();
  const ItemId item{mark.id};
  if ((modifiers & (Qt::ControlModifier | Qt::ShiftModifier)) == 0) return selection.select(item);
  std::vector<ItemId> items = selection.items();
  if (const auto known = std::find(items.begin(), items.end(), item); known != items.end())
    items.erase(known);
  else
    items.push_back(item);
  selection.select(std::move(items));
}

inline std::vector<MarkId> selected_marks(const Selection& selection) {
  std::vector<MarkId> marks;
  for (const ItemId item : selection.items()) marks.push_back(mark_of(item));
  return marks;
}

/// What a drag or a key on one item is about: all that are selected, where it is one of them.
inline std::vector<ItemId> together_with(const Selection& selection, ItemId item) {
  return selection.contains(item) ? selection.items() : std::vector<ItemId>{item};
}

/// -1 and 1 for the keys of the two directions, else 0.
inline int direction(int key, int back, int forward) { return key == back ? -1 : key == forward ? 1 : 0; }

}  // namespace tradewind::gui
