#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>

#include "planning/precedence.h"
#include "tradewind/planning/makespan.h"

namespace tradewind::planning {
namespace {

std::string numbered(const char* kind, std::size_t index) { return kind + (" " + std::to_string(index + 1)); }

void check_demands(const MakespanProblem& problem, std::size_t task, std::vector<std::string>& found) {
  const std::vector<int>& demands = problem.demands[task];
  if (demands.size() != problem.capacities.size()) {
    found.push_back(numbered("task", task) + " has " + std::to_string(demands.size()) + " demands, but there are " +
                    std::to_string(problem.capacities.size()) + " resources");
    return;
  }
  for (std::size_t resource = 0; resource < demands.size(); ++resource) {
    const int demand = demands[resource];
    if (demand < 0) found.push_back(numbered("task", task) + " has a negative demand of " + numbered("resource", resource));
    if (problem.durations[task] > 0 && demand > problem.capacities[resource])
      found.push_back(numbered("task", task) + " needs " + std::to_string(demand) + " of " + numbered("resource", resource) +
                      ", but there are only " + std::to_string(problem.capacities[resource]));
  }
}

void check_successors(const MakespanProblem& problem, std::size_t task, std::vector<std::string>& found) {
  for (const int successor : problem.successors[task])
    if (successor < 0 || static_cast<std::size_t>(successor) >= problem.durations.size())
      found.push_back(numbered("task", task) + " has a successor that does not exist");
}

void check_horizon(const MakespanProblem& problem, std::vector<std::string>& found) {
  const std::int64_t horizon = std::accumulate(problem.durations.begin(), problem.durations.end(), std::int64_t{0});
  if (horizon > longest_horizon)
    found.push_back("the durations sum up to more than " + std::to_string(longest_horizon) + ": use a coarser unit of time");
  else if (horizon * std::ssize(problem.capacities) > largest_profile)
    found.push_back("the durations sum up to " + std::to_string(horizon) + ", which is too much for " +
                    std::to_string(problem.capacities.size()) + " resources: use a coarser unit of time");
}

/// REQUIRES: all indices exist.
void check_circles(const MakespanProblem& problem, std::vector<std::string>& found) {
  std::vector<bool> in_order(problem.durations.size(), false);
  for (const int task : topological_order(precedence_of(problem, TimeDirection::forward)))
    in_order[static_cast<std::size_t>(task)] = true;
  const auto stuck = std::ranges::find(in_order, false);
  if (stuck != in_order.end())
    found.push_back(numbered("task", static_cast<std::size_t>(stuck - in_order.begin())) +
                    " is in a circle of tasks that wait for each other, or behind one");
}

}  // namespace

std::vector<std::string> faults(const MakespanProblem& problem) {
  std::vector<std::string> found;
  const std::size_t tasks = problem.durations.size();
  if (problem.demands.size() != tasks || problem.successors.size() != tasks)
    return {"there are " + std::to_string(tasks) + " durations, but demands of " + std::to_string(problem.demands.size()) +
            " tasks and successors of " + std::to_string(problem.successors.size())};
  for (std::size_t resource = 0; resource < problem.capacities.size(); ++resource)
    if (problem.capacities[resource] < 0) found.push_back(numbered("resource", resource) + " has a negative capacity");
  for (std::size_t task = 0; task < tasks; ++task) {
    if (problem.durations[task] < 0) found.push_back(numbered("task", task) + " has a negative duration");
    check_demands(problem, task, found);
    check_successors(problem, task, found);
  }
  if (!found.empty()) return found;
  check_horizon(problem, found);
  check_circles(problem, found);
  return found;
}

}  // namespace tradewind::planning
