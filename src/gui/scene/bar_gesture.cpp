#include "gui/scene/bar_gesture.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>

#include "gui/scene/drag_marks.h"
#include "gui/scene/item_names.h"
#include "gui/scene/period_at.h"
#include "gui/theme/appearance.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

constexpr double end_width = 7;       // pixels at each end of a bar that grab the end
constexpr double least_to_grab = 28;  // shorter bars can only be moved
constexpr int days_a_week = 7;

/// A placement in a period goes to the one that holds its middle then, where there is one.
Placement shifted(const Portfolio& portfolio, Placement placement, int days) {
  const Span span = *span_of(placement, portfolio);
  const Period* own = placement.start ? nullptr : portfolio.find(placement.period);
  if (own != nullptr) {
    const Date middle = add_days(span.start, days + days_between(span.start, span.finish) / 2);
    if (const Period* there = period_at(portfolio, own->kind, middle)) placement.period = there->id;
    return placement;
  }
  placement.period = {};
  placement.start = add_days(span.start, days);
  placement.finish = add_days(span.finish, days);
  return placement;
}

int whole_weeks(double days) { return static_cast<int>(std::lround(days / days_a_week)) * days_a_week; }

}  // namespace

BarPart part_of_bar(views::Rect bar, views::Point press) {
  if (bar.width < least_to_grab) return BarPart::whole;
  if (press.x - bar.x < end_width) return BarPart::beginning;
  if (bar.right() - press.x < end_width) return BarPart::end;
  return BarPart::whole;
}

BarMove moved_placement(const Portfolio& portfolio, const Placement& placement, BarPart part, const views::TimeAxis& axis,
                        double press_x, double now_x) {
  const Span before = *span_of(placement, portfolio);
  BarMove moved{placement, before};
  const bool is_in_period = !placement.start && portfolio.contains(placement.period);
  if (is_in_period && part == BarPart::whole) {
    const Period* period = period_at(portfolio, portfolio.find(placement.period)->kind, axis.date_of(now_x));
    if (period == nullptr) return moved;
    moved.placement.period = period->id;
    moved.span = {period->start, period->end};
    return moved;
  }
  const int days = whole_weeks((now_x - press_x) / axis.day_width());
  if (days == 0) return moved;
  if (part != BarPart::end) moved.span.start = add_days(before.start, days);
  if (part != BarPart::beginning) moved.span.finish = add_days(before.finish, days);
  // A bar keeps at least a week.
  if (part == BarPart::beginning) moved.span.start = std::min(moved.span.start, add_days(before.finish, -days_a_week));
  if (part == BarPart::end) moved.span.finish = std::max(moved.span.finish, add_days(before.start, days_a_week));
  moved.placement.period = {};
  moved.placement.start = moved.span.start;
  moved.placement.finish = moved.span.finish;
  return moved;
}

BarGesture::BarGesture(Document& document, Start start, std::function<void(const QString&)> refuse)
    : document_(&document), start_(std::move(start)), refuse_(std::move(refuse)) {
  now_ = {start_.placement, *span_of(start_.placement, document.portfolio())};
  lane_ = lane_at(start_.bar.centre().y);
  lane_move_ = {start_.rule, lane_ != nullptr ? lane_->key : 0, lane_ != nullptr ? lane_->key : 0};
}

const views::TimelinePlan::Lane* BarGesture::lane_at(double y) const {
  for (const auto& lane : start_.lanes)
    if (y >= lane.rect.y && y < lane.rect.bottom()) return &lane;
  return nullptr;
}

void BarGesture::move(views::Point at) {
  const Portfolio& portfolio = document_->portfolio();
  now_ = moved_placement(portfolio, start_.placement, start_.part, start_.axis, start_.press.x, at.x);
  if (start_.part != BarPart::whole || !start_.companions.empty()) return;
  const views::TimelinePlan::Lane* over = lane_at(at.y);
  lane_ = over != nullptr ? over : lane_at(start_.bar.centre().y);
  lane_move_.to = lane_ != nullptr ? lane_->key : lane_move_.from;
  refusal_ = lane_refusal(portfolio, start_.placement.item, lane_move_);
}

QString BarGesture::sentence() const {
  if (!refusal_.isEmpty()) return refusal_;
  const QString dates = qt_text(to_display(now_.span.start) + " – " + to_display(last_day(now_.span)));
  if (!start_.companions.empty()) return QObject::tr("%1: %2, Esc to cancel").arg(title(), dates);
  return lane_move_.is_none() ? QObject::tr("%1, Esc to cancel").arg(dates)
                              : QObject::tr("%1, to %2, Esc to cancel").arg(dates, qt_text(lane_->title));
}

std::vector<Placement> BarGesture::moved() const {
  const Portfolio& portfolio = document_->portfolio();
  const int days = days_between(span_of(start_.placement, portfolio)->start, now_.span.start);
  std::vector<Placement> all{now_.placement};
  for (const Companion& one : start_.companions)
    all.push_back(days == 0 ? one.placement : shifted(portfolio, one.placement, days));
  return all;
}

QString BarGesture::title() const {
  std::vector<ItemId> items{start_.placement.item};
  for (const Companion& one : start_.companions)
    if (std::find(items.begin(), items.end(), one.placement.item) == items.end()) items.push_back(one.placement.item);
  return name_of(document_->portfolio(), items);
}

std::vector<WorkChange> BarGesture::work_changes() const {
  const Portfolio& portfolio = document_->portfolio();
  std::map<ItemId, std::map<PlacementId, Span>> spans;
  for (const Placement& placement : moved())
    if (const auto span = span_of(placement, portfolio)) spans[placement.item][placement.id] = *span;
  std::vector<WorkChange> changes;
  for (const auto& [item, moved_spans] : spans) {
    WorkChange& change = changes.emplace_back();
    for (const Placement& placement : portfolio.owned_by<&Placement::item>(item)) {
      const auto span = span_of(placement, portfolio);
      if (placement.roadmap != start_.placement.roadmap || !span) continue;
      const auto now = moved_spans.find(placement.id);
      change.before.spans.push_back(*span);
      change.after.spans.push_back(now != moved_spans.end() ? now->second : *span);
    }
    const bool changes_lane = item == start_.placement.item && refusal_.isEmpty();
    change.before.estimates = estimates_after(portfolio, item, {});
    change.after.estimates = changes_lane ? estimates_after(portfolio, item, lane_move_) : change.before.estimates;
  }
  return changes;
}

void BarGesture::release(views::Point at) {
  move(at);
  if (!refusal_.isEmpty()) return refuse_(refusal_);
  if (now_.placement == start_.placement && lane_move_.is_none()) return;
  const QString label = start_.part != BarPart::whole ? QObject::tr("Change the time of %1").arg(title())
                        : lane_move_.is_none()        ? QObject::tr("Move %1").arg(title())
                                                      : QObject::tr("Move %1 to %2").arg(title(), qt_text(lane_->title));
  const std::vector<Placement> rows = moved();
  const auto store = [&](storage::Edit& edit) {
    for (const Placement& row : rows) edit.update(row);
    move_to_lane(edit, now_.placement.item, lane_move_);
  };
  document_->edit(label, store, rows.size());
}

QRectF BarGesture::rect_of(const Span& span, const views::Rect& bar) const {
  const double x0 = std::max(start_.axis.x_of(span.start), start_.axis.left());
  const double x1 = std::min(start_.axis.x_of(span.finish), start_.axis.right());
  return {x0, bar.y, std::max(6.0, x1 - x0), bar.height};
}

void BarGesture::paint(QPainter& painter) const {
  const bool changes_lane = !lane_move_.is_none() && refusal_.isEmpty();
  if (changes_lane) draw_drop_target(painter, lane_->rect);
  draw_ghost(painter, start_.bar, 2.5);
  for (const Companion& one : start_.companions) draw_ghost(painter, one.bar, 2.5);
  QRectF bar = rect_of(now_.span, start_.bar);
  if (changes_lane) bar.moveTop(lane_->rect.centre().y - bar.height() / 2);
  QColor fill = themed(views::Token::accent_soft);
  fill.setAlpha(190);
  painter.setPen(QPen(themed(refusal_.isEmpty() ? views::Token::accent : views::Token::danger), 1.5));
  painter.setBrush(fill);
  painter.drawRoundedRect(bar, 3, 3);
  const std::vector<Placement> all = moved();
  for (std::size_t at = 0; at < start_.companions.size(); ++at)
    if (const auto span = span_of(all[at + 1], document_->portfolio()))
      painter.drawRoundedRect(rect_of(*span, start_.companions[at].bar), 3, 3);
  QStringList lines{qt_text(to_display(now_.span.start) + " – " + to_display(last_day(now_.span)))};
  if (changes_lane) lines.append(QObject::tr("to %1").arg(qt_text(lane_->title)));
  draw_tag(painter, bar, lines);
}

}  // namespace tradewind::gui
