// The best plan, from all that each period could do and still be in it.
//
// A plan that is worth more than a target loses less than the bound is above the target, and so does each of its periods.
// Packings that lose more are in no such plan; where few enough are left, they are listed and branch and bound chooses one for
// each period (as routes are enumerated for vehicles: Baldacci, Christofides & Mingozzi 2008). The first targets are guesses near
// the bound; that no plan reaches one of them is a proof as well.
#pragma once
#include "planning/dense_knapsack.h"
#include "planning/exact_search.h"
#include "planning/packing_relaxation.h"

namespace tradewind::planning {

/// `known`: the value of the best plan so far; `worth`: what plans are worth, roughly; `nodes`: the budget. `go_on` is asked
/// often. REQUIRES: the relaxation was tightened at least once.
ExactResult search_packings(const Formulation& formulation, const PackingRelaxation& relaxation, double known, double worth,
                            int nodes, const std::function<bool()>& go_on);

}  // namespace tradewind::planning
