#include "planning/preferences.h"

#include <algorithm>
#include <cmath>

namespace tradewind::planning {
namespace {

/// As a share of what a task is worth on average: above the tolerances of the solvers, below anything people can tell apart.
constexpr double worth_of_staying = 1e-6;
/// The further away, the less of a share of it: as large as it can be so that all together stay below one that stays, and not
/// lost in rounding where there are many.
constexpr double least_share_of_near = 0.01;

}  // namespace

PreferredProblem with_preferences(const Problem& problem, bool force_mandatory) {
  PreferredProblem result{problem, 1};
  for (const Task& task : problem.tasks) {
    double most = 0;
    for (const double value : task.value) most = std::max(most, std::abs(value));
    result.bonus += most;
  }
  const double staying = worth_of_staying * result.bonus / static_cast<double>(std::max<std::size_t>(1, problem.tasks.size()));
  const auto placed =
      std::count_if(problem.tasks.begin(), problem.tasks.end(), [](const Task& task) { return task.current_start.has_value(); });
  const double near = staying * std::max(least_share_of_near, 1.0 / static_cast<double>(1 + placed));
  for (const Band& band : problem.bands)
    for (const double highest : band.highest) result.bonus += band.price * highest;
  for (Task& task : result.problem.tasks) {
    if (task.current_start) {
      for (int period = 0; period < problem.periods; ++period) {
        const int distance = std::abs(period - task.duration + 1 - *task.current_start);
        task.value[static_cast<std::size_t>(period)] +=
            distance == 0 ? staying : near * (1 - static_cast<double>(distance) / (2 * problem.periods));
      }
    }
    if (!task.mandatory || task.pinned_start) continue;
    task.mandatory = force_mandatory;
    for (double& value : task.value) value += result.bonus;
  }
  return result;
}

}  // namespace tradewind::planning
