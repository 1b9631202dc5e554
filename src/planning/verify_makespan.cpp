#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "tradewind/planning/makespan.h"

namespace tradewind::planning {
namespace {

std::size_t index(int task) { return static_cast<std::size_t>(task); }

std::string named(const char* kind, std::size_t number) { return kind + (" " + std::to_string(number + 1)); }

std::int64_t finish_of(const MakespanProblem& problem, const Schedule& schedule, std::size_t task) {
  return std::int64_t{schedule.starts[task]} + problem.durations[task];
}

void check_times(const MakespanProblem& problem, const Schedule& schedule, std::vector<std::string>& found) {
  std::int64_t last = 0;
  for (std::size_t task = 0; task < schedule.starts.size(); ++task) {
    if (schedule.starts[task] < 0) found.push_back(named("task", task) + " starts before 0");
    last = std::max(last, finish_of(problem, schedule, task));
    for (const int next : problem.successors[task])
      if (schedule.starts[index(next)] < finish_of(problem, schedule, task))
        found.push_back(named("task", index(next)) + " starts before " + named("task", task) + " is finished");
  }
  if (schedule.makespan != last)
    found.push_back("the makespan should be " + std::to_string(last) + ", not " + std::to_string(schedule.makespan));
  if (schedule.lower_bound > schedule.makespan) found.push_back("the schedule is shorter than its lower bound");
}

struct Change {
  std::int64_t time = 0;
  std::int64_t units = 0;  // taken; less than 0: given back
};

/// What is given back at a time can be taken at that time.
void check_capacity(const MakespanProblem& problem, const Schedule& schedule, std::size_t resource,
                    std::vector<std::string>& found) {
  std::vector<Change> changes;
  for (std::size_t task = 0; task < schedule.starts.size(); ++task) {
    if (problem.durations[task] == 0) continue;
    changes.push_back({schedule.starts[task], problem.demands[task][resource]});
    changes.push_back({finish_of(problem, schedule, task), -problem.demands[task][resource]});
  }
  std::ranges::sort(changes,
                    [](const Change& a, const Change& b) { return a.time != b.time ? a.time < b.time : a.units < b.units; });
  std::int64_t used = 0;
  for (const Change& change : changes) {
    used += change.units;
    if (used <= problem.capacities[resource]) continue;
    found.push_back(named("resource", resource) + " is short at time " + std::to_string(change.time));
    return;
  }
}

}  // namespace

std::vector<std::string> verify(const MakespanProblem& problem, const Schedule& schedule) {
  if (schedule.starts.size() != problem.durations.size())
    return {"there are " + std::to_string(problem.durations.size()) + " tasks, but " + std::to_string(schedule.starts.size()) +
            " starts"};
  std::vector<std::string> found;
  check_times(problem, schedule, found);
  for (std::size_t resource = 0; resource < problem.capacities.size(); ++resource)
    check_capacity(problem, schedule, resource, found);
  return found;
}

}  // namespace tradewind::planning
