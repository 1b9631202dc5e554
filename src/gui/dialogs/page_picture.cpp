#include "gui/dialogs/page_picture.h"

#include <QPainter>
#include <algorithm>

#include "tradewind/paint/page_painter.h"

namespace tradewind::gui {
namespace {

constexpr double edge = 16;
constexpr double pixels_per_point = 96.0 / 72.0;

}  // namespace

QSizeF pixels_of(const views::PaperPage& page) { return QSizeF(page.size.width, page.size.height) * pixels_per_point; }

QRect page_within(QSize room, QSizeF page, double density) {
  if (page.isEmpty()) return {};
  const double around = 2 * edge * density;
  const double scale = std::min(
      {density, std::max(1.0, room.width() - around) / page.width(), std::max(1.0, room.height() - around) / page.height()});
  const QSize shown = (page * scale).toSize().expandedTo({1, 1});
  return {QPoint((room.width() - shown.width()) / 2, (room.height() - shown.height()) / 2), shown};
}

QImage picture_of_page(const views::PaperPage& page, views::Theme theme, QSize size) {
  QImage picture(size, QImage::Format_RGB32);
  if (picture.isNull()) return picture;
  picture.fill(paint::qt_color(page.content.scene->background, theme));
  QPainter painter(&picture);
  painter.scale(size.width() / page.size.width, size.height() / page.size.height);
  const paint::QtTextMeasurer measurer;
  paint::paint_paper(painter, page, measurer, theme);
  return picture;
}

}  // namespace tradewind::gui
