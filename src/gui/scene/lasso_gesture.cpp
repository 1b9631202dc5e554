#include "gui/scene/lasso_gesture.h"

#include <QPainter>
#include <cmath>

#include "gui/scene/drag_marks.h"
#include "gui/shell/count_text.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

LassoGesture::LassoGesture(const SceneView& view, views::MarkKind kind, views::Point press, Take take)
    : view_(&view), kind_(kind), press_(press), at_(press), take_(std::move(take)) {}

views::Rect LassoGesture::area() const {
  return {std::min(press_.x, at_.x), std::min(press_.y, at_.y), std::abs(at_.x - press_.x), std::abs(at_.y - press_.y)};
}

std::vector<const SceneView::MarkedShape*> LassoGesture::inside() const {
  const views::Rect inside_of = area();
  std::vector<const SceneView::MarkedShape*> found;
  for (const SceneView::MarkedShape& one : view_->marks())
    if (one.mark.kind == kind_ && inside_of.contains(one.bounds.centre())) found.push_back(&one);
  return found;
}

void LassoGesture::release(views::Point at) {
  move(at);
  std::vector<MarkId> marks;
  for (const SceneView::MarkedShape* one : inside()) marks.push_back(one->mark);
  take_(marks);
}

QString LassoGesture::sentence() const {
  return QObject::tr("%1 inside").arg(count_text(inside().size(), QObject::tr("item"), QObject::tr("items")));
}

void LassoGesture::paint(QPainter& painter) const {
  QColor fill = themed(views::Token::accent_soft);
  fill.setAlpha(90);
  painter.setPen(QPen(themed(views::Token::accent), 1, Qt::DashLine));
  painter.setBrush(fill);
  painter.drawRect(qt_rect(area()));
  painter.setPen(QPen(themed(views::Token::accent), 2));
  painter.setBrush(Qt::NoBrush);
  for (const SceneView::MarkedShape* one : inside()) painter.drawRoundedRect(qt_rect(one->bounds).adjusted(-2, -2, 2, 2), 4, 4);
}

}  // namespace tradewind::gui
