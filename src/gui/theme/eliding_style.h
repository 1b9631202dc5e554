// Fusion, but a line that its place cannot hold ends in an ellipsis: Fusion cuts it through a letter.
#pragma once
#include <QProxyStyle>

namespace tradewind::gui {

class ElidingStyle : public QProxyStyle {
 public:
  ElidingStyle();

  void drawItemText(QPainter* painter, const QRect& room, int flags, const QPalette& palette, bool enabled, const QString& text,
                    QPalette::ColorRole role) const override;
};

}  // namespace tradewind::gui
