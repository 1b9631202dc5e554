// A generated planning problem as a workspace holds it, so that what people ask of a workspace can be measured on it.
#pragma once
#include <string>

#include "tradewind/domain/period.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/planning/problem.h"
#include "tradewind/workbench/planning_problem.h"

namespace tradewind::bench {

inline constexpr Date planning_day = make_date(2027, 1, 1);

/// Items TW-1, TW-2 … in the order of the tasks, with a cost of delay that gives each the task's value in money; quarters, typed
/// capacities, estimates and dependencies. REQUIRES: all tasks last one period, and their values fall evenly to the last one's.
inline Portfolio portfolio_of(const planning::Problem& problem) {
  Portfolio portfolio;
  std::int64_t last_id = 0;
  const auto add = [&](auto row) {
    row.id.value = ++last_id;
    portfolio.insert(row);
    return row.id;
  };
  std::vector<PeriodId> periods;
  for (const Period& period : make_periods(PeriodKind::quarter, planning_day, problem.periods)) periods.push_back(add(period));
  std::vector<TeamId> teams;
  for (const auto& capacities : problem.capacity) {
    Team team;
    team.key = team.name = "Team " + std::to_string(teams.size() + 1);
    team.position = static_cast<int>(teams.size());
    teams.push_back(add(team));
    for (std::size_t period = 0; period < periods.size(); ++period) {
      Capacity capacity;
      capacity.team = teams.back();
      capacity.period = periods[period];
      capacity.typed = capacities[period];
      add(capacity);
    }
  }
  std::vector<ItemId> items;
  for (const planning::Task& task : problem.tasks) {
    Item item;
    item.key = "TW-" + std::to_string(items.size() + 1);
    item.title = "Item " + std::to_string(items.size() + 1);
    item.cost_of_delay = task.value.back() / workbench::weeks_of(*portfolio.find(periods.front()));
    item.confidence = 1.0;
    items.push_back(add(item));
    for (const planning::Demand& demand : task.demands) {
      Estimate estimate;
      estimate.item = items.back();
      estimate.team = teams[static_cast<std::size_t>(demand.team)];
      estimate.likely = demand.amount;
      add(estimate);
    }
    for (const auto& predecessor : task.predecessors) {
      Dependency dependency;
      dependency.predecessor = items[static_cast<std::size_t>(predecessor.task)];
      dependency.successor = items.back();
      add(dependency);
    }
  }
  Roadmap roadmap;
  roadmap.name = "Roadmap";
  add(roadmap);
  return portfolio;
}

}  // namespace tradewind::bench
