#include "planning/serial_schedule.h"

#include <algorithm>
#include <functional>

namespace tradewind::planning {
namespace {

std::size_t index(int task) { return static_cast<std::size_t>(task); }

}  // namespace

std::vector<int> list_for_other_direction(const TimedList& schedule) {
  // Ties keep the order of the reversed list, so that a milestone still comes before what it waited for.
  std::vector<int> list(schedule.tasks.rbegin(), schedule.tasks.rend());
  std::ranges::stable_sort(list, std::greater{}, [&](int task) { return schedule.finishes[index(task)]; });
  return list;
}

std::vector<int> starts_of(const TimedList& schedule, const std::vector<int>& durations, TimeDirection direction) {
  std::vector<int> starts;
  for (std::size_t task = 0; task < durations.size(); ++task)
    starts.push_back(direction == TimeDirection::forward ? schedule.finishes[task] - durations[task]
                                                         : schedule.makespan - schedule.finishes[task]);
  return starts;
}

SerialScheduler::SerialScheduler(const MakespanProblem& problem)
    : durations_(problem.durations),
      precedence_{precedence_of(problem, TimeDirection::forward), precedence_of(problem, TimeDirection::backward)},
      profile_(problem) {}

std::optional<TimedList> SerialScheduler::generate(std::vector<int> list, TimeDirection direction, MakespanWatch& watch) {
  TimedList schedule{std::move(list), std::vector<int>(durations_.size()), 0};
  const auto& before = precedence(direction).before;
  bool stopped = false;
  for (const int task : schedule.tasks) {
    int ready = 0;
    for (const int other : before[index(task)]) ready = std::max(ready, schedule.finishes[index(other)]);
    const int start = profile_.earliest(task, ready);
    const int finish = start + durations_[index(task)];
    profile_.occupy(task, start);
    schedule.finishes[index(task)] = finish;
    schedule.makespan = std::max(schedule.makespan, finish);
    stopped = !watch.spend(finish - ready, profile_.words());
    if (stopped) break;
  }
  profile_.clear(schedule.makespan);
  if (stopped) return std::nullopt;
  watch.count_schedule();
  return schedule;
}

}  // namespace tradewind::planning
