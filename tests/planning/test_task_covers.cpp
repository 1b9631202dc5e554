// Cover cuts over tasks against every plan there is, and branch and bound with them against the best plan.
#include <OsiClpSolverInterface.hpp>

#include "planning/exact_search.h"
#include "planning/linear_program.h"
#include "planning/random_problem.h"
#include "planning/task_covers.h"
#include "support/catch.h"

namespace tradewind::planning {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

Problem random_amounts(RandomNumbers& random) {
  Problem problem = random_problem(random);
  if (random.below(3) == 0)
    for (Task& task : problem.tasks)
      for (Demand& demand : task.demands) demand.amount *= 0.1 + random.share();
  return problem;
}

/// What the relaxation asks for, round by round, and what a few points that mean nothing do.
std::vector<OsiRowCut> cuts_of(const Formulation& formulation, RandomNumbers& random) {
  OsiClpSolverInterface solver;
  load(solver, formulation);
  solver.initialSolve();
  std::vector<OsiRowCut> all;
  TaskCovers covers(formulation);
  for (int round = 0; round < 8; ++round) {
    if (round >= 4) {
      std::vector<double> share;
      for (std::size_t column = 0; column < formulation.columns.size(); ++column) share.push_back(random.share());
      solver.setColSolution(share.data());
    }
    OsiCuts cuts;
    covers.generateCuts(solver, cuts, CglTreeInfo());
    for (int cut = 0; cut < cuts.sizeRowCuts(); ++cut) all.push_back(cuts.rowCut(cut));
    if (round >= 3) continue;
    solver.applyCuts(cuts);
    solver.resolve();
  }
  return all;
}

double left_side(const OsiRowCut& cut, const Formulation& formulation, const std::vector<int>& start) {
  double sum = 0;
  for (int entry = 0; entry < cut.row().getNumElements(); ++entry) {
    const Column& column = formulation.columns[static_cast<std::size_t>(cut.row().getIndices()[entry])];
    if (start[static_cast<std::size_t>(column.task)] == column.start) sum += cut.row().getElements()[entry];
  }
  return sum;
}

template <class Look>
void for_each_plan(const Problem& problem, std::vector<int>& start, std::size_t task, const Look& look) {
  if (task == start.size()) {
    if (violations(problem, start).empty()) look(start);
    return;
  }
  for (start[task] = left_out; start[task] < problem.periods; ++start[task]) for_each_plan(problem, start, task + 1, look);
  start[task] = left_out;
}

}  // namespace

TEST_CASE("Cover cuts over tasks: no plan breaks one") {
  RandomNumbers random(21);
  std::size_t found = 0;
  for (int round = 0; round < 1000; ++round) {
    CAPTURE(round);
    const Problem problem = random_amounts(random);
    const Formulation formulation = formulate(problem);
    const std::vector<OsiRowCut> cuts = cuts_of(formulation, random);
    found += cuts.size();
    bool holds = true;
    std::vector<int> start(problem.tasks.size(), left_out);
    for_each_plan(problem, start, 0, [&](const std::vector<int>& plan) {
      for (const OsiRowCut& cut : cuts) holds = holds && left_side(cut, formulation, plan) <= cut.ub() + 1e-9;
    });
    REQUIRE(holds);
  }
  CHECK(found > 500);
}

TEST_CASE("Branch and bound over columns: the value of the best plan, and none where that is known") {
  RandomNumbers random(22);
  for (int round = 0; round < 1000; ++round) {
    CAPTURE(round);
    const Problem problem = random_problem(random);
    const Exhaustive best = try_everything(problem);
    const Formulation formulation = formulate(problem);
    const Relaxation relaxation = relax(formulation, [] { return true; });
    if (!relaxation.feasible) {
      REQUIRE_FALSE(best.best.has_value());
      continue;
    }
    const ExactResult found = search_exactly(formulation, relaxation, -infinite, 100000, [] { return true; });
    REQUIRE(found.complete);
    REQUIRE(found.columns.has_value() == best.best.has_value());
    if (!best.best) continue;
    REQUIRE(found.bound == Approx(best.value).margin(1e-6));
    const ExactResult nothing = search_exactly(formulation, relaxation, best.value, 100000, [] { return true; });
    REQUIRE(nothing.complete);
    REQUIRE(nothing.bound == Approx(best.value).margin(1e-6));
  }
}

TEST_CASE("Cover cuts over tasks: a long task counts once, whichever of its starts reaches the period") {
  Problem problem;
  problem.periods = 3;
  problem.capacity = {{3, 3, 3}};
  Task task;
  task.duration = 2;
  task.demands = {{0, 2, 0}, {0, 2, 1}};
  task.value = {0, 2, 1};
  problem.tasks = {task, task, task};
  const Formulation formulation = formulate(problem);
  OsiClpSolverInterface solver;
  load(solver, formulation);
  const std::vector<double> share(formulation.columns.size(), 0.5);
  REQUIRE(share.size() == 6);
  solver.setColSolution(share.data());
  OsiCuts cuts;
  TaskCovers(formulation).generateCuts(solver, cuts, CglTreeInfo());
  // The period in the middle is reached by both starts of all three, and holds one task.
  bool found = false;
  for (int cut = 0; cut < cuts.sizeRowCuts(); ++cut)
    found = found || (cuts.rowCut(cut).row().getNumElements() == 6 && cuts.rowCut(cut).ub() == 1);
  CHECK(found);
}

}  // namespace tradewind::planning
