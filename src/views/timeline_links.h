// Dependency lines: right angles from the end of one bar to the start of another, drawn under the bars.
#pragma once
#include <vector>

#include "tradewind/views/scene.h"
#include "views/timeline_model.h"

namespace tradewind::views::timeline {

inline constexpr double bar_height = 16;

/// Points of each link's line, in the order of model.links; the last leg is horizontal and ends at the successor.
/// Bars need their geometry.
std::vector<std::vector<Point>> route_links(const Model& model);

}  // namespace tradewind::views::timeline
