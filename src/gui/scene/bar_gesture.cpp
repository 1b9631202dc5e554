#include "gui/scene/bar_gesture.h"

#include <QPainter>
#include <cmath>

#include "gui/theme/appearance.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

constexpr double end_width = 7;       // pixels at each end of a bar that grab the end
constexpr double least_to_grab = 28;  // shorter bars can only be moved
constexpr int days_a_week = 7;

int whole_weeks(double days) { return static_cast<int>(std::lround(days / days_a_week)) * days_a_week; }

const Period* period_at(const Portfolio& portfolio, PeriodKind kind, Date date) {
  for (const Period* period : portfolio.periods_in_order(kind))
    if (contains(*period, date)) return period;
  return nullptr;
}

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

BarGesture::BarGesture(Document& document, const Placement& placement, BarPart part, const views::TimeAxis& axis, views::Rect bar,
                       views::Point press)
    : document_(&document), before_(placement), part_(part), axis_(axis), bar_(bar), press_(press) {
  now_ = {placement, *span_of(placement, document.portfolio())};
}

void BarGesture::move(views::Point at) { now_ = moved_placement(document_->portfolio(), before_, part_, axis_, press_.x, at.x); }

void BarGesture::release(views::Point at) {
  move(at);
  if (now_.placement == before_) return;
  const Item* item = document_->portfolio().find(before_.item);
  const QString title = QString::fromStdString(item != nullptr ? short_title_of(*item) : std::string());
  const QString label = part_ == BarPart::whole ? QObject::tr("Move %1") : QObject::tr("Change the time of %1");
  document_->edit(label.arg(title), [&](storage::Edit& edit) { edit.update(now_.placement); });
}

void BarGesture::paint(QPainter& painter) const {
  const double x0 = std::max(axis_.x_of(now_.span.start), axis_.left());
  const double x1 = std::min(axis_.x_of(now_.span.finish), axis_.right());
  const QRectF ghost(x0, bar_.y, std::max(6.0, x1 - x0), bar_.height);
  QColor fill = themed(views::Token::accent_soft);
  fill.setAlpha(190);
  painter.setPen(QPen(themed(views::Token::accent), 1.5));
  painter.setBrush(fill);
  painter.drawRoundedRect(ghost, 3, 3);

  const QString dates = QString::fromStdString(to_display(now_.span.start) + " – " + to_display(add_days(now_.span.finish, -1)));
  const QFontMetricsF metrics(painter.font());
  QRectF tag(ghost.left(), ghost.top() - metrics.height() - 8, metrics.horizontalAdvance(dates) + 12, metrics.height() + 4);
  if (tag.top() < 0) tag.moveTop(ghost.bottom() + 4);
  painter.setPen(QPen(themed(views::Token::line_3), 1));
  painter.setBrush(themed(views::Token::raised));
  painter.drawRoundedRect(tag, 3, 3);
  painter.setPen(themed(views::Token::text_1));
  painter.drawText(tag, Qt::AlignCenter, dates);
}

}  // namespace tradewind::gui
