#include "gui/scene/scene_pixels.h"

#include <QRegion>
#include <cmath>
#include <utility>

namespace tradewind::gui {

QSize device_size(QSize size, double ratio) {
  return {static_cast<int>(std::ceil(size.width() * ratio)), static_cast<int>(std::ceil(size.height() * ratio))};
}

const QPixmap& ScenePixels::at(QPoint offset, QSize size, double ratio, const Paint& paint) {
  const QSize device = device_size(size, ratio);
  const QRect all(QPoint(0, 0), size);
  // At 125 % the pixels of a picture that is shifted or cut would not lie on those of the screen.
  const bool is_whole = ratio == std::floor(ratio);
  const bool is_same = pixels_.size() == device && offset == offset_;
  const bool can_keep = !pixels_.isNull() && pixels_.devicePixelRatio() == ratio && (is_whole || is_same);
  const int whole = static_cast<int>(ratio);
  const QPoint moved = can_keep ? offset_ - offset : QPoint();
  const QSize kept = !can_keep ? QSize(0, 0) : is_same ? size : pixels_.size() / whole;
  const QRegion missing = QRegion(all).subtracted(QRect(moved, kept));
  if (pixels_.size() != device || pixels_.devicePixelRatio() != ratio) {
    const QPixmap before = std::exchange(pixels_, QPixmap(device));
    pixels_.setDevicePixelRatio(ratio);
    if (can_keep) QPainter(&pixels_).drawPixmap(moved, before);
  } else if (can_keep && !moved.isNull()) {
    pixels_.scroll(moved.x() * whole, moved.y() * whole, QRect(QPoint(0, 0), device));
  }
  offset_ = offset;
  for (const QRect& area : missing) {
    QPainter painter(&pixels_);
    painter.setClipRect(area);
    paint(painter, area);
  }
  return pixels_;
}

}  // namespace tradewind::gui
