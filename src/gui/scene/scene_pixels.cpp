#include "gui/scene/scene_pixels.h"

#include <QRegion>
#include <cmath>

namespace tradewind::gui {

const QPixmap& ScenePixels::at(QPoint offset, QSize size, double ratio, const Paint& paint) {
  const QSize device(static_cast<int>(std::ceil(size.width() * ratio)), static_cast<int>(std::ceil(size.height() * ratio)));
  const QRect all(QPoint(0, 0), size);
  QRegion missing = all;
  if (pixels_.size() != device || pixels_.devicePixelRatio() != ratio) {
    pixels_ = QPixmap(device);
    pixels_.setDevicePixelRatio(ratio);
  } else {
    const QPoint moved = offset_ - offset;
    // At 125 % the pixels of a shifted picture would not lie on those of the screen.
    const bool can_shift =
        ratio == std::floor(ratio) && std::abs(moved.x()) < size.width() && std::abs(moved.y()) < size.height();
    if (moved.isNull()) {
      missing = {};
    } else if (can_shift) {
      const int whole = static_cast<int>(ratio);
      pixels_.scroll(moved.x() * whole, moved.y() * whole, QRect(QPoint(0, 0), device));
      missing = missing.subtracted(QRegion(all.translated(moved)));
    }
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
