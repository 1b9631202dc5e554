// The makespan search: a genetic algorithm with two populations (Debels & Vanhoucke, "A bi-population based genetic algorithm
// for the resource-constrained project scheduling problem", ICCSA 2005), one of lists to be scheduled forward in time and one
// of lists to be scheduled backward.
//
// Each list is read from a schedule of the other direction, so that what is right-justified in one generation is
// left-justified in the next: no schedule is generated for the sake of justification alone (Valls, Ballestín & Quintanilla,
// "Justification and RCPSP", 2005). In each generation every member of a population has a child with a good other one
// (two-point crossover: Hartmann, "A competitive genetic algorithm", 1998); now and then a task of the child moves. The child's
// schedule, read from its end, replaces the member of the other population at the same place when it is not longer. When
// nothing has got better for long, the populations begin anew.
//
// Only whole numbers decide, so that the same seed and budget give the same schedule on every machine.
#pragma once
#include "tradewind/planning/makespan.h"

namespace tradewind::planning {

/// Until the budget is used up, the watch says stop, or no schedule can be shorter than `lower_bound`.
/// REQUIRES: faults(problem) is empty.
Schedule search_makespan(const MakespanProblem& problem, int lower_bound, const MakespanOptions& options);

}  // namespace tradewind::planning
