// The roadmap as swimlanes over time: bars, dependencies, milestones, today, and the load of each team below.
//
//     TimelineOptions options;
//     options.today = today();
//     const Scene picture = layout_timeline(portfolio, options, measurer);
#pragma once
#include <optional>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/views/axis.h"
#include "tradewind/views/capacity.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

/// Where an item lies in another plan.
struct TimelineGhost {
  ItemId item;
  Span span;
};

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
  bool milestone_band = false;        // also where there is no milestone: in a window people add one there
  bool room_to_plan = false;          // all coming periods, and lanes also while nothing is placed: people drag items there
  std::size_t unplaced_titles = 8;    // how many unplaced items are named
  std::vector<TimelineGhost> before;  // dashed, with an arrow to where the item lies here; one for an item
};

/// As wide as asked and as high as the lanes need: nothing is cut off, labels of bars count when rows are packed.
/// A bar with a danger outline starts before a predecessor has finished, or ends after its deadline; its mark says which.
/// A line under a bar marks the time in which one of its teams is over capacity.
/// A roadmap without items, placements or periods, or with a filter that cannot be read, gives a page that says what to do.
Scene layout_timeline(const Portfolio& portfolio, const TimelineOptions& options, const TextMeasurer& measurer);

/// What a drag needs to know of the picture.
struct TimelinePlan {
  struct Bar {
    PlacementId placement;
    ItemId item;
    Rect rect;
    Rect area;  // with its name beside it
  };
  /// `key`: the outcome, team or class, or the stage; 0 = without one (stages: the first).
  struct Lane {
    std::int64_t key = 0;
    std::string title;
    Rect rect;
  };
  RoadmapId roadmap;
  LaneRule rule = LaneRule::outcome;
  CapacityFrame frame;
  std::vector<Bar> bars;  // by start
  std::vector<Lane> lanes;
  Rect milestones;  // the band; of no height where there is none
};

/// A rule of the plan that is broken, with the reason: on an item, or on a team in a period.
struct TimelineConflict {
  MarkKind kind = MarkKind::item;  // item or team_period, with the ids of that mark
  std::int64_t id = 0;
  std::int64_t second = 0;
  Phrase sentence;
  double excess = 0;  // person-weeks beyond the capacity, of a team in a period
};

struct Timeline {
  Scene scene;
  std::optional<TimelinePlan> plan;         // nullopt on a page that only says what to do
  std::vector<TeamLoad> loads;              // of the periods shown
  std::vector<TimelineConflict> conflicts;  // items by start, then teams
};
Timeline arrange_timeline(const Portfolio& portfolio, const TimelineOptions& options, const TextMeasurer& measurer);

/// The conflicts alone, without a picture: of all of the plan, or of the days from `from` to `to`.
std::vector<TimelineConflict> timeline_conflicts(const Portfolio& portfolio, const TimelineOptions& options);

}  // namespace tradewind::views
