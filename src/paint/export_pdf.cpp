// Scenes as PDF pages: vector shapes and embedded fonts.
#include <QBuffer>
#include <QPageLayout>
#include <QPageSize>
#include <QPdfWriter>

#include "paint/file_writer.h"

namespace tradewind::paint {
namespace {

constexpr int dots_per_inch = 1440;  // of Qt's integer page coordinates: 20 to the point

QSizeF size_of(const views::PaperPage& page) { return {page.size.width, page.size.height}; }

QPageLayout layout_of(const views::PaperPage& page) {
  return QPageLayout(QPageSize(size_of(page), QPageSize::Point, QString(), QPageSize::ExactMatch), QPageLayout::Portrait,
                     QMarginsF(0, 0, 0, 0));
}

}  // namespace

Result<ExportedFile> write_pdf(const std::vector<views::Scene>& scenes, const std::filesystem::path& path,
                               const QtTextMeasurer& measurer, const PdfOptions& options) {
  const std::string what = "cannot write " + path.string();
  if (scenes.empty()) return failure(ErrorCode::bad_input, what, "there is nothing to draw", "choose a view");
  for (const views::Scene& scene : scenes)
    if (!(scene.size.width >= 1 && scene.size.height >= 1))
      return failure(ErrorCode::bad_input, what, "the picture has no area", "give a width and a height");
  const std::vector<views::PaperPage> pages = views::paper_pages(scenes, options.paper);

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
      const views::PaperPage& page = pages[static_cast<std::size_t>(at)];
      if (at > 0) {
        writer.setPageLayout(layout_of(page));
        writer.newPage();
      }
      const double dots_per_point = dots_per_inch / 72.0;
      painter.save();
      painter.scale(dots_per_point, dots_per_point);
      const views::Scene& scene = *page.content.scene;
      const views::Token background = scene.background == views::Token::none ? views::Token::base : scene.background;
      painter.fillRect(QRectF(QPointF(0, 0), size_of(page)), qt_color(background, options.theme));
      paint_paper(painter, page, measurer, options.theme);
      painter.restore();
    }
  }
  return write_whole_file(path, content, options.before_page, count);
}

}  // namespace tradewind::paint
