#include "tradewind/planning/problem.h"

#include <cmath>
#include <string>

namespace tradewind::planning {
namespace {

std::string named(std::size_t task) { return "task " + std::to_string(task); }

bool is_index(int value, std::size_t size) { return value >= 0 && static_cast<std::size_t>(value) < size; }

void check_task(const Problem& problem, std::size_t number, std::vector<std::string>& found) {
  const Task& task = problem.tasks[number];
  const auto fault = [&](const std::string& text) { found.push_back(named(number) + text); };
  if (task.duration < 1) fault(" lasts less than one period");
  if (!(task.span > 0 && task.span <= 1)) fault(" has a span outside 0 to 1");
  if (task.value.size() != static_cast<std::size_t>(problem.periods)) fault(" does not have one value for each period");
  for (const double value : task.value)
    if (!std::isfinite(value)) fault(" has a value that is no number");
  for (const Demand& demand : task.demands) {
    if (!is_index(demand.team, problem.capacity.size())) fault(" needs a team that there is not");
    if (!(demand.amount >= 0) || !std::isfinite(demand.amount)) fault(" needs less than nothing");
    if (demand.offset < 0 || demand.offset >= task.duration) fault(" needs work after its end");
  }
  for (const Order& order : task.predecessors)
    if (!is_index(order.task, problem.tasks.size())) fault(" waits for a task that there is not");
  if (task.earliest_start < 0) fault(" starts before the first period");
  if (task.band >= 0 && !is_index(task.band, problem.bands.size())) fault(" counts for a class that there is not");
}

/// Kahn's order; what is left over waits for itself.
bool has_circle(const Problem& problem) {
  std::vector<int> waits_for(problem.tasks.size(), 0);
  std::vector<std::vector<std::size_t>> successors(problem.tasks.size());
  for (std::size_t task = 0; task < problem.tasks.size(); ++task)
    for (const Order& order : problem.tasks[task].predecessors) {
      successors[static_cast<std::size_t>(order.task)].push_back(task);
      ++waits_for[task];
    }
  std::vector<std::size_t> ready;
  for (std::size_t task = 0; task < waits_for.size(); ++task)
    if (waits_for[task] == 0) ready.push_back(task);
  for (std::size_t at = 0; at < ready.size(); ++at)
    for (const std::size_t successor : successors[ready[at]])
      if (--waits_for[successor] == 0) ready.push_back(successor);
  return ready.size() != problem.tasks.size();
}

bool is_amount_for_each_period(const std::vector<double>& amounts, int periods) {
  if (amounts.size() != static_cast<std::size_t>(periods)) return false;
  for (const double amount : amounts)
    if (!(amount >= 0)) return false;
  return true;
}

}  // namespace

bool may_share_period(const Problem& problem, const Order& order, const Task& task) {
  const Task& before = problem.tasks[static_cast<std::size_t>(order.task)];
  return !order.lag && before.duration == 1 && task.duration == 1 && before.span + task.span <= 1 + 1e-9;
}

int lag(const Problem& problem, const Order& order, const Task& task) {
  if (order.lag) return *order.lag;
  return may_share_period(problem, order, task) ? 0 : problem.tasks[static_cast<std::size_t>(order.task)].duration;
}

std::vector<std::string> faults(const Problem& problem) {
  std::vector<std::string> found;
  if (problem.periods < 1) found.emplace_back("there is no period");
  for (std::size_t team = 0; team < problem.capacity.size(); ++team)
    if (!is_amount_for_each_period(problem.capacity[team], problem.periods))
      found.push_back("team " + std::to_string(team) + " does not have a capacity for each period");
  for (std::size_t band = 0; band < problem.bands.size(); ++band)
    if (!is_amount_for_each_period(problem.bands[band].lowest, problem.periods) ||
        !is_amount_for_each_period(problem.bands[band].highest, problem.periods) || !(problem.bands[band].price >= 0))
      found.push_back("class " + std::to_string(band) + " does not have its limits for each period");
  for (std::size_t task = 0; task < problem.tasks.size(); ++task) check_task(problem, task, found);
  if (found.empty() && has_circle(problem)) found.emplace_back("some tasks wait for each other in a circle");
  return found;
}

}  // namespace tradewind::planning
