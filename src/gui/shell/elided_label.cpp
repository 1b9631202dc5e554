#include "gui/shell/elided_label.h"

#include <QStylePainter>

namespace tradewind::gui {

void ElidedLabel::set_line(const QString& line) {
  setTextFormat(Qt::PlainText);
  setText(line);
  setToolTip(line.toHtmlEscaped());
}

QSize ElidedLabel::minimumSizeHint() const { return {0, QLabel::minimumSizeHint().height()}; }

void ElidedLabel::paintEvent(QPaintEvent*) {
  QStylePainter painter(this);
  const QRect room = contentsRect();
  painter.drawItemText(room, static_cast<int>(alignment()), palette(), isEnabled(),
                       fontMetrics().elidedText(text(), Qt::ElideRight, room.width()), foregroundRole());
}

}  // namespace tradewind::gui
