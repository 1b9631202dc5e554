// The planner's figures for docs/performance.md: the gap proven after so many seconds, beside CBC alone on the same problems.
//
//     build/release/tests/bench/planning_figures [SEEDS] [--without-cbc]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "bench/cbc_alone.h"
#include "bench/planning_problems.h"
#include "planning/formulation.h"
#include "planning/linear_program.h"
#include "tradewind/planning/plan.h"
#include "tradewind/planning/verify.h"

namespace {

using namespace tradewind;

struct Measured {
  double gap = 0;  // percent
  double seconds = 0;
};

double seconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

Measured measure_planner(const planning::Problem& problem, double limit) {
  const auto begin = std::chrono::steady_clock::now();
  planning::Options options;
  options.time_limit = limit;
  options.rounds = 1'000'000;
  const planning::Plan plan = planning::plan(problem, options);
  if (!planning::violations(problem, plan.start).empty()) std::abort();
  return {100 * plan.gap(), seconds_since(begin)};
}

Measured measure_cbc(const planning::Problem& problem, double limit) {
  const auto begin = std::chrono::steady_clock::now();
  OsiClpSolverInterface solver;
  planning::load(solver, planning::formulate(problem));
  solver.initialSolve();
  CbcModel model(solver);
  bench::run_cbc(model, limit);
  const bool found = model.bestSolution() != nullptr;
  const double gap = found ? 100 * (model.getBestPossibleObjValue() / model.getObjValue() - 1) : 100;
  return {gap, seconds_since(begin)};
}

/// Both plans of a trade-off: without the first item that the best plan leaves out, and with it by the third period.
void measure_request(int seeds) {
  double seconds = 0;
  double width = 0;
  double cost = 0;
  for (int seed = 1; seed <= seeds; ++seed) {
    const auto problem = bench::planning_problem(300, false, static_cast<std::uint64_t>(seed));
    const auto begin = std::chrono::steady_clock::now();
    planning::Options options;
    options.rounds = 1;
    const planning::Plan without = planning::plan(problem, options);
    auto obliged = problem;
    for (std::size_t task = 0; task < obliged.tasks.size(); ++task) {
      if (without.start[task] != planning::left_out || !problem.tasks[task].predecessors.empty()) continue;
      obliged.tasks[task].mandatory = true;
      obliged.tasks[task].latest_finish = 2;
      break;
    }
    const planning::Plan with = planning::plan(obliged, options);
    seconds += seconds_since(begin) / seeds;
    cost += std::max(0.0, without.value - with.value) / seeds;
    width += (without.bound - with.value) / without.value / seeds;
  }
  std::printf("request of 300 items: %.2f s, cost %.1f, and at most %.2f %% of the plan's value\n", seconds, cost, 100 * width);
}

}  // namespace

int main(int argc, char** argv) {
  const int seeds = argc > 1 && argv[1][0] != '-' ? std::atoi(argv[1]) : 3;
  const bool with_cbc = std::strcmp(argv[argc - 1], "--without-cbc") != 0;
  struct Row {
    int items;
    bool long_items;
    double limit;
  };
  const Row rows[] = {{60, false, 0.5}, {60, false, 30}, {150, false, 1}, {300, false, 1}, {300, false, 10},
                      {1000, false, 5}, {60, true, 1},   {60, true, 10},  {300, true, 2},  {300, true, 10}};
  std::printf("%-28s %8s %12s %12s %12s %12s\n", "problem", "limit s", "gap %", "took s", "CBC gap %", "CBC took s");
  for (const Row& row : rows) {
    Measured ours;
    Measured theirs;
    for (int seed = 1; seed <= seeds; ++seed) {
      const auto problem = bench::planning_problem(row.items, row.long_items, static_cast<std::uint64_t>(seed));
      const Measured mine = measure_planner(problem, row.limit);
      const Measured peer = with_cbc ? measure_cbc(problem, row.limit) : Measured{};
      ours.gap += mine.gap / seeds;
      ours.seconds += mine.seconds / seeds;
      theirs.gap += peer.gap / seeds;
      theirs.seconds += peer.seconds / seeds;
    }
    std::printf("%4d items%-18s %8.1f %12.3f %12.2f %12.3f %12.2f\n", row.items, row.long_items ? ", some 2-3 periods" : "",
                row.limit, ours.gap, ours.seconds, theirs.gap, theirs.seconds);
    std::fflush(stdout);
  }
  measure_request(seeds);
  return 0;
}
