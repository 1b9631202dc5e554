// The planner's figures for docs/performance.md: the gap proven after so many seconds, beside CBC alone on the same problems.
//
//     build/release/tests/bench/planning_figures [SEEDS] [--without-cbc]
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "bench/cbc_alone.h"
#include "bench/planning_portfolio.h"
#include "bench/planning_problems.h"
#include "planning/formulation.h"
#include "planning/linear_program.h"
#include "tradewind/planning/plan.h"
#include "tradewind/planning/verify.h"
#include "tradewind/workbench/plan_roadmap.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/trade_off.h"

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

struct Answers {
  int count = 0;
  int proven = 0;
  double seconds = 0;
  double longest = 0;
  double width = 0;  // of the intervals, as a share of the plan's value
};

/// The price of the item in that period. Nothing where it cannot be priced: then there is nothing to measure.
void ask(const Portfolio& portfolio, ItemId request, const std::string& by, Date today, Answers& answers) {
  workbench::TradeOffOptions options;
  options.request = request;
  options.by = by;
  options.planning.today = today;
  const auto begin = std::chrono::steady_clock::now();
  const auto answer = workbench::trade_off(portfolio, options);
  const double seconds = seconds_since(begin);
  if (!answer || !answer->with.feasible()) return;
  ++answers.count;
  answers.proven += answer->gap == 0 ? 1 : 0;
  answers.seconds += seconds;
  answers.longest = std::max(answers.longest, seconds);
  answers.width += (answer->most_cost - answer->least_cost) / std::max(1.0, answer->without.value);
}

void say(const char* what, const Answers& answers) {
  const double count = std::max(1, answers.count);
  std::printf("%-34s %d requests: mean %.2f s, longest %.2f s, %d proven, intervals %.2f %% of the plan\n", what, answers.count,
              answers.seconds / count, answers.longest, answers.proven, 100 * answers.width / count);
}

/// Items without a place, as requests to a roadmap that was planned on 300 items.
void measure_requests(int seeds) {
  constexpr int requests = 5;
  Answers answers;
  for (int seed = 1; seed <= seeds; ++seed) {
    const Portfolio backlog = bench::portfolio_of(bench::planning_problem(300, false, static_cast<std::uint64_t>(seed)));
    workbench::PlanningOptions options;
    options.today = bench::planning_day;
    const auto plan = workbench::plan_roadmap(backlog, options, {});
    if (!plan) std::abort();
    const Portfolio planned = workbench::with_placements(backlog, plan->problem.roadmap, plan->placements);
    int asked = 0;
    for (const Item& item : planned.all<Item>()) {
      if (asked == requests) break;
      if (!planned.owned_by<&Placement::item>(item.id).empty() || !planned.owned_by<&Dependency::successor>(item.id).empty())
        continue;
      ask(planned, item.id, "2027Q3", options.today, answers);
      ++asked;
    }
  }
  say("roadmap of 300 items", answers);
}

/// Every item of the sample, for the first quarter and the third.
void measure_sample() {
  const Portfolio sample = workbench::make_sample_portfolio();
  Answers answers;
  for (const Item& item : sample.all<Item>())
    for (const char* by : {"2027Q1", "2027Q3"}) ask(sample, item.id, by, workbench::sample_today, answers);
  say("sample", answers);
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
  measure_requests(seeds);
  measure_sample();
  return 0;
}
