// Short ways to put rows into a portfolio.
#pragma once
#include <string>
#include <utility>

#include "tradewind/domain/portfolio.h"

namespace tradewind::build {

inline ItemId item(Portfolio& portfolio, std::string key, std::string title = "An item") {
  Item row;
  row.id = new_id<ItemId>();
  row.key = std::move(key);
  row.title = std::move(title);
  portfolio.insert(row);
  return row.id;
}

template <class Entity, class Change>
void change(Portfolio& portfolio, Id<Entity> id, Change&& apply) {
  Entity row = *portfolio.find(id);
  apply(row);
  portfolio.update(std::move(row));
}

inline TeamId team(Portfolio& portfolio, std::string key, std::string name, int position = 0) {
  Team row;
  row.id = new_id<TeamId>();
  row.key = std::move(key);
  row.name = std::move(name);
  row.position = position;
  portfolio.insert(row);
  return row.id;
}

inline PeriodId period(Portfolio& portfolio, std::string name, Date start, Date end) {
  Period row;
  row.id = new_id<PeriodId>();
  row.name = std::move(name);
  row.start = start;
  row.end = end;
  portfolio.insert(row);
  return row.id;
}

inline RoadmapId roadmap(Portfolio& portfolio) {
  Roadmap row;
  row.id = new_id<RoadmapId>();
  row.name = "Plan";
  portfolio.insert(row);
  return row.id;
}

inline void estimate(Portfolio& portfolio, ItemId item, TeamId team, OptionalNumber likely) {
  Estimate row;
  row.id = new_id<EstimateId>();
  row.item = item;
  row.team = team;
  row.likely = likely;
  portfolio.insert(row);
}

inline void depends(Portfolio& portfolio, ItemId successor, ItemId predecessor) {
  Dependency row;
  row.id = new_id<DependencyId>();
  row.predecessor = predecessor;
  row.successor = successor;
  portfolio.insert(row);
}

inline void place(Portfolio& portfolio, RoadmapId roadmap, ItemId item, PeriodId period) {
  Placement row;
  row.id = new_id<PlacementId>();
  row.roadmap = roadmap;
  row.item = item;
  row.period = period;
  portfolio.insert(row);
}

inline void place(Portfolio& portfolio, RoadmapId roadmap, ItemId item, Date start, Date finish) {
  Placement row;
  row.id = new_id<PlacementId>();
  row.roadmap = roadmap;
  row.item = item;
  row.start = start;
  row.finish = finish;
  portfolio.insert(row);
}

inline void capacity(Portfolio& portfolio, TeamId team, PeriodId period, double person_weeks, double reserve = 0) {
  Capacity row;
  row.id = new_id<CapacityId>();
  row.team = team;
  row.period = period;
  row.typed = person_weeks;
  row.reserve = reserve;
  portfolio.insert(row);
}

}  // namespace tradewind::build
