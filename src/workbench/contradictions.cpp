#include "workbench/contradictions.h"

#include "workbench/planning_words.h"

namespace tradewind::workbench {

std::vector<ItemLeftOut> contradictions_of(const Portfolio& portfolio, const PlanningProblem& problem) {
  std::vector<ItemLeftOut> found;
  const auto& tasks = problem.problem.tasks;
  const auto place_of = [&](std::size_t number, int period) {
    return Phrase(translatable("Plan", "%1 (%2)"),
                  {period_text(portfolio, problem, period), why_it_stays(portfolio, problem, number)});
  };
  for (std::size_t number = 0; number < tasks.size(); ++number) {
    if (!tasks[number].pinned_start || why_it_stays(portfolio, problem, number).empty()) continue;
    const int start = *tasks[number].pinned_start;
    const ItemId id = problem.items[number];
    const Phrase place = place_of(number, start);
    const auto& earliest = portfolio.find(id)->earliest_start;
    if (earliest && *earliest >= portfolio.find(problem.periods[static_cast<std::size_t>(start)])->end)
      found.push_back(
          {id, {translatable("Plan", "it stays in %1 and may not start before %2"), {place, literal(to_display(*earliest))}}});
    for (const planning::Order& order : tasks[number].predecessors) {
      const auto before = static_cast<std::size_t>(order.task);
      if (!tasks[before].pinned_start || why_it_stays(portfolio, problem, before).empty()) continue;
      const int end = *tasks[before].pinned_start + tasks[before].duration - 1;
      if (end > start)
        found.push_back({id,
                         {translatable("Plan", "it stays in %1 and waits for %2, which ends in %3"),
                          {place, key_and_title(portfolio, problem.items[before]), place_of(before, end)}}});
    }
  }
  return found;
}

}  // namespace tradewind::workbench
