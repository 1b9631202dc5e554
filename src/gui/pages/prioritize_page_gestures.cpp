// What the pointer and the keys do on the matrix and on the MoSCoW board.
#include <QKeyEvent>
#include <algorithm>
#include <array>
#include <cmath>

#include "gui/pages/prioritize_page.h"
#include "gui/scene/bubble_gesture.h"
#include "gui/scene/card_gesture.h"
#include "gui/scene/cut_gesture.h"
#include "gui/scene/item_names.h"
#include "gui/scene/lasso_gesture.h"
#include "gui/scene/picking.h"
#include "tradewind/scoring/moscow.h"
#include "tradewind/scoring/rice.h"

namespace tradewind::gui {
namespace {

using views::MatrixLine;

constexpr double effort_step = 0.5;  // person-weeks
constexpr double impact_step = 0.05;

/// One step along the scale of RICE; from a value between two steps to the next one.
double next_impact(double impact, int step) {
  double best = impact;
  for (const double one : scoring::rice_impacts) {
    const bool further = step > 0 ? one > impact : one < impact;
    if (further && (best == impact || std::abs(one - impact) < std::abs(best - impact))) best = one;
  }
  return best;
}

}  // namespace

std::unique_ptr<Gesture> PrioritizePage::start_in_matrix(const MarkId& mark, views::Rect bounds, views::Point press) {
  if (!plot_) return nullptr;
  switch (mark.kind) {
    case views::MarkKind::item:
      if (!portfolio().contains(ItemId{mark.id}) || !plot_->frame.contains(press)) return nullptr;
      return std::make_unique<BubbleGesture>(document(), ItemId{mark.id}, *plot_, bounds, press);
    case views::MarkKind::axis:
      return std::make_unique<CutGesture>(document(), static_cast<MatrixLine>(mark.id), *plot_);
    case views::MarkKind::none: {
      const bool adds = (matrix_->press_modifiers() & (Qt::ShiftModifier | Qt::ControlModifier)) != 0;
      return std::make_unique<LassoGesture>(*matrix_, views::MarkKind::item, press,
                                            [this, adds](const std::vector<MarkId>& marks) {
                                              Items items = adds ? selection().items() : Items{};
                                              for (const MarkId& one : marks)
                                                if (std::find(items.begin(), items.end(), ItemId{one.id}) == items.end())
                                                  items.push_back(ItemId{one.id});
                                              selection().select(std::move(items));
                                            });
    }
    default:
      return nullptr;
  }
}

/// Ctrl with the arrows moves the current bubble, with Shift the lines of the quadrants.
bool PrioritizePage::take_matrix_key(QKeyEvent& event) {
  const int across = direction(event.key(), Qt::Key_Left, Qt::Key_Right);
  const int up = direction(event.key(), Qt::Key_Down, Qt::Key_Up);
  if (!plot_ || (across == 0 && up == 0)) return false;
  if (event.modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
    const MatrixLine line = across != 0 ? MatrixLine::effort : MatrixLine::impact;
    const OptionalNumber cut = across != 0 ? plot_->effort_cut : plot_->impact_cut;
    if (!cut.has_value()) return false;
    set_cut(document(), line, rounded_cut(line, cut.value() + (across != 0 ? across * effort_step : up * impact_step)));
    return true;
  }
  const Item* item = portfolio().find(ItemId{matrix_->current().id});
  if (event.modifiers() != Qt::ControlModifier || matrix_->current().kind != views::MarkKind::item || item == nullptr)
    return false;
  const OptionalNumber effort = portfolio().likely_effort(item->id);
  if (!effort.has_value() || !item->impact.has_value()) return false;
  BubbleMove move{effort.value(), item->impact.value()};
  if (across != 0) move.effort = std::max(effort_step, move.effort + across * effort_step);
  if (up != 0) move.impact = next_impact(move.impact, up);
  change_factors(document(), item->id, move);
  return true;
}

std::unique_ptr<Gesture> PrioritizePage::start_on_board(const MarkId& mark, views::Rect bounds, views::Point press) {
  if (mark.kind != views::MarkKind::item) return nullptr;
  dragged_ = together_with(selection(), ItemId{mark.id});
  return std::make_unique<CardGesture>(
      CardGesture::Start{bounds, press, name_of(portfolio(), dragged_), columns_},
      [this](const views::Board::Column& column) { set_moscow(dragged_, static_cast<Moscow>(column.key)); });
}

std::vector<std::pair<ItemId, Moscow>> PrioritizePage::dragged_values() const {
  std::vector<std::pair<ItemId, Moscow>> values;
  const auto* cards = board_ != nullptr ? dynamic_cast<const CardGesture*>(board_->gesture()) : nullptr;
  const views::Board::Column* target = cards != nullptr ? cards->target() : nullptr;
  if (target == nullptr) return values;
  for (const ItemId item : dragged_) values.emplace_back(item, static_cast<Moscow>(target->key));
  return values;
}

/// 1 to 4 for Must, Should, Could and Won't, 0 for none of them; Ctrl with an arrow for the column beside.
bool PrioritizePage::take_board_key(QKeyEvent& event) {
  const MarkId current = board_->current();
  const bool has_card = current.kind == views::MarkKind::item && board_->find(current) != nullptr;
  const Items items = has_card ? together_with(selection(), ItemId{current.id}) : selection().items();
  if (items.empty()) return false;
  if (const int across = direction(event.key(), Qt::Key_Left, Qt::Key_Right);
      across != 0 && event.modifiers() == Qt::ControlModifier && has_card) {
    const views::Point card = board_->find(current)->bounds.centre();
    const auto from =
        std::find_if(columns_.begin(), columns_.end(), [&](const auto& column) { return column.rect.contains(card); });
    const auto to = (from - columns_.begin()) + across;
    if (from != columns_.end() && to >= 0 && to < static_cast<std::ptrdiff_t>(columns_.size()))
      set_moscow(items, static_cast<Moscow>(columns_[static_cast<std::size_t>(to)].key));
    return true;
  }
  if ((event.modifiers() & ~Qt::KeypadModifier) != 0 || event.key() < Qt::Key_0 || event.key() > Qt::Key_4) return false;
  constexpr std::array by_key{Moscow::unset, Moscow::must, Moscow::should, Moscow::could, Moscow::wont};
  set_moscow(items, by_key.at(static_cast<std::size_t>(event.key() - Qt::Key_0)));
  return true;
}

void PrioritizePage::set_moscow(const Items& items, Moscow value) {
  const QString name = name_of(portfolio(), items);
  const QString label = value == Moscow::unset ? tr("Unset the MoSCoW of %1").arg(name)
                                               : tr("Set %1 to %2").arg(name, qt_text(scoring::moscow_name(value)));
  const auto set = [items, value](storage::Edit& edit) {
    for (const ItemId id : items) {
      const Item* known = edit.portfolio().find(id);
      if (known == nullptr) continue;
      Item item = *known;
      item.moscow = value;
      edit.update(item);
    }
  };
  document().edit(label, set, items.size());
}

}  // namespace tradewind::gui
