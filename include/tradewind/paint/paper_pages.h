// Scenes on pages of a given size, paper or screen: which stretch of which scene stands on which page, and painting it there.
//
// Sizes on the page are in the painter's unit: points on paper, pixels on a screen.
#pragma once
#include <QSizeF>
#include <functional>
#include <vector>

#include "tradewind/paint/scene_painter.h"

namespace tradewind::paint {

/// Asked before each page, counted from 0; false gives up. Writers of files ask once more, with page == pages, before the file
/// takes its name.
using BeforePage = std::function<bool(int page, int pages)>;

struct PaperPage {
  const views::Scene* scene = nullptr;
  double top = 0, height = 0;  // the stretch of the scene on this page, in logical pixels
  double scale = 1;            // of a logical pixel on the page
  double left = 0;             // of the stretch within the page's content
};

/// On paper a scene is enlarged to 1.25 at most, in points: 96 logical pixels and 72 points to the inch.
inline constexpr double largest_scale_on_paper = 1.25 * 72 / 96;

/// `content`: of a page within its margins. A scene is scaled to the width, never over `largest_scale`; a taller one goes on
/// over several pages. REQUIRES: scene and content have an area.
std::vector<PaperPage> paper_pages(const views::Scene& scene, QSizeF content, double largest_scale = largest_scale_on_paper);

/// The painter's origin is the content's top left corner.
void paint_page(QPainter& painter, const PaperPage& page, const QtTextMeasurer& measurer, views::Theme theme);

}  // namespace tradewind::paint
