#include "gui/scene/bar_gesture.h"

#include <QPainter>
#include <cmath>

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
  if (start_.part != BarPart::whole) return;
  const views::TimelinePlan::Lane* over = lane_at(at.y);
  lane_ = over != nullptr ? over : lane_at(start_.bar.centre().y);
  lane_move_.to = lane_ != nullptr ? lane_->key : lane_move_.from;
  refusal_ = lane_refusal(portfolio, start_.placement.item, lane_move_);
}

QString BarGesture::sentence() const {
  if (!refusal_.isEmpty()) return refusal_;
  const QString dates = qt_text(to_display(now_.span.start) + " – " + to_display(add_days(now_.span.finish, -1)));
  return lane_move_.is_none() ? QObject::tr("%1, Esc to cancel").arg(dates)
                              : QObject::tr("%1, to %2, Esc to cancel").arg(dates, qt_text(lane_->title));
}

std::vector<WorkChange> BarGesture::work_changes() const {
  const Portfolio& portfolio = document_->portfolio();
  const ItemId item = start_.placement.item;
  WorkChange change;
  for (const Placement& placement : portfolio.owned_by<&Placement::item>(item)) {
    const auto span = span_of(placement, portfolio);
    if (placement.roadmap != start_.placement.roadmap || !span) continue;
    change.before.spans.push_back(*span);
    change.after.spans.push_back(placement.id == start_.placement.id ? now_.span : *span);
  }
  change.before.estimates = estimates_after(portfolio, item, {});
  change.after.estimates = refusal_.isEmpty() ? estimates_after(portfolio, item, lane_move_) : change.before.estimates;
  return {change};
}

void BarGesture::release(views::Point at) {
  move(at);
  if (!refusal_.isEmpty()) return refuse_(refusal_);
  if (now_.placement == start_.placement && lane_move_.is_none()) return;
  const QString title = name_of(document_->portfolio(), start_.placement.item);
  const QString label = start_.part != BarPart::whole ? QObject::tr("Change the time of %1").arg(title)
                        : lane_move_.is_none()        ? QObject::tr("Move %1").arg(title)
                                                      : QObject::tr("Move %1 to %2").arg(title, qt_text(lane_->title));
  document_->edit(label, [&](storage::Edit& edit) {
    edit.update(now_.placement);
    move_to_lane(edit, now_.placement.item, lane_move_);
  });
}

void BarGesture::paint(QPainter& painter) const {
  const bool changes_lane = !lane_move_.is_none() && refusal_.isEmpty();
  if (changes_lane) draw_drop_target(painter, lane_->rect);
  draw_ghost(painter, start_.bar, 2.5);
  const views::TimeAxis& axis = start_.axis;
  const double x0 = std::max(axis.x_of(now_.span.start), axis.left());
  const double x1 = std::min(axis.x_of(now_.span.finish), axis.right());
  QRectF bar(x0, start_.bar.y, std::max(6.0, x1 - x0), start_.bar.height);
  if (changes_lane) bar.moveTop(lane_->rect.centre().y - bar.height() / 2);
  QColor fill = themed(views::Token::accent_soft);
  fill.setAlpha(190);
  painter.setPen(QPen(themed(refusal_.isEmpty() ? views::Token::accent : views::Token::danger), 1.5));
  painter.setBrush(fill);
  painter.drawRoundedRect(bar, 3, 3);
  QStringList lines{qt_text(to_display(now_.span.start) + " – " + to_display(add_days(now_.span.finish, -1)))};
  if (changes_lane) lines.append(QObject::tr("to %1").arg(qt_text(lane_->title)));
  draw_tag(painter, bar, lines);
}

}  // namespace tradewind::gui
