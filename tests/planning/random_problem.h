// Small random problems with whole numbers, and the best plan by trying everything.
#pragma once
#include <cmath>
#include <optional>

#include "planning/random_numbers.h"
#include "tradewind/planning/plan.h"
#include "tradewind/planning/verify.h"

namespace tradewind::planning {

inline Problem random_problem(RandomNumbers& random) {
  Problem problem;
  problem.periods = 1 + random.below(3);
  const int teams = 1 + random.below(2);
  for (int team = 0; team < teams; ++team) {
    problem.capacity.emplace_back();
    for (int period = 0; period < problem.periods; ++period) problem.capacity.back().push_back(random.below(9));
  }
  const int tasks = 1 + random.below(5);
  for (int number = 0; number < tasks; ++number) {
    Task task;
    task.duration = 1 + (random.below(4) == 0 ? random.below(problem.periods) : 0);
    for (int team = 0; team < teams; ++team)
      for (int offset = 0; offset < task.duration; ++offset)
        if (random.below(3) > 0) task.demands.push_back({team, static_cast<double>(1 + random.below(5)), offset});
    const int value = 1 + random.below(20);
    for (int period = 0; period < problem.periods; ++period)
      task.value.push_back(random.below(6) == 0 ? random.below(40) - 5 : value * (problem.periods - period));
    if (number > 0 && random.below(3) == 0) task.predecessors.push_back({random.below(number)});
    if (number > 1 && random.below(8) == 0) task.predecessors.push_back({random.below(number), random.below(2)});
    if (random.below(6) == 0) task.earliest_start = random.below(problem.periods);
    if (random.below(6) == 0) task.latest_finish = random.below(problem.periods);
    if (random.below(3) == 0) task.span = 0.5;
    if (random.below(4) == 0) task.current_start = random.below(problem.periods);
    if (random.below(10) == 0) task.mandatory = true;
    if (random.below(12) == 0) task.pinned_start = random.below(problem.periods - task.duration + 1);
    problem.tasks.push_back(task);
  }
  if (random.below(4) == 0) {
    Band band;
    for (int period = 0; period < problem.periods; ++period) {
      band.lowest.push_back(random.below(4));
      band.highest.push_back(band.lowest.back() + random.below(5));
    }
    band.price = 1 + random.below(5);
    problem.bands.push_back(band);
    for (Task& task : problem.tasks) task.band = random.below(2) - 1;
  }
  return problem;
}

struct Exhaustive {
  std::optional<std::vector<int>> best;
  double value = 0;
  int moved = 0;
  double near = 0;
};

inline int moved_tasks(const Problem& problem, const std::vector<int>& start) {
  int moved = 0;
  for (std::size_t task = 0; task < start.size(); ++task)
    if (problem.tasks[task].current_start && start[task] != *problem.tasks[task].current_start) ++moved;
  return moved;
}

/// How near what has moved stays: of each a share that falls with the periods that it moved by; what is left out has none.
inline double nearness(const Problem& problem, const std::vector<int>& start) {
  double near = 0;
  for (std::size_t task = 0; task < start.size(); ++task)
    if (const auto current = problem.tasks[task].current_start; current && start[task] >= 0 && start[task] != *current)
      near += 1 - std::abs(start[task] - *current) / (2.0 * problem.periods);
  return near;
}

/// The best value, among the best the fewest moved tasks, and among these the ones that stay nearest.
inline Exhaustive try_everything(const Problem& problem) {
  Exhaustive result;
  std::vector<int> start(problem.tasks.size(), left_out);
  const auto recurse = [&](auto&& self, std::size_t task) -> void {
    if (task == start.size()) {
      if (!violations(problem, start).empty()) return;
      const double value = value_of(problem, start);
      const int moved = moved_tasks(problem, start);
      const double near = nearness(problem, start);
      const bool is_as_good = value > result.value - 1e-9;
      if (!result.best || value > result.value + 1e-9 || (is_as_good && moved < result.moved) ||
          (is_as_good && moved == result.moved && near > result.near + 1e-9))
        result = {start, value, moved, near};
      return;
    }
    for (start[task] = left_out; start[task] < problem.periods; ++start[task]) self(self, task + 1);
    start[task] = left_out;
  };
  recurse(recurse, 0);
  return result;
}

}  // namespace tradewind::planning
