// From placements to calendar spans: where each item of a roadmap lies. Every view, the load and the allocation use this
// one reading of a placement.
#pragma once
#include <vector>

#include "tradewind/domain/portfolio.h"

namespace tradewind {

struct Span {
  Date start{};
  Date finish{};  // exclusive
  friend bool operator==(const Span&, const Span&) = default;
};

/// The day on which its work ends, wherever that is shown or held against a deadline: the last working day, or the first day
/// where all of it lies on a weekend.
Date last_day(const Span& span);

struct ScheduledItem {
  ItemId item;
  PlacementId placement;
  Span span;
};

/// The dates of a placement: its own where start and finish are given, else those of its period; nullopt when it has neither.
std::optional<Span> span_of(const Placement& placement, const Portfolio& portfolio);
/// Whether it was put into its period, with or without days inside it; else its dates alone say where it lies.
bool is_in_period(const Placement& placement, const Portfolio& portfolio);
/// Placed items of a roadmap by start date, then rank.
std::vector<ScheduledItem> schedule_of(const Portfolio& portfolio, RoadmapId roadmap);
/// Share (0–1) of the span's days that lie in [start, end).
double share_in(const Span& span, Date start, Date end);

/// Load of a team in a period in person-weeks: likely effort spread evenly over the days of each placed item (over all its
/// placements together, where it is placed more than once).
/// `planned` leaves the reserve out.
struct TeamLoad {
  TeamId team;
  PeriodId period;
  double planned = 0;
  double reserve = 0;
  OptionalNumber capacity;  // unknown when nobody has said
};
/// One entry per team (in order) and period (by start).
std::vector<TeamLoad> team_loads(const Portfolio& portfolio, RoadmapId roadmap, const std::vector<const Period*>& periods);
/// More work and reserve than capacity, compared in tenths of a person-week: two figures that read the same are no overload, and
/// spreading effort over days leaves crumbs. Never where the capacity is unknown.
bool is_over_capacity(const TeamLoad& load);

}  // namespace tradewind
