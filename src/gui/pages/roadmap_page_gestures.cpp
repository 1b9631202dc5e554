// What the pointer and the keys do on the roadmap: bars, links, milestones and cards.
#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "gui/dialogs/message_line.h"
#include "gui/pages/roadmap_page.h"
#include "gui/pages/roadmap_tray.h"
#include "gui/scene/bar_gesture.h"
#include "gui/scene/card_gesture.h"
#include "gui/scene/inline_editor.h"
#include "gui/scene/item_names.h"
#include "gui/scene/milestone_gesture.h"
#include "gui/scene/picking.h"
#include "gui/scene/place_gesture.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr QSize title_editor(200, 26);

/// The small disc after the end of a bar, or of its name beside it, from which a link is drawn.
views::Rect handle_of(const views::TimelinePlan::Bar& bar) {
  return {std::max(bar.rect.right(), bar.area.right()) + 2, bar.rect.centre().y - 6, 12, 12};
}

}  // namespace

const RoadmapPage::Bar* RoadmapPage::bar_at(views::Point at) const {
  if (!plan_) return nullptr;
  for (const Bar& bar : plan_->bars)
    if (bar.rect.contains(at)) return &bar;
  for (const Bar& bar : plan_->bars)
    if (bar.area.contains(at)) return &bar;
  return nullptr;
}

/// Of several bars of an item the last: what follows waits for that one.
const RoadmapPage::Bar* RoadmapPage::bar_of(const MarkId& mark) const {
  if (!plan_ || mark.kind != views::MarkKind::item) return nullptr;
  const Bar* last = nullptr;
  for (const Bar& bar : plan_->bars)
    if (bar.item.value == mark.id && (last == nullptr || bar.rect.right() > last->rect.right())) last = &bar;
  return last;
}

const RoadmapPage::Bar* RoadmapPage::handle_at(views::Point at) const {
  if (hovered_ && handle_of(*hovered_).contains(at)) return &*hovered_;
  const Bar* current = view_->hasFocus() ? bar_of(view_->current()) : nullptr;
  return current != nullptr && handle_of(*current).contains(at) ? current : nullptr;
}

Qt::CursorShape RoadmapPage::follow_pointer(const MarkId& mark, std::optional<views::Point> at) {
  if (shows_plan()) return mark.kind == views::MarkKind::item ? Qt::PointingHandCursor : Qt::ArrowCursor;
  const Bar* handle = at ? handle_at(*at) : nullptr;
  const Bar* bar = handle != nullptr ? handle : at ? bar_at(*at) : nullptr;
  const std::optional<Bar> before = hovered_;
  // `bar` may point to the one that is replaced here.
  hovered_ = bar != nullptr ? std::optional(*bar) : std::nullopt;
  for (const std::optional<Bar>& one : {before, hovered_})
    if (one) view_->update_area(handle_of(*one));
  if (handle != nullptr) return Qt::CrossCursor;
  if (hovered_ && hovered_->rect.contains(*at) && part_of_bar(hovered_->rect, *at) != BarPart::whole) return Qt::SizeHorCursor;
  using views::MarkKind;
  const bool can_be_taken = mark.kind == MarkKind::item || mark.kind == MarkKind::milestone || mark.kind == MarkKind::dependency;
  return can_be_taken ? Qt::PointingHandCursor : Qt::ArrowCursor;
}

void RoadmapPage::paint_handles(QPainter& painter) const {
  if (view_->gesture() != nullptr || shows_plan()) return;
  const auto paint = [&](const Bar& bar) {
    const views::Rect handle = handle_of(bar);
    painter.setPen(QPen(themed(views::Token::accent), 1.5));
    painter.setBrush(themed(views::Token::base));
    painter.drawEllipse(QRectF(handle.x + 1, handle.y + 1, 10, 10));
    painter.drawLine(QPointF(handle.x + 3.5, handle.y + 6), QPointF(handle.x + 8.5, handle.y + 6));
    painter.drawPolyline(QPolygonF{QPointF(handle.x + 6.5, handle.y + 4), QPointF(handle.x + 8.5, handle.y + 6),
                                   QPointF(handle.x + 6.5, handle.y + 8)});
  };
  if (hovered_) paint(*hovered_);
  if (const Bar* current = view_->hasFocus() ? bar_of(view_->current()) : nullptr) paint(*current);
}

std::unique_ptr<Gesture> RoadmapPage::start_drag(const MarkId& mark, views::Rect bounds, views::Point press) {
  if (!board_.empty()) return start_card(mark, bounds, press);
  if (!plan_) return nullptr;
  if (const Bar* bar = shows_plan() ? nullptr : handle_at(press)) return start_link(*bar);
  if (mark.kind == views::MarkKind::milestone) {
    const Milestone* milestone = portfolio().find(MilestoneId{mark.id});
    if (milestone == nullptr) return nullptr;
    return std::make_unique<MilestoneGesture>(document(), *milestone, plan_->frame.axis, bounds, press);
  }
  const Bar* bar = mark.kind == views::MarkKind::item ? bar_at(press) : nullptr;
  return bar != nullptr && !hold_plan() ? start_bar(*bar, press) : nullptr;
}

bool RoadmapPage::hold_plan() {
  if (shows_plan()) say(tr("The timeline shows a plan that is not applied. Apply it or cancel it, then move its bars."));
  return shows_plan();
}

std::unique_ptr<Gesture> RoadmapPage::start_bar(const Bar& bar, views::Point press) {
  const Placement* placement = portfolio().find(bar.placement);
  if (placement == nullptr) return nullptr;
  BarGesture::Start start;
  start.placement = *placement;
  // A name beside its bar moves the bar.
  start.part = bar.rect.contains(press) ? part_of_bar(bar.rect, press) : BarPart::whole;
  start.bar = bar.rect;
  start.press = press;
  start.rule = plan_->rule;
  start.lanes = plan_->lanes;
  start.axis = plan_->frame.axis;
  if (start.part == BarPart::whole && selection().contains(bar.item))
    for (const Bar& other : plan_->bars)
      if (const Placement* along = portfolio().find(other.placement);
          along != nullptr && other.item != bar.item && selection().contains(other.item))
        start.companions.push_back({*along, other.rect});
  return std::make_unique<BarGesture>(document(), std::move(start), [this](const QString& reason) { say(reason); });
}

std::unique_ptr<Gesture> RoadmapPage::start_link(const Bar& bar) {
  const auto find = [this](views::Point at) -> std::optional<LinkGesture::End> {
    const Bar* found = bar_at(at);
    return found != nullptr ? std::optional(LinkGesture::End{found->item, found->rect}) : std::nullopt;
  };
  return std::make_unique<LinkGesture>(document(), LinkGesture::End{bar.item, bar.rect}, find,
                                       [this](const QString& reason) { say(reason); });
}

std::unique_ptr<Gesture> RoadmapPage::start_card(const MarkId& mark, views::Rect bounds, views::Point press) {
  if (mark.kind != views::MarkKind::item) return nullptr;
  const Items items = together_with(selection(), ItemId{mark.id});
  return std::make_unique<CardGesture>(CardGesture::Start{bounds, press, name_of(portfolio(), items), board_},
                                       [this, items](const views::Board::Column& column) { drop_cards(items, column); });
}

void RoadmapPage::connect_tray() {
  connect(tray_, &RoadmapTray::drag_began, this,
          [this](const Items& items) { view_->begin_gesture_from_outside(start_place(items)); });
  connect(tray_, &RoadmapTray::dragged, view_, &SceneView::move_gesture_from_outside);
  connect(tray_, &RoadmapTray::dropped, view_, &SceneView::end_gesture_from_outside);
  connect(tray_, &RoadmapTray::drag_cancelled, view_, &SceneView::cancel_gesture);
}

std::unique_ptr<Gesture> RoadmapPage::start_place(const Items& items) {
  if (!plan_ || plan_->lanes.empty() || roadmap() == nullptr) return nullptr;
  const views::Rect& first = plan_->lanes.front().rect;
  const double left = plan_->frame.axis.left();
  PlaceGesture::Start start;
  start.items = items;
  start.period_kind = roadmap()->period_kind;
  start.axis = plan_->frame.axis;
  start.area = {left, first.y, start.axis.right() - left, view_->scene().size.height - first.y};
  return std::make_unique<PlaceGesture>(document(), std::move(start), [this, items](PeriodId period) { place(items, period); });
}

void RoadmapPage::drop_cards(const Items& items, const views::Board::Column& column) {
  const bool is_horizon = shape_ == Shape::now_next_later;
  if (is_horizon && column.key == 0)
    say(tr("There is no period for %1 yet: add one on the page Teams, then move the card there.").arg(qt_text(column.title)));
  else if (!is_horizon && columns_by_stage())
    set_stage(document(), items, static_cast<Stage>(column.key));
  else if (column.key == 0)
    take_off(document(), roadmap_id(), items);
  else
    move_to_period(document(), roadmap_id(), items, PeriodId{column.key});
}

bool RoadmapPage::take_key(QKeyEvent& event) {
  if (event.key() == Qt::Key_Escape && message_->isVisible()) {
    message_->hide();
    return true;
  }
  if (event.key() == Qt::Key_Escape && shows_plan()) {
    close_plan();
    return true;
  }
  return actions().take_key(view_, event);
}

void RoadmapPage::begin_link() {
  const Bar* bar = bar_of(view_->current());
  if (bar == nullptr && selection().current_item()) bar = bar_of(mark_of(selection().current_item()));
  if (bar == nullptr) return say(tr("Choose the bar of the item that comes first, then press L."));
  if (hold_plan()) return;
  view_->set_current(mark_of(bar->item));
  view_->setFocus();
  view_->begin_keyboard_gesture(start_link(*bar));
}

void RoadmapPage::change_lane(const Bar& bar, int step) {
  const auto& lanes = plan_->lanes;
  const auto from =
      std::find_if(lanes.begin(), lanes.end(), [&](const auto& lane) { return lane.rect.contains(bar.rect.centre()); });
  if (from == lanes.end()) return;
  const auto to = (from - lanes.begin()) + step;
  if (to < 0 || to >= static_cast<std::ptrdiff_t>(lanes.size())) return;
  const views::TimelinePlan::Lane& lane = lanes[static_cast<std::size_t>(to)];
  const LaneMove move{plan_->rule, from->key, lane.key};
  const ItemId item = bar.item;
  if (const QString refusal = lane_refusal(portfolio(), item, move); !refusal.isEmpty()) return say(refusal);
  document().edit(tr("Move %1 to %2").arg(name_of(portfolio(), item), qt_text(lane.title)),
                  [&](storage::Edit& edit) { move_to_lane(edit, item, move); });
}

void RoadmapPage::change_column(ItemId item, int step) {
  const SceneView::MarkedShape* card = view_->find(mark_of(item));
  const auto from =
      std::find_if(board_.begin(), board_.end(), [&](const auto& column) { return column.rect.contains(card->bounds.centre()); });
  if (from == board_.end()) return;
  for (auto at = (from - board_.begin()) + step; at >= 0 && at < static_cast<std::ptrdiff_t>(board_.size()); at += step) {
    const views::Board::Column column = board_[static_cast<std::size_t>(at)];
    if (column.takes_cards) return drop_cards(together_with(selection(), item), column);
  }
}

void RoadmapPage::add_milestone_here() {
  if (shape_ != Shape::timeline) show_shape(Shape::timeline);
  if (put_off([this] { add_milestone_here(); })) return;
  if (!plan_) return say(tr("Milestones stand over the time of the plan. Place an item in a period first."));
  const views::TimeAxis& axis = plan_->frame.axis;
  edit_milestone({}, axis.shows(today()) ? today() : axis.from());
}

void RoadmapPage::edit_milestone(MilestoneId id, Date date) {
  const Milestone* known = portfolio().find(id);
  if (!plan_ || (id && known == nullptr)) return;
  const double x = plan_->frame.axis.x_of(known != nullptr ? known->date : date);
  const double left = std::min(x, plan_->frame.width - title_editor.width());
  const views::Rect place{left, plan_->milestones.y, static_cast<double>(title_editor.width()),
                          static_cast<double>(title_editor.height())};
  view_->bring_into_view(place);
  auto* editor = new InlineEditor(view_->viewport(), view_->on_viewport(place),
                                  known != nullptr ? qt_text(known->title) : QString(), [this, id, date](const QString& title) {
                                    if (id)
                                      rename_milestone(document(), id, title);
                                    else
                                      add_milestone(document(), date, title);
                                  });
  editor->setObjectName("milestone_title");
  editor->setAccessibleName(tr("Title of the milestone"));
  editor->setPlaceholderText(id ? QString() : tr("Milestone on %1").arg(qt_text(to_display(date))));
}

}  // namespace tradewind::gui
