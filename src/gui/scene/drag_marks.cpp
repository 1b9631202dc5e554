#include "gui/scene/drag_marks.h"

#include <algorithm>

#include "gui/theme/appearance.h"

namespace tradewind::gui {

using views::Token;

void draw_tag(QPainter& painter, const QRectF& beside, const QStringList& lines) {
  const QFontMetricsF metrics(painter.font());
  double width = 0;
  for (const QString& line : lines) width = std::max(width, metrics.horizontalAdvance(line));
  const double height = metrics.lineSpacing() * static_cast<double>(lines.size()) + 6;
  QRectF tag(std::max(0.0, beside.left()), beside.top() - height - 4, width + 14, height);
  if (tag.top() < 0) tag.moveTop(beside.bottom() + 4);
  painter.setPen(QPen(themed(Token::line_3), 1));
  painter.setBrush(themed(Token::raised));
  painter.drawRoundedRect(tag, 3, 3);
  painter.setPen(themed(Token::text_1));
  painter.drawText(tag.adjusted(7, 3, -7, -3), Qt::AlignLeft | Qt::AlignVCenter, lines.join('\n'));
}

void draw_drop_target(QPainter& painter, const views::Rect& target) {
  QColor fill = themed(Token::accent_soft);
  fill.setAlpha(110);
  painter.setPen(QPen(themed(Token::accent), 1.5, Qt::DashLine));
  painter.setBrush(fill);
  painter.drawRoundedRect(qt_rect(target).adjusted(1, 1, -1, -1), 4, 4);
}

void draw_ghost(QPainter& painter, const views::Rect& was, double radius) {
  painter.setPen(QPen(themed(Token::ghost), 1.2, Qt::DashLine));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(qt_rect(was), radius, radius);
}

}  // namespace tradewind::gui
