// A small plan to ask questions of: two teams with ten person-weeks a quarter, three quarters of 2027.
#pragma once
#include <functional>
#include <string>

#include "tradewind/domain/portfolio.h"

namespace tradewind::workbench {

class SmallPlan {
 public:
  SmallPlan() {
    Roadmap roadmap;
    roadmap.id = RoadmapId{1};
    roadmap.name = "Plan";
    portfolio.insert(roadmap);
    for (int at = 0; at < 3; ++at) {
      Period period;
      period.id = PeriodId{at + 1};
      period.kind = PeriodKind::quarter;
      period.name = "2027Q" + std::to_string(at + 1);
      period.start = make_date(2027, static_cast<unsigned>(3 * at + 1), 1);
      period.end = make_date(2027, static_cast<unsigned>(3 * at + 4), 1);
      portfolio.insert(period);
    }
    for (int at = 0; at < 2; ++at) {
      Team team;
      team.id = TeamId{at + 1};
      team.name = at == 0 ? "Platform" : "Data";
      team.position = at;
      portfolio.insert(team);
      for (int period = 0; period < 3; ++period) {
        Capacity capacity;
        capacity.id = CapacityId{10 * at + period + 1};
        capacity.team = team.id;
        capacity.period = PeriodId{period + 1};
        capacity.typed = 10;
        portfolio.insert(capacity);
      }
    }
  }

  ItemId add(const std::string& title, int quarter, int team, double effort) {
    Item item;
    item.id = ItemId{++items};
    item.key = "TW-" + std::to_string(items);
    item.rank = item.key;
    item.title = title;
    item.cost_of_delay = 1000;
    portfolio.insert(item);
    Estimate estimate;
    estimate.id = EstimateId{items};
    estimate.item = item.id;
    estimate.team = TeamId{team};
    estimate.likely = effort;
    portfolio.insert(estimate);
    if (quarter == 0) return item.id;
    Placement placement;
    placement.id = PlacementId{items};
    placement.roadmap = RoadmapId{1};
    placement.item = item.id;
    placement.period = PeriodId{quarter};
    portfolio.insert(placement);
    return item.id;
  }
  void link(ItemId first, ItemId then) {
    Dependency dependency;
    dependency.id = DependencyId{++links};
    dependency.predecessor = first;
    dependency.successor = then;
    portfolio.insert(dependency);
  }
  void change(ItemId id, const std::function<void(Item&)>& what) {
    Item item = *portfolio.find(id);
    what(item);
    portfolio.update(item);
  }

  Portfolio portfolio;
  std::int64_t items = 0;
  std::int64_t links = 0;
};

}  // namespace tradewind::workbench
