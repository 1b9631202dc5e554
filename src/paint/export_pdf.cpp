// Scenes as PDF pages: vector shapes and embedded fonts.
#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>
#include <algorithm>

#include "paint/file_writer.h"
#include "tradewind/paint/paper_pages.h"

namespace tradewind::paint {
namespace {

constexpr double points_per_pixel = 0.75;  // 96 logical pixels and 72 points to the inch
constexpr double points_per_millimetre = 72 / 25.4;
constexpr double margin = 10 * points_per_millimetre;
constexpr double largest_page = 14400;  // points: what PDF readers accept
constexpr int dots_per_inch = 1440;     // of Qt's integer page coordinates: 20 to the point

struct Page {
  PaperPage content;
  QSizeF size;        // of the page, in points
  double margin = 0;  // at each side
};

Page whole_page(const views::Scene& scene) {
  const double scale = std::min({points_per_pixel, largest_page / scene.size.width, largest_page / scene.size.height});
  return {{&scene, 0, scene.size.height, scale, 0}, {scene.size.width * scale, scene.size.height * scale}, 0};
}

std::vector<Page> landscape_pages(const views::Scene& scene, QPageSize::PageSizeId paper) {
  const QSizeF portrait = QPageSize(paper).size(QPageSize::Point);
  const QSizeF size(std::max(portrait.width(), portrait.height()), std::min(portrait.width(), portrait.height()));
  std::vector<Page> pages;
  for (const PaperPage& page : paper_pages(scene, size - QSizeF(2 * margin, 2 * margin))) pages.push_back({page, size, margin});
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
        const auto more = landscape_pages(scene, options.page == PageSize::a4_landscape ? QPageSize::A4 : QPageSize::A3);
        pages.insert(pages.end(), more.begin(), more.end());
        break;
      }
    }
  }

  const int count = static_cast<int>(pages.size());
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
    for (int at = 0; at < count; ++at) {
      if (!goes_on(options.before_page, at, count)) return given_up(path);
      const Page& page = pages[static_cast<std::size_t>(at)];
      if (at > 0) {
        writer.setPageLayout(layout_of(page));
        writer.newPage();
      }
      const double dots_per_point = dots_per_inch / 72.0;
      painter.save();
      painter.scale(dots_per_point, dots_per_point);
      const views::Scene& scene = *page.content.scene;
      const views::Token background = scene.background == views::Token::none ? views::Token::base : scene.background;
      painter.fillRect(QRectF(QPointF(0, 0), page.size), qt_color(background, options.theme));
      painter.translate(page.margin, page.margin);
      paint_page(painter, page.content, measurer, options.theme);
      painter.restore();
    }
  }
  return write_whole_file(path, content, options.before_page, count);
}

}  // namespace tradewind::paint
