#include "tradewind/planning/verify.h"

#include <algorithm>
#include <string>

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-6;

std::string named(std::size_t task) { return "task " + std::to_string(task); }

bool is_done(const std::vector<int>& start, std::size_t task) { return start[task] >= 0; }

/// Where in its period a task that shares it ends, as a share of the period: after all predecessors in the same period.
double end_within_period(const Problem& problem, const std::vector<int>& start, std::size_t number) {
  const Task& task = problem.tasks[number];
  if (task.pinned_start) return task.span;
  double begin = 0;
  for (const Order& order : task.predecessors) {
    const auto before = static_cast<std::size_t>(order.task);
    if (!order.lag && problem.tasks[before].duration == 1 && start[before] == start[number])
      begin = std::max(begin, end_within_period(problem, start, before));
  }
  return begin + task.span;
}

void check_order(const Problem& problem, const std::vector<int>& start, std::size_t number, std::vector<std::string>& broken) {
  const Task& task = problem.tasks[number];
  if (task.pinned_start) return;
  for (const Order& order : task.predecessors) {
    const auto before = static_cast<std::size_t>(order.task);
    if (!is_done(start, before)) {
      broken.push_back(named(number) + " is done without " + named(before));
      continue;
    }
    const Task& earlier = problem.tasks[before];
    const int shared = earlier.duration == 1 && task.duration == 1 ? 1 : 0;
    const int apart = order.lag ? *order.lag : earlier.duration - shared;
    if (start[number] < start[before] + apart) broken.push_back(named(number) + " starts before " + named(before) + " ends");
  }
  if (task.duration == 1 && end_within_period(problem, start, number) > 1 + tolerance)
    broken.push_back(named(number) + " and what comes before it do not fit into one period");
}

void check_window(const Problem& problem, const std::vector<int>& start, std::size_t number, std::vector<std::string>& broken) {
  const Task& task = problem.tasks[number];
  if (start[number] + task.duration > problem.periods) broken.push_back(named(number) + " ends after the last period");
  if (task.pinned_start && start[number] != *task.pinned_start) broken.push_back(named(number) + " is not where it is pinned");
  if (task.pinned_start) return;
  if (start[number] < task.earliest_start) broken.push_back(named(number) + " starts too early");
  if (task.latest_finish && start[number] + task.duration - 1 > *task.latest_finish)
    broken.push_back(named(number) + " ends after its deadline");
}

double band_cost(const Problem& problem, const std::vector<int>& start) {
  double cost = 0;
  for (std::size_t band = 0; band < problem.bands.size(); ++band)
    for (int period = 0; period < problem.periods; ++period) {
      double work = 0;
      for (std::size_t task = 0; task < problem.tasks.size(); ++task)
        if (problem.tasks[task].band == static_cast<int>(band) && is_done(start, task))
          for (const Demand& demand : problem.tasks[task].demands)
            if (start[task] + demand.offset == period) work += demand.amount;
      const auto at = static_cast<std::size_t>(period);
      cost += problem.bands[band].price *
              (std::max(0.0, problem.bands[band].lowest[at] - work) + std::max(0.0, work - problem.bands[band].highest[at]));
    }
  return cost;
}

}  // namespace

double load_of(const Problem& problem, const std::vector<int>& start, std::size_t team, int period) {
  double work = 0;
  for (std::size_t task = 0; task < problem.tasks.size(); ++task)
    for (const Demand& demand : problem.tasks[task].demands)
      if (is_done(start, task) && start[task] + demand.offset == period && static_cast<std::size_t>(demand.team) == team)
        work += demand.amount;
  return work;
}

std::vector<std::string> violations(const Problem& problem, const std::vector<int>& start) {
  std::vector<std::string> broken;
  if (start.size() != problem.tasks.size()) return {"the plan does not speak of each task"};
  for (std::size_t task = 0; task < start.size(); ++task) {
    if (is_done(start, task)) {
      check_window(problem, start, task, broken);
      check_order(problem, start, task, broken);
    } else if (problem.tasks[task].mandatory || problem.tasks[task].pinned_start) {
      broken.push_back(named(task) + " has to be done and is left out");
    }
  }
  for (std::size_t team = 0; team < problem.capacity.size(); ++team)
    for (int period = 0; period < problem.periods; ++period)
      if (load_of(problem, start, team, period) > problem.capacity[team][static_cast<std::size_t>(period)] + tolerance)
        broken.push_back("team " + std::to_string(team) + " is over its capacity in period " + std::to_string(period));
  return broken;
}

double value_of(const Problem& problem, const std::vector<int>& start) {
  double value = 0;
  for (std::size_t task = 0; task < start.size(); ++task)
    if (is_done(start, task))
      value += problem.tasks[task].value[static_cast<std::size_t>(start[task] + problem.tasks[task].duration - 1)];
  return value - band_cost(problem, start);
}

}  // namespace tradewind::planning
