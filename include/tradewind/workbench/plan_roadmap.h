// The best plan of a roadmap on the capacity that there is, and applying it.
#pragma once
#include <functional>

#include "tradewind/planning/plan.h"
#include "tradewind/storage/workspace.h"
#include "tradewind/workbench/planning_problem.h"

namespace tradewind::workbench {

struct PlannedLoad {
  TeamId team;
  PeriodId period;
  double load = 0;      // person-weeks
  double capacity = 0;  // without what is reserved for firefighting
  double overload = 0;  // what stays where it is asks for beyond that
  double price = 0;     // what one person-week more would be worth at most
};

struct RoadmapPlan {
  PlanningProblem problem;
  planning::Plan plan;
  /// The Musts that give way, where not all of them fit; each is in `left_out` with the reason unless it is planned all the same.
  std::vector<ItemId> relaxed_musts;
  /// Proven: so many of them have to.
  std::size_t fewest_relaxed = 0;
  /// Planned, but ending after their deadline: what is under way or pinned, or what the search was stopped over.
  std::vector<ItemId> past_deadline;
  /// What stays although its own dates or what it waits for say otherwise.
  std::vector<ItemLeftOut> contradictions;
  /// Every open item of the roadmap that is not in the plan, with the reason.
  std::vector<ItemLeftOut> left_out;
  std::vector<PlannedLoad> loads;
  std::vector<Placement> placements;  // of the whole roadmap
};

/// Told what is planned each time that planning::Options::go_on is asked: `progress.best` is of the tasks of `problem`.
using PlanWatch = std::function<void(const PlanningProblem& problem, const planning::Progress& progress)>;

/// Fails as planning_problem does, where what is under way cannot hold together, and where it is stopped before there is a plan.
Result<RoadmapPlan> plan_roadmap(const Portfolio& portfolio, const PlanningOptions& options, const planning::Options& search,
                                 const PlanWatch& watch = {});

/// The roadmap where the tasks of a plan start as it says, with the days that what moves and what is new takes in its period.
std::vector<Placement> planned_placements(const Portfolio& portfolio, const PlanningProblem& problem,
                                          const std::vector<int>& start);
/// Gives days to those of `placements` that a plan put into a period (planning/week_layout.h), from `problem.today` on where
/// that is possible. Without a duration an item takes as long as its teams need that have room for it. What stays as it is in
/// the workspace, and what is placed by dates, is not touched; nor is what takes its whole period.
std::vector<Placement> with_weeks(const Portfolio& portfolio, const PlanningProblem& problem, const std::vector<int>& start,
                                  std::vector<Placement> placements);

/// Makes the roadmap's placements these; what is there already is not touched.
void set_placements(storage::Edit& edit, RoadmapId roadmap, const std::vector<Placement>& placements);
/// The same as one undoable edit.
Result<storage::Receipt> apply_placements(storage::Workspace& workspace, RoadmapId roadmap,
                                          const std::vector<Placement>& placements, std::string_view label);

}  // namespace tradewind::workbench
