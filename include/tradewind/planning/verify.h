// An independent check of plans: plain loops over the definitions, none of the planner's code.
#pragma once
#include <string>
#include <vector>

#include "tradewind/planning/problem.h"

namespace tradewind::planning {

/// Which rules a plan breaks, in words; empty when it holds. `start` as in Plan.
std::vector<std::string> violations(const Problem& problem, const std::vector<int>& start);

/// Person-weeks that a plan asks of a team in a period.
double load_of(const Problem& problem, const std::vector<int>& start, std::size_t team, int period);

/// The plan's worth, from the definitions.
double value_of(const Problem& problem, const std::vector<int>& start);

}  // namespace tradewind::planning
