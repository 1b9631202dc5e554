#include "gui/scene/milestone_gesture.h"

#include <QPainter>
#include <cmath>

#include "gui/scene/drag_marks.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

MilestoneGesture::MilestoneGesture(Document& document, const Milestone& milestone, const views::TimeAxis& axis,
                                   views::Rect diamond, views::Point press)
    : document_(&document), milestone_(milestone), axis_(axis), diamond_(diamond), press_(press), date_(milestone.date) {}

void MilestoneGesture::move(views::Point at) {
  date_ = add_days(milestone_.date, static_cast<int>(std::lround((at.x - press_.x) / axis_.day_width())));
  date_ = std::clamp(date_, axis_.from(), add_days(axis_.to(), -1));
}

void MilestoneGesture::release(views::Point at) {
  move(at);
  if (date_ == milestone_.date) return;
  document_->edit(QObject::tr("Move the milestone %1").arg(qt_text(milestone_.title)), [&](storage::Edit& edit) {
    Milestone moved = milestone_;
    moved.date = date_;
    edit.update(moved);
  });
}

QString MilestoneGesture::sentence() const {
  return QObject::tr("%1: %2, Esc to cancel").arg(qt_text(milestone_.title), qt_text(to_display(date_)));
}

void MilestoneGesture::paint(QPainter& painter) const {
  const double half = diamond_.width / 2;
  const QPointF centre(axis_.x_of(date_) + 0.5, diamond_.centre().y);
  draw_ghost(painter, diamond_, 0);
  painter.setPen(Qt::NoPen);
  painter.setBrush(themed(views::Token::accent));
  painter.drawPolygon(
      QPolygonF{centre + QPointF(0, -half), centre + QPointF(half, 0), centre + QPointF(0, half), centre + QPointF(-half, 0)});
  draw_tag(painter, QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), {qt_text(to_display(date_))});
}

}  // namespace tradewind::gui
