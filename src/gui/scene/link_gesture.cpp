#include "gui/scene/link_gesture.h"

#include <QPainter>

#include "gui/scene/drag_marks.h"
#include "gui/scene/item_names.h"
#include "gui/theme/appearance.h"
#include "tradewind/domain/validate.h"

namespace tradewind::gui {
QString link_refusal(const Portfolio& portfolio, ItemId predecessor, ItemId successor) {
  if (predecessor == successor) return QObject::tr("An item cannot wait for itself. Choose another one.");
  for (const Dependency& row : portfolio.owned_by<&Dependency::predecessor>(predecessor))
    if (row.successor == successor)
      return QObject::tr("“%1” already comes before “%2”.").arg(name_of(portfolio, predecessor), name_of(portfolio, successor));
  const std::vector<ItemId> path = circle_closed_by(portfolio, predecessor, successor);
  if (path.empty()) return {};
  QStringList circle{name_of(portfolio, predecessor)};
  for (const ItemId item : path) circle.append(name_of(portfolio, item));
  return QObject::tr("These items would wait for each other: %1. Remove one of the links between them first.")
      .arg(circle.join(" → "));
}

QString link_label(const Portfolio& portfolio, ItemId predecessor, ItemId successor) {
  return QObject::tr("Place %1 before %2").arg(name_of(portfolio, predecessor), name_of(portfolio, successor));
}

LinkGesture::LinkGesture(Document& document, const End& from, FindBar find, std::function<void(const QString&)> refuse)
    : document_(&document),
      from_(from),
      find_(std::move(find)),
      refuse_(std::move(refuse)),
      at_{from.bar.right(), from.bar.centre().y} {}

void LinkGesture::move(views::Point at) {
  at_ = at;
  to_ = find_(at);
  if (to_ && to_->item == from_.item) to_.reset();
  refusal_ = to_ ? link_refusal(document_->portfolio(), from_.item, to_->item) : QString();
}

void LinkGesture::release(views::Point at) {
  move(at);
  if (!to_) return;
  if (!refusal_.isEmpty()) return refuse_(refusal_);
  document_->edit(link_label(document_->portfolio(), from_.item, to_->item), [&](storage::Edit& edit) {
    Dependency link;
    link.predecessor = from_.item;
    link.successor = to_->item;
    edit.insert(link);
  });
}

QString LinkGesture::sentence() const {
  if (!refusal_.isEmpty()) return refusal_;
  if (to_) return link_label(document_->portfolio(), from_.item, to_->item);
  return QObject::tr("Choose the item that waits for %1, Esc to cancel").arg(name_of(document_->portfolio(), from_.item));
}

void LinkGesture::paint(QPainter& painter) const {
  const QColor color = themed(refusal_.isEmpty() ? views::Token::accent : views::Token::danger);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(color, 2));
  painter.drawRoundedRect(qt_rect(from_.bar).adjusted(-2, -2, 2, 2), 4, 4);
  if (to_) painter.drawRoundedRect(qt_rect(to_->bar).adjusted(-2, -2, 2, 2), 4, 4);
  const QPointF tip = to_ ? QPointF(to_->bar.x, to_->bar.centre().y) : QPointF(at_.x, at_.y);
  painter.drawLine(QPointF(from_.bar.right(), from_.bar.centre().y), tip);
  painter.setBrush(color);
  painter.drawEllipse(tip, 3, 3);
  if (to_) draw_tag(painter, qt_rect(to_->bar), {refusal_.isEmpty() ? sentence() : QObject::tr("Not possible")});
}

}  // namespace tradewind::gui
