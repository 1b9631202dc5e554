#include "gui/theme/eliding_style.h"

#include <QPainter>
#include <QStyleFactory>

namespace tradewind::gui {
namespace {

bool is_one_line(int flags, const QString& text) {
  return (flags & (Qt::TextWordWrap | Qt::TextWrapAnywhere | Qt::TextDontClip)) == 0 && !text.contains('\n');
}

}  // namespace

ElidingStyle::ElidingStyle() : QProxyStyle(QStyleFactory::create("Fusion")) {}

void ElidingStyle::drawItemText(QPainter* painter, const QRect& room, int flags, const QPalette& palette, bool enabled,
                                const QString& text, QPalette::ColorRole role) const {
  QString shown = text;
  if (const QFontMetrics metrics = painter->fontMetrics(); is_one_line(flags, text) &&
                                                           metrics.horizontalAdvance(text) > room.width() + 1 &&
                                                           metrics.size(flags, text).width() > room.width() + 1)
    shown = metrics.elidedText(text, Qt::ElideRight, room.width(), flags & Qt::TextShowMnemonic);
  QProxyStyle::drawItemText(painter, room, flags, palette, enabled, shown, role);
}

}  // namespace tradewind::gui
