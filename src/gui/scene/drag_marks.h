// What drags have in common on the screen: the tag with figures beside the pointer, and the place where something may be let
// go.
#pragma once
#include <QPainter>
#include <QStringList>

#include "tradewind/views/scene.h"

namespace tradewind::gui {

inline QRectF qt_rect(const views::Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

/// Over the rectangle where there is room, else under it.
void draw_tag(QPainter& painter, const QRectF& beside, const QStringList& lines);
void draw_drop_target(QPainter& painter, const views::Rect& target);
/// The dashed outline of where something was.
void draw_ghost(QPainter& painter, const views::Rect& was, double radius);

}  // namespace tradewind::gui
