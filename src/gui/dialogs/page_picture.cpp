#include "gui/dialogs/page_picture.h"

#include <QPainter>
#include <algorithm>

#include "tradewind/paint/scene_painter.h"

namespace tradewind::gui {
namespace {

constexpr double edge = 16;
// As paint/export.h says it of paper: 96 px an inch, margins of 10 mm, enlarged to 1.25 at most.
constexpr double pixels_of_mm = 96 / 25.4;
constexpr double paper_margin = 10 * pixels_of_mm;
constexpr double largest_scale_on_paper = 1.25;

}  // namespace

QSizeF paper_of(paint::PageSize page, const views::Scene& scene) {
  switch (page) {
    case paint::PageSize::a4_landscape:
      return QSizeF(297, 210) * pixels_of_mm;
    case paint::PageSize::a3_landscape:
      return QSizeF(420, 297) * pixels_of_mm;
    case paint::PageSize::fit_scene:
      break;
  }
  return {scene.size.width, scene.size.height};
}

QRect page_within(QSize room, QSizeF paper, double density) {
  if (paper.isEmpty()) return {};
  const double around = 2 * edge * density;
  const double scale = std::min(
      {density, std::max(1.0, room.width() - around) / paper.width(), std::max(1.0, room.height() - around) / paper.height()});
  const QSize shown = (paper * scale).toSize().expandedTo({1, 1});
  return {QPoint((room.width() - shown.width()) / 2, (room.height() - shown.height()) / 2), shown};
}

QImage picture_of_page(const views::Scene& scene, views::Theme theme, paint::PageSize page, QSize size) {
  QImage picture(size, QImage::Format_RGB32);
  if (picture.isNull()) return picture;
  picture.fill(paint::qt_color(scene.background, theme));
  QPainter painter(&picture);
  const QSizeF paper = paper_of(page, scene);
  painter.scale(size.width() / paper.width(), size.height() / paper.height());
  paint::PaintOptions options;
  options.theme = theme;
  if (page != paint::PageSize::fit_scene) {
    const QRectF content = QRectF(QPointF(), paper).adjusted(paper_margin, paper_margin, -paper_margin, -paper_margin);
    const double to_page = std::min(largest_scale_on_paper, content.width() / std::max(1.0, scene.size.width));
    painter.setClipRect(content);
    painter.translate(content.topLeft());
    painter.scale(to_page, to_page);
    options.visible = QRectF(QPointF(), content.size() / to_page);
  }
  const paint::QtTextMeasurer measurer;
  paint::paint_scene(painter, scene, measurer, options);
  return picture;
}

}  // namespace tradewind::gui
