#include "tradewind/paint/paper_pages.h"

#include <algorithm>

#include "paint/page_breaks.h"

namespace tradewind::paint {
namespace {

constexpr double shrunk_at_most = 1.3;  // a little too tall for one page is better a little smaller than broken

}  // namespace

std::vector<PaperPage> paper_pages(const views::Scene& scene, QSizeF content, double largest_scale) {
  const auto page = [&](double top, double bottom, double scale) {
    return PaperPage{&scene, top, bottom - top, scale, (content.width() - scene.size.width * scale) / 2};
  };
  const double scale = std::min(content.width() / scene.size.width, largest_scale);
  if (scene.size.height * scale <= content.height() * shrunk_at_most)
    return {page(0, scene.size.height, std::min(scale, content.height() / scene.size.height))};
  std::vector<PaperPage> pages;
  for (const auto& [top, bottom] : page_breaks(scene, content.height() / scale)) pages.push_back(page(top, bottom, scale));
  return pages;
}

void paint_page(QPainter& painter, const PaperPage& page, const QtTextMeasurer& measurer, views::Theme theme) {
  painter.save();
  painter.translate(page.left, 0);
  painter.scale(page.scale, page.scale);
  painter.translate(0, -page.top);
  PaintOptions options;
  options.theme = theme;
  options.background = false;
  if (page.height < page.scene->size.height) {
    options.visible = QRectF(0, page.top, page.scene->size.width, page.height);
    painter.setClipRect(options.visible);
  }
  paint_scene(painter, *page.scene, measurer, options);
  painter.restore();
}

}  // namespace tradewind::paint
