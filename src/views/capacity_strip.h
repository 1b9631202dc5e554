// Load against capacity of each team in each period, aligned to a time axis.
#pragma once
#include <vector>

#include "tradewind/views/axis.h"
#include "views/scene_pen.h"

namespace tradewind::views {

struct CapacityStrip {
  const Portfolio& portfolio;
  RoadmapId roadmap;
  const TimeAxis& axis;
  PeriodKind kind;
  double lane_head;  // width of the column with the teams' names
  double width;      // of the scene
};

/// The load is planned work and reserve together; what lies beyond the tick is over capacity. Draws nothing without teams or
/// periods. Returns the y below.
double draw_capacity_strip(ScenePen& pen, const CapacityStrip& strip, double top);
double capacity_strip_height(const CapacityStrip& strip);

}  // namespace tradewind::views
