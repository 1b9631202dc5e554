// Load against capacity of each team in each period, aligned to a time axis; and what a change that is not made yet would
// do to it.
//
//     const auto now = shown_loads(portfolio, roadmap, frame);
//     const Scene picture = layout_capacity(portfolio, frame, {now, loads_with(now, before, after, portfolio)}, measurer);
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/schedule.h"
#include "tradewind/views/axis.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

/// Where the strip lies beside its timeline.
struct CapacityFrame {
  TimeAxis axis;
  PeriodKind kind = PeriodKind::quarter;
  double lane_head = 116;  // width of the column with the teams' names
  double width = 0;        // of the scene
};

/// The loads of those periods of the workspace that the axis shows.
std::vector<TeamLoad> shown_loads(const Portfolio& portfolio, RoadmapId roadmap, const CapacityFrame& frame);

/// With how many decimals a load is shown: one where whole person-weeks would hide that the team is over capacity.
int decimals_of(const TeamLoad& load);
/// "Platform, 2027 Q1: 50 of 48 person-weeks, 6 of them incident reserve; over capacity by 2". REQUIRES: team and period are
/// in the portfolio.
Phrase describe_load(const TeamLoad& load, const Portfolio& portfolio);

/// The work of one item on a roadmap: its estimates, spread over the days of its spans.
struct ItemWork {
  std::vector<Span> spans;
  std::vector<Estimate> estimates;
};
/// The loads as they would be with `after` in the place of `before`.
std::vector<TeamLoad> loads_with(std::vector<TeamLoad> loads, const ItemWork& before, const ItemWork& after,
                                 const Portfolio& portfolio);

/// `then`: as a change under way would make them; cells that it changes are bold and show both, the others grey.
struct CapacityLoads {
  std::vector<TeamLoad> now;
  std::optional<std::vector<TeamLoad>> then;
};
/// The load is planned work and reserve together; what lies beyond the tick is over capacity. Empty without teams or periods.
Scene layout_capacity(const Portfolio& portfolio, const CapacityFrame& frame, const CapacityLoads& loads,
                      const TextMeasurer& measurer);
/// 0 where there is nothing to show.
double capacity_height(const Portfolio& portfolio, const std::vector<TeamLoad>& loads);

}  // namespace tradewind::views
