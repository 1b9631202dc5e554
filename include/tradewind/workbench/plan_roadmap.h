// The best plan of a roadmap on the capacity that there is, and applying it.
#pragma once
#include "tradewind/planning/plan.h"
#include "tradewind/storage/workspace.h"
#include "tradewind/workbench/planning_problem.h"

namespace tradewind::workbench {

struct PlannedLoad {
  TeamId team;
  PeriodId period;
  double load = 0;      // person-weeks
  double capacity = 0;  // without what is reserved for firefighting
  double price = 0;     // what one person-week more would be worth at most
};

struct RoadmapPlan {
  PlanningProblem problem;
  planning::Plan plan;
  /// The smallest set of Musts that have to give way, where not all of them fit.
  std::vector<ItemId> relaxed_musts;
  /// Every open item of the roadmap that is not in the plan, with the reason.
  std::vector<ItemLeftOut> left_out;
  std::vector<PlannedLoad> loads;
  std::vector<Placement> placements;  // of the whole roadmap
};

/// Fails as planning_problem does, and where what is under way cannot hold together.
Result<RoadmapPlan> plan_roadmap(const Portfolio& portfolio, const PlanningOptions& options, const planning::Options& search);

/// Makes the roadmap's placements these; what is there already is not touched.
void set_placements(storage::Edit& edit, RoadmapId roadmap, const std::vector<Placement>& placements);
/// The same as one undoable edit.
Result<storage::Receipt> apply_placements(storage::Workspace& workspace, RoadmapId roadmap,
                                          const std::vector<Placement>& placements, std::string_view label);

}  // namespace tradewind::workbench
