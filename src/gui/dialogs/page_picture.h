// One page of an export as pixels, scaled down to the room there is for it.
#pragma once
#include <QImage>
#include <QRect>

#include "tradewind/views/paper.h"

namespace tradewind::gui {

/// Of the page, in logical pixels.
QSizeF pixels_of(const views::PaperPage& page);

/// Where a page of that size stands in a room: in its middle, with an edge around it, at most as large as it is. The room and
/// what is returned are in pixels of the screen, of which `density` make a logical one. Empty for a page without area.
QRect page_within(QSize room, QSizeF page, double density);

/// On any thread, with a measurer of its own. Null where there is no memory for it.
QImage picture_of_page(const views::PaperPage& page, views::Theme theme, QSize size);

}  // namespace tradewind::gui
