#include "gui/scene/cut_gesture.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "gui/scene/drag_marks.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

using views::MatrixLine;

double rounded_cut(MatrixLine line, double value) {
  const double steps = line == MatrixLine::effort ? 2 : 20;
  return std::max(1.0, std::round(value * steps)) / steps;
}

void set_cut(Document& document, MatrixLine line, OptionalNumber value) {
  const QString label = !value.has_value()           ? QObject::tr("Put a quadrant line at the median")
                        : line == MatrixLine::effort ? QObject::tr("Move the effort line of the quadrants")
                                                     : QObject::tr("Move the impact line of the quadrants");
  document.edit(label, [&](storage::Edit& edit) {
    WorkspaceSettings settings = edit.portfolio().settings();
    (line == MatrixLine::effort ? settings.effort_cut : settings.impact_cut) = value.value_or(0);
    edit.update(settings);
  });
}

CutGesture::CutGesture(Document& document, MatrixLine line, const views::Matrix::Plot& plot)
    : document_(&document), line_(line), plot_(plot), value_(line == MatrixLine::effort ? plot.effort_cut : plot.impact_cut) {}

void CutGesture::move(views::Point at) {
  const views::Rect& frame = plot_.frame;
  const double value = line_ == MatrixLine::effort ? plot_.effort.value(std::clamp(at.x, frame.x, frame.right()))
                                                   : plot_.impact.value(std::clamp(at.y, frame.y, frame.bottom()));
  value_ = rounded_cut(line_, value);
}

void CutGesture::release(views::Point at) {
  const OptionalNumber before = line_ == MatrixLine::effort ? plot_.effort_cut : plot_.impact_cut;
  move(at);
  if (value_ != before) set_cut(*document_, line_, value_);
}

QString CutGesture::sentence() const {
  const QString figure = QLocale(QLocale::English).toString(value_.value_or(0), 'g', 4);
  return line_ == MatrixLine::effort ? QObject::tr("Little effort is up to %1 person-weeks").arg(figure)
                                     : QObject::tr("Much impact is from %1 up").arg(figure);
}

void CutGesture::paint(QPainter& painter) const {
  if (!value_.has_value()) return;
  const views::Rect& frame = plot_.frame;
  painter.setPen(QPen(themed(views::Token::accent), 1.5));
  if (line_ == MatrixLine::effort) {
    const double x = plot_.effort.pixel(value_.value());
    painter.drawLine(QPointF(x, frame.y), QPointF(x, frame.bottom()));
    draw_tag(painter, QRectF(x + 6, frame.bottom() - 8, 1, 1), {sentence()});
  } else {
    const double y = plot_.impact.pixel(value_.value());
    painter.drawLine(QPointF(frame.x, y), QPointF(frame.right(), y));
    draw_tag(painter, QRectF(frame.x + 8, y, 1, 1), {sentence()});
  }
}

}  // namespace tradewind::gui
