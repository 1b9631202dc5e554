// Which tasks of a project wait for which, seen from one end of the project or from the other.
#pragma once
#include <vector>

#include "tradewind/planning/makespan.h"

namespace tradewind::planning {

enum class TimeDirection { forward, backward };

constexpr TimeDirection opposite(TimeDirection direction) {
  return direction == TimeDirection::forward ? TimeDirection::backward : TimeDirection::forward;
}

/// All lists ascending.
struct Precedence {
  std::vector<std::vector<int>> before;  // [task]: the tasks that come directly before it
  std::vector<std::vector<int>> after;   // [task]: the tasks that come directly after it
};

/// Seen backward, a task comes before those that it waits for. REQUIRES: the problem's successors exist.
Precedence precedence_of(const MakespanProblem& problem, TimeDirection direction);

/// Each task behind all that come before it. Tasks in a circle, and those behind one, are not in it.
std::vector<int> topological_order(const Precedence& precedence);

/// [task]: how long the longest chain of tasks is that comes after it.
std::vector<int> longest_chains_after(const Precedence& precedence, const std::vector<int>& durations);

}  // namespace tradewind::planning
