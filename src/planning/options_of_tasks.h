// The periods in which each task could start, with what each would be worth: the yes-or-no choices of every method here.
#pragma once
#include <vector>

#include "tradewind/planning/problem.h"

namespace tradewind::planning {

struct StartOption {
  int start = 0;
  double value = 0;
};

/// Per task, by start. Leaves out what cannot be: outside the window, more than a whole team, before predecessors can be done.
std::vector<std::vector<StartOption>> start_options(const Problem& problem);

/// Tasks in an order in which predecessors come first.
std::vector<int> predecessors_first(const Problem& problem);

std::vector<std::vector<int>> successors_of(const Problem& problem);

}  // namespace tradewind::planning
