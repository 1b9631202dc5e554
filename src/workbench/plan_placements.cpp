// From a plan back to placements.
#include <cmath>
#include <set>

#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {
namespace {

/// Where it is placed by dates it moves by whole weeks, else to the period.
Placement moved(Placement placement, int by, int start, const Portfolio& portfolio, const PlanningProblem& problem) {
  if (placement.start && placement.finish) {
    const Period& period = *portfolio.find(problem.periods.front());
    const int days = static_cast<int>(std::lround(by * weeks_of(period) * 7));
    placement.start = add_days(*placement.start, days);
    placement.finish = add_days(*placement.finish, days);
  } else {
    placement.period = problem.periods[static_cast<std::size_t>(start)];
  }
  return placement;
}

Placement made(ItemId item, int start, int duration, const Portfolio& portfolio, const PlanningProblem& problem) {
  Placement placement;
  placement.roadmap = problem.roadmap;
  placement.item = item;
  const auto first = static_cast<std::size_t>(start);
  placement.period = problem.periods[first];
  if (duration > 1) {
    placement.start = portfolio.find(problem.periods[first])->start;
    placement.finish = portfolio.find(problem.periods[first + static_cast<std::size_t>(duration) - 1])->end;
  }
  return placement;
}

}  // namespace

std::vector<Placement> placements_of(const Portfolio& portfolio, const PlanningProblem& problem, const std::vector<int>& start) {
  std::vector<Placement> placements;
  std::set<ItemId> done;
  for (const Placement& placement : portfolio.all<Placement>()) {
    if (placement.roadmap != problem.roadmap) continue;
    const int task = problem.task_of(placement.item);
    if (task < 0) {
      placements.push_back(placement);
      continue;
    }
    done.insert(placement.item);
    const auto number = static_cast<std::size_t>(task);
    if (start[number] < 0) continue;
    const int by = start[number] - problem.problem.tasks[number].current_start.value_or(start[number]);
    placements.push_back(by == 0 ? placement : moved(placement, by, start[number], portfolio, problem));
  }
  for (std::size_t number = 0; number < problem.items.size(); ++number)
    if (start[number] >= 0 && done.count(problem.items[number]) == 0)
      placements.push_back(
          made(problem.items[number], start[number], problem.problem.tasks[number].duration, portfolio, problem));
  return placements;
}

Portfolio with_placements(const Portfolio& portfolio, RoadmapId roadmap, const std::vector<Placement>& placements) {
  Portfolio changed = portfolio;
  std::vector<PlacementId> before;
  for (const Placement& placement : portfolio.all<Placement>())
    if (placement.roadmap == roadmap) before.push_back(placement.id);
  for (const PlacementId id : before) changed.erase(id);
  for (Placement placement : placements) {
    if (!placement.id) placement.id = new_id<PlacementId>();
    changed.insert(std::move(placement));
  }
  return changed;
}

}  // namespace tradewind::workbench
