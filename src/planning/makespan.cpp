#include "tradewind/planning/makespan.h"

#include "planning/makespan_bound.h"
#include "planning/makespan_search.h"

namespace tradewind::planning {

Schedule solve_makespan(const MakespanProblem& problem, const MakespanOptions& options) {
  return search_makespan(problem, makespan_lower_bound(problem), options);
}

}  // namespace tradewind::planning
