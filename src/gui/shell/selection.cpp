#include "gui/shell/selection.h"

#include <algorithm>

namespace tradewind::gui {

bool Selection::contains(ItemId item) const { return std::find(items_.begin(), items_.end(), item) != items_.end(); }

void Selection::select(std::vector<ItemId> items) {
  if (items == items_ && !outcome_) return;
  items_ = std::move(items);
  outcome_ = {};
  emit changed();
}

void Selection::select(OutcomeId outcome) {
  if (outcome == outcome_ && items_.empty()) return;
  items_.clear();
  outcome_ = outcome;
  emit changed();
}

}  // namespace tradewind::gui
