// The pixels of a viewport, kept: scrolling paints only what comes into sight, and what moves over the scene (a drag, the
// focus) costs a copy.
#pragma once
#include <QPainter>
#include <QPixmap>
#include <functional>

namespace tradewind::gui {

class ScenePixels {
 public:
  /// Paints an area (of the viewport) opaquely.
  using Paint = std::function<void(QPainter& painter, const QRect& area)>;

  /// What the viewport shows at that scroll offset; `ratio` is device pixels per logical pixel.
  const QPixmap& at(QPoint offset, QSize size, double ratio, const Paint& paint);
  /// The next at() paints everything.
  void forget() { pixels_ = {}; }

 private:
  QPixmap pixels_;
  QPoint offset_;
};

}  // namespace tradewind::gui
