#include "gui/scene/bubble_gesture.h"

#include <QLocale>
#include <QPainter>
#include <cmath>

#include "gui/theme/appearance.h"
#include "tradewind/scoring/registry.h"
#include "tradewind/scoring/rice.h"

namespace tradewind::gui {
namespace {

/// All teams' estimates together become the effort, each with its part; without an estimate it is nobody's in particular.
void set_effort(storage::Edit& edit, ItemId item, double effort) {
  std::vector<Estimate> estimates;
  double sum = 0;
  for (const Estimate& estimate : edit.portfolio().owned_by<&Estimate::item>(item)) {
    estimates.push_back(estimate);
    sum += estimate.likely.value_or(0);
  }
  if (estimates.empty() || sum <= 0) {
    Estimate estimate = estimates.empty() ? Estimate{} : estimates.front();
    estimate.item = item;
    estimate.likely = effort;
    if (estimate.id)
      edit.update(estimate);
    else
      edit.insert(estimate);
    return;
  }
  for (Estimate& estimate : estimates)
    for (OptionalNumber* number : {&estimate.low, &estimate.likely, &estimate.high})
      if (number->has_value()) *number = number->value() * effort / sum;
  for (const Estimate& estimate : estimates) edit.update(estimate);
}

QString figure(double value) { return QLocale::c().toString(value, 'g', 4); }

}  // namespace

BubbleMove factors_at(const views::Matrix::Plot& plot, views::Point at, OptionalNumber confidence) {
  BubbleMove move;
  move.effort = std::max(0.5, std::round(plot.effort.value(at.x) * 2) / 2);
  const double expected = plot.impact.value(at.y);
  const double weight = confidence.has_value() && confidence.value() > 0 ? confidence.value() : 1;
  move.impact = scoring::rice_impacts.front();
  for (const double impact : scoring::rice_impacts)
    if (std::abs(impact * weight - expected) < std::abs(move.impact * weight - expected)) move.impact = impact;
  return move;
}

void change_factors(Document& document, ItemId id, const BubbleMove& move) {
  const Item* item = document.portfolio().find(id);
  if (item == nullptr) return;
  const bool same_effort = document.portfolio().likely_effort(id) == OptionalNumber{move.effort};
  if (same_effort && item->impact == OptionalNumber{move.impact}) return;
  document.edit(QObject::tr("Change impact and effort of %1").arg(QString::fromStdString(short_title_of(*item))),
                [&](storage::Edit& edit) {
                  Item changed = *edit.portfolio().find(id);
                  changed.impact = move.impact;
                  edit.update(changed);
                  if (!same_effort) set_effort(edit, id, move.effort);
                });
}

BubbleGesture::BubbleGesture(Document& document, ItemId item, const views::Matrix::Plot& plot, views::Rect bubble,
                             views::Point press)
    : document_(&document), item_(item), plot_(plot), bubble_(bubble) {
  const views::Point middle = bubble.centre();
  grip_ = {middle.x - press.x, middle.y - press.y};
  centre_ = middle;
}

void BubbleGesture::move(views::Point at) {
  const views::Rect& frame = plot_.frame;
  centre_ = {std::clamp(at.x + grip_.x, frame.x, frame.right()), std::clamp(at.y + grip_.y, frame.y, frame.bottom())};
  const Item* item = document_->portfolio().find(item_);
  now_ = factors_at(plot_, centre_, item != nullptr ? item->confidence : OptionalNumber{});
  moved_ = true;
}

void BubbleGesture::release(views::Point at) {
  move(at);
  change_factors(*document_, item_, now_);
}

void BubbleGesture::paint(QPainter& painter) const {
  if (!moved_) return;
  const Item* item = document_->portfolio().find(item_);
  if (item == nullptr) return;
  // Where it was, as a dashed ghost; where it will be; and what that does to the score.
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(themed(views::Token::ghost), 1.2, Qt::DashLine));
  painter.drawEllipse(QRectF(bubble_.x, bubble_.y, bubble_.width, bubble_.height));
  const double weight = item->confidence.value_or(1);
  const QPointF target(plot_.effort.pixel(now_.effort), plot_.impact.pixel(now_.impact * weight));
  painter.setPen(QPen(themed(views::Token::accent), 2));
  painter.setBrush(themed(views::Token::accent_soft));
  painter.drawEllipse(target, bubble_.width / 2, bubble_.height / 2);

  const OptionalNumber effort = document_->portfolio().likely_effort(item_);
  const auto rice = [&](OptionalNumber impact, OptionalNumber person_weeks) {
    const OptionalNumber value = scoring::rice_value({item->reach, impact, item->confidence, person_weeks});
    return value.has_value() ? figure(value.value()) : QString("–");
  };
  const QStringList lines{
      QObject::tr("Effort %1 → %2 pw").arg(effort.has_value() ? figure(effort.value()) : "–", figure(now_.effort)),
      QObject::tr("Impact %1 → %2").arg(item->impact.has_value() ? figure(item->impact.value()) : "–", figure(now_.impact)),
      QObject::tr("RICE %1 → %2").arg(rice(item->impact, effort), rice(now_.impact, now_.effort))};
  const QFontMetricsF metrics(painter.font());
  double width = 0;
  for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
  QRectF box(target.x() + bubble_.width / 2 + 10, target.y() - 8, width + 18, metrics.lineSpacing() * 3 + 12);
  if (box.right() > plot_.frame.right()) box.moveRight(target.x() - bubble_.width / 2 - 10);
  if (box.bottom() > plot_.frame.bottom()) box.moveBottom(plot_.frame.bottom() - 4);
  painter.setPen(QPen(themed(views::Token::line_3), 1));
  painter.setBrush(themed(views::Token::raised));
  painter.drawRoundedRect(box, 4, 4);
  painter.setPen(themed(views::Token::text_1));
  painter.drawText(box.adjusted(9, 6, -9, -6), Qt::AlignLeft | Qt::AlignTop, lines.join('\n'));
}

}  // namespace tradewind::gui
