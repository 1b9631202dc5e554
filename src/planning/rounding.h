// A first plan from the linear relaxation: what it takes whole is placed there, then what it takes in parts, the largest first.
#pragma once
#include "planning/relaxation.h"
#include "planning/schedule_state.h"

namespace tradewind::planning {

/// Places what fits, is in order and brings something; tasks that are placed already stay. REQUIRES: the relaxation is feasible.
void place_as_relaxed(const Formulation& formulation, const Relaxation& relaxation, ScheduleState& state);

/// Places what `start` says as far as it holds, in a state in which only pinned tasks are placed.
void place_as_known(const std::vector<int>& start, ScheduleState& state);

}  // namespace tradewind::planning
