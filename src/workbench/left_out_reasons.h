// Why a plan leaves an item out: the first of what rules it out, in the order in which a person could do something about it.
#pragma once
#include <string>

#include "tradewind/workbench/plan_roadmap.h"

namespace tradewind::workbench {

/// The reason for each task that the plan leaves out. `search`: of the plan; what cannot be together is proven with it.
std::vector<ItemLeftOut> reasons_of_left_out(const Portfolio& portfolio, const RoadmapPlan& planned,
                                             const planning::Options& search);

}  // namespace tradewind::workbench
