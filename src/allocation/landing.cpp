#include "allocation/landing.h"

#include <algorithm>

namespace tradewind::allocation {

RoadmapId roadmap_or_first(const Portfolio& portfolio, RoadmapId roadmap) {
  if (roadmap) return roadmap;
  const Roadmap* first = portfolio.roadmap_by_name({});
  return first == nullptr ? RoadmapId{} : first->id;
}

std::unordered_map<ItemId, Date> landing_days(const Portfolio& portfolio, RoadmapId roadmap) {
  std::unordered_map<ItemId, Date> days;
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap_or_first(portfolio, roadmap))) {
    const auto [day, is_new] = days.try_emplace(placed.item, placed.span.finish);
    if (!is_new) day->second = std::max(day->second, placed.span.finish);
  }
  return days;
}

PeriodId quarter_of_landing(const std::vector<const Period*>& quarters, Date landing) {
  const Date day = last_working_day(landing);
  for (const Period* quarter : quarters)
    if (quarter->start <= day && day < quarter->end) return quarter->id;
  return {};
}

}  // namespace tradewind::allocation
