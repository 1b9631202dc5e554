// The pixels of a viewport, kept: scrolling paints only what comes into sight, and what moves over the scene (a drag, the
// focus) costs a copy.
#pragma once
#include <QImage>
#include <QPainter>
#include <QPixmap>
#include <functional>

namespace tradewind::gui {

/// In device pixels; `ratio` of them are a logical one.
QSize device_size(QSize size, double ratio);

class ScenePixels {
 public:
  /// Paints an area (of the viewport) opaquely.
  using Paint = std::function<void(QPainter& painter, const QRect& area)>;

  /// What the viewport shows at that scroll offset.
  const QPixmap& at(QPoint offset, QSize size, double ratio, const Paint& paint);
  /// The next at() paints everything.
  void forget() { pixels_ = {}; }
  /// Painted elsewhere, of device_size().
  void put(QImage picture, QPoint offset) {
    pixels_ = QPixmap::fromImage(std::move(picture));
    offset_ = offset;
  }

 private:
  QPixmap pixels_;
  QPoint offset_;
};

}  // namespace tradewind::gui
