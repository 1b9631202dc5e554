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

void PrioritizePage::add_actions() {
  add_action(
      {"prioritize.medians", tr("Plan"), tr("Put the quadrant lines at the medians"), {}, {}, tr("matrix cut"), tr("Prioritize")},
      [this] {
        document().edit(tr("Put the quadrant lines at the medians"), [](storage::Edit& edit) {
          WorkspaceSettings settings = edit.portfolio().settings();
          settings.impact_cut = 0;
          settings.effort_cut = 0;
          edit.update(settings);
        });
      });
  const auto add = [this](const QString& id, const QString& text, const QKeySequence& key, const QWidget* heard_by,
                          std::function<void()> run) {
    add_action({.id = "prioritize." + id, .text = text, .shortcut = key, .place = tr("Prioritize"), .heard_by = heard_by},
               std::move(run));
  };
  add("more_effort", tr("More effort for the current bubble"), QKeySequence("Ctrl+Right"), matrix_,
      [this] { move_bubble(1, 0); });
  add("less_effort", tr("Less effort for the current bubble"), QKeySequence("Ctrl+Left"), matrix_,
      [this] { move_bubble(-1, 0); });
  add("more_impact", tr("More impact for the current bubble"), QKeySequence("Ctrl+Up"), matrix_, [this] { move_bubble(0, 1); });
  add("less_impact", tr("Less impact for the current bubble"), QKeySequence("Ctrl+Down"), matrix_,
      [this] { move_bubble(0, -1); });
  add("line_right", tr("Move the effort line right"), QKeySequence("Ctrl+Shift+Right"), matrix_, [this] { move_line(1, 0); });
  add("line_left", tr("Move the effort line left"), QKeySequence("Ctrl+Shift+Left"), matrix_, [this] { move_line(-1, 0); });
  add("line_up", tr("Move the impact line up"), QKeySequence("Ctrl+Shift+Up"), matrix_, [this] { move_line(0, 1); });
  add("line_down", tr("Move the impact line down"), QKeySequence("Ctrl+Shift+Down"), matrix_, [this] { move_line(0, -1); });
  add("card_left", tr("Move the card one column left"), QKeySequence("Ctrl+Left"), board_, [this] { move_card(-1); });
  add("card_right", tr("Move the card one column right"), QKeySequence("Ctrl+Right"), board_, [this] { move_card(1); });
  constexpr std::array by_key{Moscow::unset, Moscow::must, Moscow::should, Moscow::could, Moscow::wont};
  for (std::size_t at = 0; at < by_key.size(); ++at) {
    const Moscow value = by_key.at(at);
    const QString text = value == Moscow::unset ? tr("Take the MoSCoW of the cards away")
                                                : tr("Set the cards to %1").arg(qt_text(scoring::moscow_name(value)));
    add("moscow_" + QString::number(at), text, QKeySequence(Qt::Key_0 + static_cast<int>(at)), board_, [this, value] {
      if (const Items items = chosen_cards(); !items.empty()) set_moscow(items, value);
    });
  }
}

void PrioritizePage::move_line(int across, int up) {
  if (!plot_) return;
  const MatrixLine line = across != 0 ? MatrixLine::effort : MatrixLine::impact;
  const OptionalNumber cut = across != 0 ? plot_->effort_cut : plot_->impact_cut;
  if (!cut.has_value()) return;
  set_cut(document(), line, rounded_cut(line, cut.value() + (across != 0 ? across * effort_step : up * impact_step)));
}

void PrioritizePage::move_bubble(int across, int up) {
  const Item* item = portfolio().find(ItemId{matrix_->current().id});
  if (!plot_ || matrix_->current().kind != views::MarkKind::item || item == nullptr) return;
  const OptionalNumber effort = portfolio().likely_effort(item->id);
  if (!effort.has_value() || !item->impact.has_value()) return;
  BubbleMove move{effort.value(), item->impact.value()};
  if (across != 0) move.effort = std::max(effort_step, move.effort + across * effort_step);
  if (up != 0) move.impact = next_impact(move.impact, up);
  change_factors(document(), item->id, move);
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

PrioritizePage::Items PrioritizePage::chosen_cards() const {
  const MarkId current = board_->current();
  const bool has_card = current.kind == views::MarkKind::item && board_->find(current) != nullptr;
  return has_card ? together_with(selection(), ItemId{current.id}) : selection().items();
}

void PrioritizePage::move_card(int across) {
  const SceneView::MarkedShape* card = board_->find(board_->current());
  if (card == nullptr || card->mark.kind != views::MarkKind::item) return;
  const views::Point centre = card->bounds.centre();
  const auto from =
      std::find_if(columns_.begin(), columns_.end(), [&](const auto& column) { return column.rect.contains(centre); });
  const auto to = (from - columns_.begin()) + across;
  if (from != columns_.end() && to >= 0 && to < static_cast<std::ptrdiff_t>(columns_.size()))
    set_moscow(chosen_cards(), static_cast<Moscow>(columns_[static_cast<std::size_t>(to)].key));
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
