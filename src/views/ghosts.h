// Where something lay in another plan, and the way from there.
#pragma once
#include "views/scene_pen.h"

namespace tradewind::views {

/// Dashed: where it was.
void draw_ghost(ScenePen& pen, const Rect& before);
/// An arrow from the ghost to the bar, where there is room between them.
void draw_way(ScenePen& pen, const Rect& before, const Rect& after, Token color);

}  // namespace tradewind::views
