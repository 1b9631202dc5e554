#include "planning/options_of_tasks.h"

#include <algorithm>

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-9;

bool fits_alone(const Problem& problem, const Task& task, int start) {
  for (const Demand& demand : task.demands)
    if (demand.amount >
        problem.capacity[static_cast<std::size_t>(demand.team)][static_cast<std::size_t>(start + demand.offset)] + tolerance)
      return false;
  return true;
}

}  // namespace

std::vector<std::vector<int>> successors_of(const Problem& problem) {
  std::vector<std::vector<int>> successors(problem.tasks.size());
  for (std::size_t task = 0; task < problem.tasks.size(); ++task)
    for (const Order& order : problem.tasks[task].predecessors)
      successors[static_cast<std::size_t>(order.task)].push_back(static_cast<int>(task));
  return successors;
}

std::vector<int> predecessors_first(const Problem& problem) {
  std::vector<int> waits_for(problem.tasks.size());
  std::vector<int> order;
  for (std::size_t task = 0; task < problem.tasks.size(); ++task) {
    waits_for[task] = static_cast<int>(problem.tasks[task].predecessors.size());
    if (waits_for[task] == 0) order.push_back(static_cast<int>(task));
  }
  const auto successors = successors_of(problem);
  for (std::size_t at = 0; at < order.size(); ++at)
    for (const int successor : successors[static_cast<std::size_t>(order[at])])
      if (--waits_for[static_cast<std::size_t>(successor)] == 0) order.push_back(successor);
  return order;
}

std::vector<std::vector<StartOption>> start_options(const Problem& problem) {
  std::vector<std::vector<StartOption>> options(problem.tasks.size());
  for (const int number : predecessors_first(problem)) {
    const Task& task = problem.tasks[static_cast<std::size_t>(number)];
    int first = task.earliest_start;
    int last = std::min(problem.periods - 1, task.latest_finish.value_or(problem.periods - 1)) - task.duration + 1;
    bool possible = true;
    if (task.pinned_start) {
      first = last = *task.pinned_start;
      possible = first >= 0 && first + task.duration <= problem.periods;
    } else {
      for (const Order& order : task.predecessors) {
        const auto& earlier = options[static_cast<std::size_t>(order.task)];
        if (earlier.empty()) {
          possible = false;
          break;
        }
        first = std::max(first, earlier.front().start + lag(problem, order, task));
      }
    }
    if (!possible) continue;
    for (int start = first; start <= last; ++start)
      if (fits_alone(problem, task, start))
        options[static_cast<std::size_t>(number)].push_back(
            {start, task.value[static_cast<std::size_t>(start + task.duration - 1)]});
  }
  return options;
}

}  // namespace tradewind::planning
