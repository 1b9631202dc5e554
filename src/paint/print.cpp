#include "tradewind/paint/print.h"

namespace tradewind::paint {
namespace {

constexpr double points_per_inch = 72;
constexpr double least_content = 72;  // points a side: below it nothing can be read

}  // namespace

Result<int> print_scenes(const std::vector<views::Scene>& scenes, QPagedPaintDevice& device, const QtTextMeasurer& measurer,
                         const BeforePage& before_page) {
  const std::string what = "cannot print";
  const QSizeF content = device.pageLayout().paintRect(QPageLayout::Point).size();
  if (content.width() < least_content || content.height() < least_content)
    return failure(ErrorCode::bad_input, what, "the margins leave no room on the page", "choose larger paper or smaller margins");
  const std::vector<views::PaperPage> pages = views::paper_pages(scenes, views::Size{content.width(), content.height()});
  if (pages.empty()) return failure(ErrorCode::bad_input, what, "there is nothing to draw", "choose another view");

  const int count = static_cast<int>(pages.size());
  // Asked before the device begins as well: giving up at once leaves no empty sheet.
  if (before_page && !before_page(0, count)) return 0;
  QPainter painter(&device);
  if (!painter.isActive())
    return failure(ErrorCode::internal, what, "the printer did not begin", "choose another printer, or export a PDF");
  for (int at = 0; at < count; ++at) {
    if (at > 0) {
      if (before_page && !before_page(at, count)) return at;
      if (!device.newPage())
        return failure(ErrorCode::internal, what, "the printer took no more pages", "look at the printer and try again");
    }
    painter.save();
    painter.scale(device.logicalDpiX() / points_per_inch, device.logicalDpiY() / points_per_inch);
    paint_paper(painter, pages[static_cast<std::size_t>(at)], measurer, views::Theme::light);
    painter.restore();
  }
  return count;
}

}  // namespace tradewind::paint
