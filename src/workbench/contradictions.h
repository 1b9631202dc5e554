// What stays where it is although the plan's rules say that it cannot be there. Nothing of that is asked of a plan, so that
// there is one; it has to be told.
#pragma once
#include <vector>

#include "tradewind/workbench/planning_problem.h"

namespace tradewind::workbench {

/// A row for each: what stays before what it waits for has ended, or before it may start.
std::vector<ItemLeftOut> contradictions_of(const Portfolio& portfolio, const PlanningProblem& problem);

}  // namespace tradewind::workbench
