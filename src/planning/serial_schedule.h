// A list of tasks, and the schedule that serial generation makes of it: each task in turn starts as soon as the tasks before
// it and the resources allow (Kelley, "The critical-path method: resource planning and scheduling", 1963). One of the lists
// gives a shortest schedule. Backward, time runs from the end of the project to its beginning.
#pragma once
#include <optional>
#include <vector>

#include "planning/makespan_watch.h"
#include "planning/precedence.h"
#include "planning/resource_profile.h"

namespace tradewind::planning {

struct TimedList {
  std::vector<int> tasks;     // each behind all that come before it in this direction
  std::vector<int> finishes;  // [task], counted in this direction
  int makespan = 0;
};

/// The tasks in the order in which their schedule runs in the other direction. Generated there, they get a schedule that is
/// never longer (justification).
std::vector<int> list_for_other_direction(const TimedList& schedule);

/// [task], counted forward from 0.
std::vector<int> starts_of(const TimedList& schedule, const std::vector<int>& durations, TimeDirection direction);

class SerialScheduler {
 public:
  explicit SerialScheduler(const MakespanProblem& problem);

  const Precedence& precedence(TimeDirection direction) const { return precedence_[static_cast<std::size_t>(direction)]; }
  /// Nothing when the watch says stop in the middle.
  std::optional<TimedList> generate(std::vector<int> list, TimeDirection direction, MakespanWatch& watch);

 private:
  const std::vector<int>& durations_;
  std::vector<Precedence> precedence_;  // [direction]
  ResourceProfile profile_;
};

}  // namespace tradewind::planning
