// Scenes as PDF pages: vector shapes and embedded fonts.
#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <algorithm>
#include <cmath>

#include "paint/file_writer.h"
#include "paint/page_breaks.h"
#include "tradewind/paint/scene_painter.h"

namespace tradewind::paint {
namespace {

constexpr double points_per_pixel = 0.75;  // 96 logical pixels and 72 points to the inch
constexpr double points_per_millimetre = 72 / 25.4;
constexpr double margin = 10 * points_per_millimetre;
constexpr double largest_enlargement = 1.25;
constexpr double largest_page = 14400;  // points: what PDF readers accept
constexpr int dots_per_inch = 1440;     // of Qt's integer page coordinates: 20 to the point

struct Page {
  const views::Scene* scene;
  double top, height;  // the stretch of the scene on this page, in logical pixels
  QSizeF size;         // of the page, in points
  double scale;        // points per logical pixel
  QPointF origin;      // where the scene's stretch begins, in points
};

Page whole_page(const views::Scene& scene) {
  double scale = points_per_pixel;
  scale = std::min({scale, largest_page / scene.size.width, largest_page / scene.size.height});
  return {&scene, 0, scene.size.height, {scene.size.width * scale, scene.size.height * scale}, scale, {0, 0}};
}

std::vector<Page> paper_pages(const views::Scene& scene, QPageSize::PageSizeId paper) {
  const QSizeF portrait = QPageSize(paper).size(QPageSize::Point);
  const QSizeF size(std::max(portrait.width(), portrait.height()), std::min(portrait.width(), portrait.height()));
  const double width = size.width() - 2 * margin;
  const double height = size.height() - 2 * margin;
  const double scale = std::min(width / scene.size.width, largest_enlargement * points_per_pixel);
  const QPointF origin((size.width() - scene.size.width * scale) / 2, margin);
  // A little too tall for one page is better a little smaller than broken.
  if (scene.size.height * scale <= height * 1.3) {
    const double fitting = std::min(scale, height / scene.size.height);
    return {{&scene, 0, scene.size.height, size, fitting, {(size.width() - scene.size.width * fitting) / 2, margin}}};
  }
  std::vector<Page> pages;
  for (const auto& [top, bottom] : page_breaks(scene, height / scale))
    pages.push_back({&scene, top, bottom - top, size, scale, origin});
  return pages;
}

QPageLayout layout_of(const Page& page) {
  return QPageLayout(QPageSize(page.size, QPageSize::Point, QString(), QPageSize::ExactMatch), QPageLayout::Portrait,
                     QMarginsF(0, 0, 0, 0));
}

}  // namespace

Result<ExportedFile> write_pdf(const std::vector<views::Scene>& scenes, const std::filesystem::path& path,
                               const QtTextMeasurer& measurer, const PdfOptions& options) {
  const std::string what = "cannot write " + path.string();
  if (scenes.empty()) return failure(ErrorCode::bad_input, what, "there is nothing to draw", "choose a view");
  std::vector<Page> pages;
  for (const views::Scene& scene : scenes) {
    if (!(scene.size.width >= 1 && scene.size.height >= 1))
      return failure(ErrorCode::bad_input, what, "the picture has no area", "give a width and a height");
    switch (options.page) {
      case PageSize::fit_scene:
        pages.push_back(whole_page(scene));
        break;
      case PageSize::a4_landscape:
      case PageSize::a3_landscape: {
        const auto more = paper_pages(scene, options.page == PageSize::a4_landscape ? QPageSize::A4 : QPageSize::A3);
        pages.insert(pages.end(), more.begin(), more.end());
        break;
      }
    }
  }

  QByteArray content;
  QBuffer buffer(&content);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setTitle(QString::fromStdString(scenes.front().title));
    writer.setCreator(QStringLiteral("Tradewind"));
    writer.setResolution(dots_per_inch);
    writer.setPageLayout(layout_of(pages.front()));
    QPainter painter(&writer);
    if (!painter.isActive()) return failure(ErrorCode::internal, what, "the PDF could not be begun");
    bool first = true;
    for (const Page& page : pages) {
      if (!first) {
        writer.setPageLayout(layout_of(page));
        writer.newPage();
      }
      first = false;
      const double dots_per_point = dots_per_inch / 72.0;
      painter.save();
      painter.scale(dots_per_point, dots_per_point);
      const views::Token background = page.scene->background == views::Token::none ? views::Token::base : page.scene->background;
      painter.fillRect(QRectF(QPointF(0, 0), page.size), qt_color(background, options.theme));
      painter.translate(page.origin);
      painter.scale(page.scale, page.scale);
      painter.translate(0, -page.top);
      PaintOptions paint_options;
      paint_options.theme = options.theme;
      paint_options.background = false;
      if (page.height < page.scene->size.height) {
        painter.setClipRect(QRectF(0, page.top, page.scene->size.width, page.height));
        paint_options.visible = QRectF(0, page.top, page.scene->size.width, page.height);
      }
      paint_scene(painter, *page.scene, measurer, paint_options);
      painter.restore();
    }
  }
  return write_whole_file(path, content);
}

}  // namespace tradewind::paint
