#include "tradewind/workbench/plan_roadmap.h"

#include <algorithm>
#include <unordered_set>

#include "tradewind/domain/schedule.h"
#include "tradewind/planning/conflict.h"
#include "tradewind/workbench/trade_off.h"
#include "workbench/contradictions.h"
#include "workbench/left_out_reasons.h"

namespace tradewind::workbench {
namespace {

std::vector<PlannedLoad> loads_of(const PlanningProblem& problem, const planning::Plan& plan) {
  std::vector<PlannedLoad> loads;
  for (std::size_t team = 0; team < problem.teams.size(); ++team)
    for (std::size_t period = 0; period < problem.periods.size(); ++period)
      loads.push_back({problem.teams[team], problem.periods[period], 0, problem.capacity(team, period),
                       problem.overload[team][period], plan.price[team][period]});
  for (std::size_t task = 0; task < problem.items.size(); ++task)
    if (plan.start[task] >= 0)
      for (const planning::Demand& demand : problem.problem.tasks[task].demands)
        loads[static_cast<std::size_t>(demand.team) * problem.periods.size() +
              static_cast<std::size_t>(plan.start[task] + demand.offset)]
            .load += demand.amount;
  return loads;
}

/// Tasks that end after their deadline as they are laid out.
std::vector<std::size_t> past_deadline(const Portfolio& portfolio, const PlanningProblem& problem,
                                       const std::vector<Placement>& placements) {
  std::vector<std::size_t> late;
  const auto numbers = problem.numbers();
  for (const Placement& placement : placements) {
    const auto number = numbers.find(placement.item);
    if (number == numbers.end()) continue;
    const auto& deadline = portfolio.find(placement.item)->deadline;
    const auto span = span_of(placement, portfolio);
    if (deadline && span && last_day(*span) > *deadline) late.push_back(number->second);
  }
  return late;
}

/// Plans until the weeks keep the deadlines: what ends too late within its last period has to end a period earlier.
class DeadlinePlanning {
 public:
  DeadlinePlanning(const Portfolio& portfolio, RoadmapPlan& result, const planning::Options& search)
      : portfolio_(portfolio), result_(result), search_(search) {}

  void run() {
    plan();
    double bound = result_.plan.bound;
    for (int pass = 1; pass < most_passes && result_.plan.feasible() && !result_.plan.stopped_early && tighten(); ++pass) {
      const std::size_t relaxed = result_.relaxed_musts.size();
      plan();
      // A plan that keeps its deadlines in whole periods only is worth no less than any that keeps them to the day.
      if (relaxed == result_.relaxed_musts.size())
        result_.plan.bound = bound = std::max(bound, result_.plan.value);
      else
        bound = result_.plan.bound;
    }
    for (const std::size_t task : late_) result_.past_deadline.push_back(result_.problem.items[task]);
  }

 private:
  static constexpr int most_passes = 8;

  void plan() {
    planning::Problem& problem = result_.problem.problem;
    planning::Options search = search_;
    // Of the pass before: only the deadlines are other ones.
    if (result_.plan.feasible()) search.known = result_.plan.start;
    result_.plan = planning::plan(problem, search);
    if (!result_.plan.feasible() && !result_.plan.stopped_early) {
      const planning::GivingWay way = planning::smallest_relaxation(problem, search_);
      // What was proven of tightened deadlines says nothing of those that there are.
      if (result_.relaxed_musts.empty()) result_.fewest_relaxed = is_tightened_ ? 0 : way.fewest;
      for (const int task : way.tasks) {
        result_.relaxed_musts.push_back(result_.problem.items[static_cast<std::size_t>(task)]);
        problem.tasks[static_cast<std::size_t>(task)].mandatory = false;
      }
      search.known = way.start;
      result_.plan = planning::plan(problem, search);
    }
    if (!result_.plan.feasible()) return;
    result_.placements = planned_placements(portfolio_, result_.problem, result_.plan.start);
    late_ = past_deadline(portfolio_, result_.problem, result_.placements);
  }

  /// False where there is nothing to tighten.
  bool tighten() {
    bool is_tighter = false;
    for (const std::size_t number : late_) {
      planning::Task& task = result_.problem.problem.tasks[number];
      if (task.pinned_start) continue;
      task.latest_finish = result_.plan.start[number] + task.duration - 2;
      is_tighter = true;
    }
    is_tightened_ = is_tightened_ || is_tighter;
    return is_tighter;
  }

  const Portfolio& portfolio_;
  RoadmapPlan& result_;
  const planning::Options& search_;
  std::vector<std::size_t> late_;
  bool is_tightened_ = false;
};

}  // namespace

std::vector<Placement> planned_placements(const Portfolio& portfolio, const PlanningProblem& problem,
                                          const std::vector<int>& start) {
  return with_weeks(portfolio, problem, start, placements_of(portfolio, problem, start));
}

Result<RoadmapPlan> plan_roadmap(const Portfolio& portfolio, const PlanningOptions& options, const planning::Options& search,
                                 const PlanWatch& watch) {
  auto problem = planning_problem(portfolio, options);
  if (!problem) return tl::unexpected(problem.error());
  RoadmapPlan result;
  result.problem = std::move(*problem);
  planning::Options watched = search;
  if (watch)
    watched.go_on = [&](const planning::Progress& progress) {
      watch(result.problem, progress);
      return !search.go_on || search.go_on(progress);
    };
  DeadlinePlanning(portfolio, result, watched).run();
  if (!result.plan.feasible() && result.plan.stopped_early)
    return failure(ErrorCode::cancelled, "cannot plan", "the search was stopped before there was a plan", "let it go on longer");
  if (!result.plan.feasible() && !result.problem.items.empty())
    return result.plan.ruled_out
               ? failure(ErrorCode::conflict, "cannot plan", "what is under way or pinned cannot hold together with the capacity",
                         "look at the roadmap's conflicts, or unpin an item")
               : failure(ErrorCode::conflict, "cannot plan", "no plan was found, and it is not proven that there is none",
                         "let it search with another seed, or make some Musts Shoulds");
  result.contradictions = contradictions_of(portfolio, result.problem);
  result.loads = loads_of(result.problem, result.plan);
  result.left_out = result.problem.left_out;
  for (ItemLeftOut& item : reasons_of_left_out(portfolio, result, watched)) result.left_out.push_back(std::move(item));
  return result;
}

void set_placements(storage::Edit& edit, RoadmapId roadmap, const std::vector<Placement>& placements) {
  std::unordered_set<PlacementId> kept;
  for (const Placement& placement : placements) kept.insert(placement.id);
  std::vector<PlacementId> gone;
  for (const Placement& placement : edit.portfolio().all<Placement>())
    if (placement.roadmap == roadmap && kept.count(placement.id) == 0) gone.push_back(placement.id);
  for (const PlacementId id : gone) edit.erase(id);
  for (const Placement& placement : placements) {
    if (placement.id)
      edit.update(placement);
    else
      edit.insert(placement);
  }
}

Result<storage::Receipt> apply_placements(storage::Workspace& workspace, RoadmapId roadmap,
                                          const std::vector<Placement>& placements, std::string_view label) {
  return workspace.edit(label, [&](storage::Edit& edit) { set_placements(edit, roadmap, placements); });
}

}  // namespace tradewind::workbench
