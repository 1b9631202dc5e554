// The knapsack of one period against trying everything, and the bound from whole periods.
#include <algorithm>

#include "bench/planning_problems.h"
#include "planning/packing_search.h"
#include "planning/random_numbers.h"
#include "support/catch.h"
#include "tradewind/planning/plan.h"

namespace tradewind::planning {
namespace {

Knapsack random_knapsack(RandomNumbers& random) {
  Knapsack problem;
  const int items = 1 + random.below(10);
  const int constraints = random.below(4);
  for (int item = 0; item < items; ++item) problem.profits.push_back(random.below(40) - 5);
  for (int constraint = 0; constraint < constraints; ++constraint) {
    auto& weights = problem.weights.emplace_back();
    for (int item = 0; item < items; ++item) weights.push_back(random.below(3) == 0 ? 0 : 1 + random.share() * 9);
    problem.capacities.push_back(random.share() * 25);
  }
  return problem;
}

/// What each choice is worth that fits.
std::vector<double> worth_of_all(const Knapsack& problem) {
  std::vector<double> all;
  for (unsigned choice = 0; choice < 1U << problem.profits.size(); ++choice) {
    const auto sum = [&](const std::vector<double>& amounts) {
      double total = 0;
      for (std::size_t item = 0; item < amounts.size(); ++item)
        if ((choice >> item & 1U) != 0) total += amounts[item];
      return total;
    };
    bool fits = true;
    for (std::size_t constraint = 0; constraint < problem.capacities.size(); ++constraint)
      fits = fits && sum(problem.weights[constraint]) <= problem.capacities[constraint] + 1e-9;
    if (fits) all.push_back(sum(problem.profits));
  }
  return all;
}

std::vector<int> columns_of(const Formulation& formulation, const Plan& plan) {
  std::vector<int> columns;
  for (std::size_t column = 0; column < formulation.columns.size(); ++column)
    if (plan.start[static_cast<std::size_t>(formulation.columns[column].task)] == formulation.columns[column].start)
      columns.push_back(static_cast<int>(column));
  return columns;
}

}  // namespace

TEST_CASE("The knapsack of a period: the best choice and all that are nearly as good are those of trying everything") {
  RandomNumbers random(11);
  for (int round = 0; round < 3000; ++round) {
    CAPTURE(round);
    const Knapsack problem = random_knapsack(random);
    const std::vector<double> all = worth_of_all(problem);
    const double best = *std::max_element(all.begin(), all.end());
    const DenseKnapsackAnswer answer = solve_dense(problem, 0, 0, 100000);
    REQUIRE(answer.complete);
    REQUIRE(answer.bound == Approx(best).margin(1e-6));
    REQUIRE(answer.taken.has_value() == (best > 0));
    if (answer.taken) {
      double profit = 0;
      for (const int item : *answer.taken) profit += problem.profits[static_cast<std::size_t>(item)];
      REQUIRE(profit == Approx(best).margin(1e-6));
    }
    for (const int nodes : {0, 1, 3}) REQUIRE(solve_dense(problem, 0, 0, nodes).bound >= best - 1e-9);
    const double coarse = solve_dense(problem, 0, 2, 100000).bound;
    REQUIRE((coarse >= best - 1e-9 && coarse <= best + 2 + 1e-9));
    const double least = best - 10.5;
    const auto listed = all_choices(problem, answer.price, least, 5000);
    REQUIRE(listed.has_value());
    REQUIRE(static_cast<int>(listed->size()) ==
            std::count_if(all.begin(), all.end(), [&](double worth) { return worth >= least; }));
  }
}

TEST_CASE("The knapsack of a period: what is known already is not found again, and a budget that is too small says so") {
  Knapsack problem;
  problem.profits = {5, 4, 3};
  problem.weights = {{2, 2, 2}};
  problem.capacities = {4};
  CHECK_FALSE(solve_dense(problem, 9, 0, 1000).taken.has_value());
  CHECK(solve_dense(problem, 9, 0, 1000).bound == Approx(9));
  problem.capacities = {3};
  const DenseKnapsackAnswer cut_off = solve_dense(problem, 0, 0, 0);
  CHECK_FALSE(cut_off.complete);
  CHECK(cut_off.bound == Approx(7));  // that of the relaxation: 5 and half of 4
  CHECK_FALSE(all_choices(problem, cut_off.price, -100, 2).has_value());
}

TEST_CASE("The bound from whole periods is below the linear one and not below the best plan") {
  for (const std::uint64_t seed : {1U, 2U, 3U}) {
    const bool long_items = seed == 3;
    const Problem problem = bench::planning_problem(long_items ? 16 : 30, long_items, seed, 4, 3);
    const Plan best = plan(problem);
    REQUIRE(best.gap() == 0);
    const Formulation formulation = formulate(problem);
    const Relaxation relaxation = relax(formulation, [] { return true; });
    PackingRelaxation packings(formulation, relaxation);
    packings.know(columns_of(formulation, best));
    const double closeness = 1e-3 * best.value;
    REQUIRE(packings.tighten(closeness, 200000, [] { return true; }));
    CHECK(packings.bound() >= best.value - 1e-6);
    CHECK(packings.bound() <= relaxation.bound + closeness);
    const ExactResult found = search_packings(formulation, packings, 0.9 * best.value, best.value, 100000, [] { return true; });
    CHECK(found.complete);
    CHECK(found.bound == Approx(best.value));
    // Nothing is better, and that is found out as well.
    const ExactResult nothing = search_packings(formulation, packings, best.value, best.value, 100000, [] { return true; });
    CHECK(nothing.complete);
    CHECK_FALSE(nothing.columns.has_value());
  }
}

TEST_CASE("Periods of medium size get a bound that is below the linear one and not below the best plan") {
  const Problem problem = bench::planning_problem(110, false, 2, 2, 3);
  Options options;
  options.rounds = 1;
  const Plan best = plan(problem, options);
  const Formulation formulation = formulate(problem);
  const Relaxation relaxation = relax(formulation, [] { return true; });
  PackingRelaxation packings(formulation, relaxation);
  REQUIRE(packings.parts().parts.back().pieces.size() > 100);
  packings.know(columns_of(formulation, best));
  CHECK_FALSE(packings.tighten(0, 1000, [] { return true; }));
  const double after_some = packings.bound();
  packings.tighten(0, 10000, [] { return true; });
  CHECK(packings.bound() <= after_some);
  CHECK(packings.bound() < relaxation.bound - 5e-4 * best.value);
  CHECK(packings.bound() >= best.value - 1e-6);
  // Told to stop, it keeps what it has.
  const double before = packings.bound();
  packings.tighten(0, 2000, [] { return false; });
  CHECK(packings.bound() == before);
}

TEST_CASE("Plans of sixty items are proven best, and the same on every run") {
  const Problem problem = bench::planning_problem(60, false, 1);
  const Plan first = plan(problem);
  CHECK(first.gap() == 0);
  CHECK(plan(problem).start == first.start);
}

}  // namespace tradewind::planning
