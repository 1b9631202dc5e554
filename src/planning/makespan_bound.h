// A time that no schedule of a project can be shorter than.
#pragma once
#include "tradewind/planning/makespan.h"

namespace tradewind::planning {

/// The longest chain of tasks; or the work for one resource of all tasks with at least some chain before them and some chain
/// after them, and these two chains.
/// REQUIRES: faults(problem) is empty.
int makespan_lower_bound(const MakespanProblem& problem);

}  // namespace tradewind::planning
