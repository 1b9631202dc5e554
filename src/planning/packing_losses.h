// What no better plan takes, by the bound from whole periods.
//
// A column that is taken works in each of the periods that it lasts. What such a period can bring at most falls by that, and what
// it falls in all of them is how far every plan with the column stays below the bound.
#pragma once
#include <functional>
#include <vector>

#include "planning/packing_relaxation.h"

namespace tradewind::planning {

/// Per column of the formulation (`columns` of them): no plan that is worth more than `known` takes it. Each period is searched
/// with each of its pieces taken, at the prices that give the bound. None where `go_on` said no. REQUIRES: the relaxation was
/// tightened or descended at least once.
std::vector<bool> hopeless_columns(const PackingRelaxation& relaxation, std::size_t columns, double known,
                                   const std::function<bool()>& go_on);

/// No plan that is worth more than `known` takes these columns: open_columns leaves them out from here on.
void close(Relaxation& relaxation, const std::vector<bool>& columns);

}  // namespace tradewind::planning
