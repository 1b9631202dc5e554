// Draws the pages that views/scene_pages.h and views/paper.h lay out.
#pragma once
#include <functional>

#include "tradewind/paint/scene_painter.h"
#include "tradewind/views/paper.h"

namespace tradewind::paint {

/// Asked before each page, counted from 0; false gives up. Writers of files ask once more, with page == pages, before the file
/// takes its name.
using BeforePage = std::function<bool(int page, int pages)>;

/// The painter's origin is the top left corner of the sheet's room, its unit that of the sheet. Without the scene's ground.
void paint_page(QPainter& painter, const views::ScenePage& page, const QtTextMeasurer& measurer, views::Theme theme);

/// With its footer. The painter's origin is the corner of the paper, its unit the point.
void paint_paper(QPainter& painter, const views::PaperPage& page, const QtTextMeasurer& measurer, views::Theme theme);

}  // namespace tradewind::paint
