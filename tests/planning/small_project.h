// Small random projects, and how short their schedules can be, by trying all starts.
#pragma once
#include <algorithm>
#include <numeric>

#include "planning/random_numbers.h"
#include "tradewind/planning/makespan.h"

namespace tradewind::planning {

/// Up to 6 tasks, some of them milestones, in any order; up to 5 resources, some of them with very many units.
inline MakespanProblem small_project(RandomNumbers& random) {
  MakespanProblem project;
  const auto tasks = static_cast<std::size_t>(1 + random.below(6));
  const auto resources = static_cast<std::size_t>(random.below(6));
  project.demands.resize(tasks);
  project.successors.resize(tasks);
  for (std::size_t task = 0; task < tasks; ++task) project.durations.push_back(random.below(5));
  for (std::size_t resource = 0; resource < resources; ++resource) {
    const int units = random.below(3) == 0 ? 400'000'000 : 1;
    const int capacity = 1 + random.below(5);
    project.capacities.push_back(capacity * units);
    for (auto& demands : project.demands) demands.push_back(random.below(capacity + 1) * units);
  }
  std::vector<int> order(tasks);
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t at = tasks; at > 1; --at)
    std::swap(order[at - 1], order[static_cast<std::size_t>(random.below(static_cast<int>(at)))]);
  for (std::size_t later = 1; later < tasks; ++later)
    for (std::size_t earlier = 0; earlier < later; ++earlier)
      if (random.below(4) == 0) project.successors[static_cast<std::size_t>(order[earlier])].push_back(order[later]);
  return project;
}

class EveryStart {
 public:
  explicit EveryStart(const MakespanProblem& project)
      : project_(project),
        starts_(project.durations.size()),
        shortest_(std::accumulate(project.durations.begin(), project.durations.end(), 0)) {}

  int shortest_makespan() {
    try_all(0, 0);
    return shortest_;
  }

 private:
  void try_all(std::size_t task, int makespan) {
    if (task == starts_.size()) {
      shortest_ = makespan;
      return;
    }
    for (int start = 0; std::max(makespan, start + project_.durations[task]) < shortest_; ++start) {
      starts_[task] = start;
      if (in_order(task) && enough(task)) try_all(task + 1, std::max(makespan, start + project_.durations[task]));
    }
  }
  bool in_order(std::size_t task) const {
    const auto waits = [&](std::size_t one, std::size_t other) {
      return std::ranges::count(project_.successors[one], static_cast<int>(other)) > 0 &&
             starts_[other] < starts_[one] + project_.durations[one];
    };
    for (std::size_t other = 0; other < task; ++other)
      if (waits(task, other) || waits(other, task)) return false;
    return true;
  }
  bool enough(std::size_t task) const {
    for (int time = starts_[task]; time < starts_[task] + project_.durations[task]; ++time)
      for (std::size_t resource = 0; resource < project_.capacities.size(); ++resource) {
        long long used = 0;
        for (std::size_t other = 0; other <= task; ++other)
          if (starts_[other] <= time && time < starts_[other] + project_.durations[other])
            used += project_.demands[other][resource];
        if (used > project_.capacities[resource]) return false;
      }
    return true;
  }

  const MakespanProblem& project_;
  std::vector<int> starts_;
  int shortest_;
};

}  // namespace tradewind::planning
