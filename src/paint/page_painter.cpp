#include "tradewind/paint/page_painter.h"

namespace tradewind::paint {

void paint_page(QPainter& painter, const views::ScenePage& page, const QtTextMeasurer& measurer, views::Theme theme) {
  PaintOptions options;
  options.theme = theme;
  options.background = false;
  for (const views::PagePane& pane : page.panes) {
    painter.save();
    painter.translate(pane.at.x, pane.at.y);
    painter.scale(page.scale, page.scale);
    painter.translate(-pane.part.x, -pane.part.y);
    const views::Size whole = page.scene->size;
    if (pane.part.width < whole.width || pane.part.height < whole.height)
      painter.setClipRect(QRectF(pane.part.x, pane.part.y, pane.part.width, pane.part.height));
    options.shapes = &pane.shapes;
    paint_scene(painter, *page.scene, measurer, options);
    painter.restore();
  }
}

void paint_paper(QPainter& painter, const views::PaperPage& page, const QtTextMeasurer& measurer, views::Theme theme) {
  painter.save();
  painter.translate(page.margin, page.margin);
  paint_page(painter, page.content, measurer, theme);
  if (page.footer) {
    views::Scene footer;
    footer.add(*page.footer);
    PaintOptions options;
    options.theme = theme;
    options.background = false;
    paint_scene(painter, footer, measurer, options);
  }
  painter.restore();
}

}  // namespace tradewind::paint
