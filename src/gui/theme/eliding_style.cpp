#include "gui/theme/eliding_style.h"

#include <QPainter>
#include <QStyleFactory>

namespace tradewind::gui {
namespace {

bool keeps_its_lines(int flags) { return (flags & (Qt::TextWordWrap | Qt::TextWrapAnywhere | Qt::TextDontClip)) == 0; }

QString elided(const QString& line, const QFontMetrics& metrics, int width, int flags) {
  const bool is_too_wide = metrics.horizontalAdvance(line) > width + 1 && metrics.size(flags, line).width() > width + 1;
  return is_too_wide ? metrics.elidedText(line, Qt::ElideRight, width, flags & Qt::TextShowMnemonic) : line;
}

}  // namespace

ElidingStyle::ElidingStyle() : QProxyStyle(QStyleFactory::create("Fusion")) {}

void ElidingStyle::drawItemText(QPainter* painter, const QRect& room, int flags, const QPalette& palette, bool enabled,
                                const QString& text, QPalette::ColorRole role) const {
  QString shown = text;
  if (keeps_its_lines(flags)) {
    QStringList lines = text.split('\n');
    for (QString& line : lines) line = elided(line, painter->fontMetrics(), room.width(), flags);
    shown = lines.join('\n');
  }
  QProxyStyle::drawItemText(painter, room, flags, palette, enabled, shown, role);
}

}  // namespace tradewind::gui
