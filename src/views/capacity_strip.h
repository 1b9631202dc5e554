// The capacity strip as a part of a larger picture.
#pragma once
#include "tradewind/views/capacity.h"
#include "views/scene_pen.h"

namespace tradewind::views {

/// Draws nothing without teams or periods. Returns the y below.
double draw_capacity_strip(ScenePen& pen, const Portfolio& portfolio, const CapacityFrame& frame, const CapacityLoads& loads,
                           double top);

}  // namespace tradewind::views
