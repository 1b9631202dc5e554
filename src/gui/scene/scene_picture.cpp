#include "gui/scene/scene_picture.h"

#include <algorithm>
#include <cmath>

#include "gui/scene/scene_pixels.h"
#include "tradewind/paint/scene_painter.h"

namespace tradewind::gui {

void paint_scene_part(QPainter& painter, const LaidScene& laid, const QRect& area, QPoint offset,
                      const paint::QtTextMeasurer& measurer, views::Theme theme) {
  painter.fillRect(area, paint::qt_color(laid.scene.background, theme));
  painter.translate(-offset);
  const QRectF seen = QRectF(area).translated(offset);
  const auto shapes = laid.index.shapes_in({seen.x(), seen.y(), seen.width(), seen.height()});
  paint::PaintOptions options;
  options.shapes = &shapes;
  options.theme = theme;
  options.background = false;
  paint::paint_scene(painter, laid.scene, measurer, options);
}

QPoint furthest_scroll(const views::Scene& scene, QSize viewport) {
  const auto over = [](double content, int room) { return std::max(0, static_cast<int>(std::ceil(content)) - room); };
  return {over(scene.size.width, viewport.width()), over(scene.size.height, viewport.height())};
}

ScenePicture painted(ScenePicture wish, const LaidScene& laid, const paint::QtTextMeasurer& measurer) {
  const QPoint furthest = furthest_scroll(laid.scene, wish.size);
  wish.offset = {std::min(wish.offset.x(), furthest.x()), std::min(wish.offset.y(), furthest.y())};
  wish.pixels = QImage(device_size(wish.size, wish.ratio), QImage::Format_RGB32);
  wish.pixels.setDevicePixelRatio(wish.ratio);
  QPainter painter(&wish.pixels);
  paint_scene_part(painter, laid, QRect(QPoint(0, 0), wish.size), wish.offset, measurer, wish.theme);
  return wish;
}

}  // namespace tradewind::gui
