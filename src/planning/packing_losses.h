// What no better plan takes, by the bound from whole periods.
//
// A column that is taken works in each of the periods that it lasts. What such a period can bring at most falls by that, and what
// it falls in all of them is how far every plan with the column stays below the bound.
#pragma once
#include <cstdint>
#include <functional>
#include <vector>

#include "planning/packing_relaxation.h"

namespace tradewind::planning {

/// Per column of the formulation: it was `open`, and no plan that is worth more than `known` takes it. Each period is searched
/// with each of the open pieces taken, at the prices that give the bound, until the nodes are used up. None where `go_on` said
/// no. REQUIRES: the relaxation was tightened or descended at least once.
std::vector<bool> hopeless_columns(const PackingRelaxation& relaxation, const std::vector<bool>& open, double known,
                                   std::int64_t nodes, const std::function<bool()>& go_on);

/// No plan that is worth more than `known` takes these columns: open_columns leaves them out from here on.
void close(Relaxation& relaxation, const std::vector<bool>& columns);

}  // namespace tradewind::planning
