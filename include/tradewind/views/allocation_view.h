// Where the time goes: target, planned and actual shares of the allocation classes, week by week, by team, and what ate
// the time.
//
//     const Scene picture = layout_allocation(portfolio, AllocationOptions{}, measurer);
#pragma once
#include <optional>

#include "tradewind/allocation/allocation.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

/// What stands under the weeks.
enum class AllocationRows : unsigned char {
  teams,   // the weeks of each team; one dot per person, never a name
  people,  // a table of people with the shares of each, by name
};

struct AllocationOptions {
  Size size{1440, 900};
  std::optional<Period> period;  // of the plan; nullopt = the quarter of the last booked day, else the first planned quarter
  std::optional<Span> booked;    // of the time entries; nullopt = the twelve weeks up to the last booked day
  RoadmapId roadmap;             // the first by position when none
  bool header = true;
  bool people = true;  // the dots under each team
  AllocationRows rows = AllocationRows::teams;
};

/// What the view compares: the plan of which period with the time of which weeks, chosen as the options say.
allocation::Query allocation_query(const Portfolio& portfolio, const AllocationOptions& options);

/// Percentages shown in a row add up to 100. Weeks without time entries are gaps that say "no data". The scene is as wide
/// as asked for (at least 720) and at least as high: it grows where teams or causes need more room.
Scene layout_allocation(const Portfolio& portfolio, const AllocationOptions& options, const TextMeasurer& measurer);

/// The room in whose middle a drawn view says that no time is booked yet; nullopt where it does not say that.
std::optional<Rect> room_without_time(const Scene& scene);

}  // namespace tradewind::views
