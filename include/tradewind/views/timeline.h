// The roadmap as swimlanes over time: bars, dependencies, milestones, today, and the load of each team below.
//
//     TimelineOptions options;
//     options.today = today();
//     const Scene picture = layout_timeline(portfolio, options, measurer);
#pragma once
#include <optional>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/axis.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

struct TimelineOptions {
  RoadmapId roadmap;              // none = the first by position
  Date today{};                   // the line, and what is past
  double width = 1440;            // at least 480
  double minimum_height = 0;      // the picture grows to its natural height from here
  std::optional<LaneRule> lanes;  // nullopt = the roadmap's own rule
  std::optional<Date> from;       // first and last day shown (`to` exclusive), widened to whole periods;
  std::optional<Date> to;         // nullopt = all placed items, nearby milestones and today
  bool header = true;             // title and counts above
  bool capacity = true;           // load and capacity of each team below
  bool legend = true;
  std::size_t unplaced_titles = 8;  // how many unplaced items are named
};

/// As wide as asked and as high as the lanes need: nothing is cut off, labels of bars count when rows are packed.
/// A bar with a danger outline starts before a predecessor has finished, or ends after its deadline; its mark says which.
/// A roadmap without items, placements or periods, or with a filter that cannot be read, gives a page that says what to do.
Scene layout_timeline(const Portfolio& portfolio, const TimelineOptions& options, const TextMeasurer& measurer);

/// The picture with what a drag needs to know.
struct Timeline {
  Scene scene;
  std::optional<TimeAxis> axis;  // nullopt on a page that only says what to do
};
Timeline arrange_timeline(const Portfolio& portfolio, const TimelineOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
