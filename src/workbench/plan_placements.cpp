// From a plan back to placements.
#include <algorithm>
#include <cmath>
#include <set>

#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {
namespace {

/// The same number of days, moved back and cut where it ends after the period.
Span within(const Period& period, Span span) {
  const int over = std::max(0, days_between(period.end, span.finish));
  return {std::max(period.start, add_days(span.start, -over)), add_days(span.finish, -over)};
}

/// Days move by whole weeks, those of a period to the same place in another one.
Placement moved(Placement placement, int by, int start, const Portfolio& portfolio, const PlanningProblem& problem) {
  const bool belongs_to_period = is_in_period(placement, portfolio);
  if (belongs_to_period) placement.period = problem.periods[static_cast<std::size_t>(start)];
  if (!placement.start || !placement.finish) return placement;
  const Period& first = *portfolio.find(problem.periods.front());
  const int days = static_cast<int>(std::lround(by * weeks_of(first) * 7));
  Span span{add_days(*placement.start, days), add_days(*placement.finish, days)};
  if (belongs_to_period) span = within(*portfolio.find(placement.period), span);
  placement.start = span.start;
  placement.finish = span.finish;
  return placement;
}

Placement filling(Placement placement, int start, int duration, const Portfolio& portfolio, const PlanningProblem& problem) {
  const auto first = static_cast<std::size_t>(start);
  placement.period = problem.periods[first];
  placement.start = placement.finish = std::nullopt;
  if (duration > 1) {
    placement.start = portfolio.find(problem.periods[first])->start;
    placement.finish = portfolio.find(problem.periods[first + static_cast<std::size_t>(duration) - 1])->end;
  }
  return placement;
}

Placement made(ItemId item, RoadmapId roadmap) {
  Placement placement;
  placement.roadmap = roadmap;
  placement.item = item;
  return placement;
}

}  // namespace

std::vector<Placement> placements_of(const Portfolio& portfolio, const PlanningProblem& problem, const std::vector<int>& start) {
  std::vector<Placement> placements;
  const auto numbers = problem.numbers();
  std::set<ItemId> done;
  for (const Placement& placement : portfolio.all<Placement>()) {
    if (placement.roadmap != problem.roadmap) continue;
    const auto found = numbers.find(placement.item);
    if (found == numbers.end()) {
      placements.push_back(placement);
      continue;
    }
    const bool is_first = done.insert(placement.item).second;
    const std::size_t number = found->second;
    if (start[number] < 0) continue;
    if (placement.item == problem.placed_anew) {
      const int duration = problem.problem.tasks[number].duration;
      if (is_first) placements.push_back(filling(placement, start[number], duration, portfolio, problem));
      continue;
    }
    const int by = start[number] - problem.problem.tasks[number].current_start.value_or(start[number]);
    placements.push_back(by == 0 ? placement : moved(placement, by, start[number], portfolio, problem));
  }
  for (std::size_t number = 0; number < problem.items.size(); ++number)
    if (start[number] >= 0 && done.count(problem.items[number]) == 0)
      placements.push_back(filling(made(problem.items[number], problem.roadmap), start[number],
                                   problem.problem.tasks[number].duration, portfolio, problem));
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
