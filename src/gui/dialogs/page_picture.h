// One page of an export as pixels, scaled down to the room there is for it.
#pragma once
#include <QImage>
#include <QRect>

#include "tradewind/paint/export.h"

namespace tradewind::gui {

/// Of the page, in logical pixels of the export.
QSizeF paper_of(paint::PageSize page, const views::Scene& scene);

/// Where a page of that paper stands in a room: in its middle, with an edge around it, at most as large as it is. The room and
/// what is returned are in pixels of the screen, of which `density` make a logical one. Empty for paper without area.
QRect page_within(QSize room, QSizeF paper, double density);

/// On any thread, with a measurer of its own. Null where there is no memory for it.
QImage picture_of_page(const views::Scene& scene, views::Theme theme, paint::PageSize page, QSize size);

}  // namespace tradewind::gui
