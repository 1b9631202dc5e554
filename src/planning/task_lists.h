// The operators of the makespan search on lists of tasks. In all lists each task comes behind those that it waits for.
#pragma once
#include <vector>

#include "planning/precedence.h"
#include "planning/random_numbers.h"

namespace tradewind::planning {

/// Any list may come out; one that begins with the tasks on which long chains wait is more likely.
std::vector<int> random_list(const Precedence& precedence, const std::vector<int>& longest_after, RandomNumbers& random);

/// The mother's list, but some stretch of it, drawn anew each time, is in the father's order (two-point crossover: Hartmann
/// 1998). REQUIRES: both are lists of the same tasks.
std::vector<int> child_of(const std::vector<int>& mother, const std::vector<int>& father, RandomNumbers& random);

/// Moves one task to some other place where it may be, unless the one drawn has no other.
void move_one_task(std::vector<int>& list, const Precedence& precedence, RandomNumbers& random);

}  // namespace tradewind::planning
