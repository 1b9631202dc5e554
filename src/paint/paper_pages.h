// Scenes on sheets of paper: which stretch of which scene stands on which page, and painting it there.
#pragma once
#include <QSizeF>
#include <vector>

#include "tradewind/paint/scene_painter.h"

namespace tradewind::paint {

struct PaperPage {
  const views::Scene* scene = nullptr;
  double top = 0, height = 0;  // the stretch of the scene on this page, in logical pixels
  double scale = 1;            // points per logical pixel
  double left = 0;             // of the stretch within the page's content, in points
};

/// `content`: of a page within its margins, in points. A scene is scaled to the width, never enlarged over 1.25; a taller
/// one goes on over several pages. REQUIRES: scene and content have an area.
std::vector<PaperPage> paper_pages(const views::Scene& scene, QSizeF content);

/// The painter's unit is a point, its origin the content's top left corner.
void paint_page(QPainter& painter, const PaperPage& page, const QtTextMeasurer& measurer, views::Theme theme);

}  // namespace tradewind::paint
