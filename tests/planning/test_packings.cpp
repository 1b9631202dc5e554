// The knapsack of one period against trying everything, and the bound from whole periods.
#include <algorithm>
#include <limits>

#include "bench/planning_problems.h"
#include "planning/packing_losses.h"
#include "planning/packing_search.h"
#include "planning/random_problem.h"
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

using Groups = std::vector<std::vector<int>>;

Groups random_groups(RandomNumbers& random, std::size_t items) {
  Groups groups;
  for (int item = 0; item < static_cast<int>(items); ++item) {
    if (groups.empty() || random.below(2) == 0) groups.emplace_back();
    groups[static_cast<std::size_t>(random.below(static_cast<int>(groups.size())))].push_back(item);
  }
  return groups;
}

/// What each choice is worth that fits and takes at most one item of each group.
std::vector<double> worth_of_all(const Knapsack& problem, const Groups& groups = {}) {
  std::vector<double> all;
  for (unsigned choice = 0; choice < 1U << problem.profits.size(); ++choice) {
    const auto is_taken = [&](int item) { return (choice >> static_cast<unsigned>(item) & 1U) != 0; };
    if (std::any_of(groups.begin(), groups.end(),
                    [&](const std::vector<int>& group) { return std::count_if(group.begin(), group.end(), is_taken) > 1; }))
      continue;
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

/// What the best plan is worth that takes each column of a task; minus infinity where none does. Empty where no plan takes any.
std::vector<double> best_with_each_column(const Problem& problem, const Formulation& formulation) {
  std::vector<double> best(formulation.columns.size(), -std::numeric_limits<double>::infinity());
  std::vector<int> start(problem.tasks.size(), left_out);
  bool is_any = false;
  const auto recurse = [&](auto&& self, std::size_t task) -> void {
    if (task == start.size()) {
      if (!violations(problem, start).empty()) return;
      const double value = value_of(problem, start);
      for (const int column : columns_of(formulation, start)) {
        double& most = best[static_cast<std::size_t>(column)];
        most = std::max(most, value);
        is_any = true;
      }
      return;
    }
    for (start[task] = left_out; start[task] < problem.periods; ++start[task]) self(self, task + 1);
    start[task] = left_out;
  };
  recurse(recurse, 0);
  return is_any ? best : std::vector<double>{};
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
    const Groups groups = random_groups(random, problem.profits.size());
    const std::vector<double> grouped = worth_of_all(problem, groups);
    const DenseKnapsackAnswer of_groups = solve_dense(problem, groups, 0, 0, 100000);
    REQUIRE(of_groups.bound >= *std::max_element(grouped.begin(), grouped.end()) - 1e-9);
    REQUIRE(of_groups.bound <= answer.bound + 1e-9);
    const auto listed = all_choices(problem, groups, answer.price, least, 5000);
    REQUIRE(listed.has_value());
    REQUIRE(static_cast<int>(listed->size()) ==
            std::count_if(grouped.begin(), grouped.end(), [&](double worth) { return worth >= least; }));
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
  CHECK_FALSE(all_choices(problem, {{0}, {1}, {2}}, cut_off.price, -100, 2).has_value());
}

TEST_CASE("The knapsack of a period: of starts of the same task that ask the same only the best one counts") {
  Knapsack problem;
  problem.profits = {5, 6, 3};
  problem.weights = {{2, 2, 2}};
  problem.capacities = {4};
  const DenseKnapsackAnswer answer = solve_dense(problem, {{0, 1}, {2}}, 0, 0, 1000);
  CHECK(answer.bound == Approx(9));
  REQUIRE(answer.taken.has_value());
  CHECK(*answer.taken == std::vector<int>{1, 2});
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
    packings.know(columns_of(formulation, best.start));
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
  REQUIRE(packings.parts().parts.back().groups.size() > 100);
  packings.know(columns_of(formulation, best.start));
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

TEST_CASE("Whole periods bound items that last several periods far closer than the linear relaxation") {
  const Problem problem = bench::planning_problem(30, true, 2, 6, 4);
  Options options;
  options.rounds = 100;
  const Plan best = plan(problem, options);
  REQUIRE(best.gap() == 0);
  const Formulation formulation = formulate(problem);
  const Relaxation relaxation = relax(formulation, [] { return true; });
  PackingRelaxation packings(formulation, relaxation);
  packings.know(columns_of(formulation, best.start));
  packings.descend(1e-4 * best.value, 100000, [] { return true; });
  CHECK(packings.bound() >= best.value - 1e-6);
  CHECK(packings.bound() - best.value < 0.5 * (relaxation.bound - best.value));
}

TEST_CASE("What the bound from whole periods closes is in no plan above what is known") {
  RandomNumbers random(23);
  std::size_t closed = 0;
  for (int round = 0; round < 1500; ++round) {
    CAPTURE(round);
    const Problem problem = random_problem(random);
    const Formulation formulation = formulate(problem);
    const std::vector<double> best = best_with_each_column(problem, formulation);
    if (best.empty()) continue;
    const Relaxation relaxation = relax(formulation, [] { return true; });
    PackingRelaxation packings(formulation, relaxation);
    packings.descend(1e-6, 2000, [] { return true; });
    const double most = *std::max_element(best.begin(), best.end());
    REQUIRE(packings.bound() >= most - 1e-6);
    const double known = most - random.below(10);
    const std::vector<bool> all(formulation.columns.size(), true);
    const auto hopeless = hopeless_columns(packings, all, known, 1000000, [] { return true; });
    for (std::size_t column = 0; column < hopeless.size(); ++column)
      if (hopeless[column]) REQUIRE(best[column] <= known + 1e-6);
    closed += static_cast<std::size_t>(std::count(hopeless.begin(), hopeless.end(), true));
  }
  CHECK(closed > 100);
}

TEST_CASE("What the bound from whole periods closes of items that last several periods, the best plan does without") {
  const Problem problem = bench::planning_problem(30, true, 2, 6, 4);
  Options options;
  options.rounds = 100;
  const Plan best = plan(problem, options);
  REQUIRE(best.gap() == 0);
  const Formulation formulation = formulate(problem);
  Relaxation relaxation = relax(formulation, [] { return true; });
  PackingRelaxation packings(formulation, relaxation);
  packings.know(columns_of(formulation, best.start));
  packings.descend(1e-4 * best.value, 100000, [] { return true; });
  const double known = 0.999 * best.value;
  const std::vector<bool> all(formulation.columns.size(), true);
  const auto hopeless = hopeless_columns(packings, all, known, 1000000, [] { return true; });
  for (const int column : columns_of(formulation, best.start)) CHECK_FALSE(hopeless[static_cast<std::size_t>(column)]);
  const auto before = open_columns(relaxation, known);
  close(relaxation, hopeless);
  const auto after = open_columns(relaxation, known);
  CHECK(std::count(after.begin(), after.end(), true) < std::count(before.begin(), before.end(), true));
  // Told to stop, without nodes, or where all is closed already, it closes nothing.
  const std::vector<bool> nothing(formulation.columns.size(), false);
  CHECK(hopeless_columns(packings, all, known, 1000000, [] { return false; }) == nothing);
  CHECK(hopeless_columns(packings, all, known, 0, [] { return true; }) == nothing);
  CHECK(hopeless_columns(packings, nothing, known, 1000000, [] { return true; }) == nothing);
}

TEST_CASE("Plans of sixty items are proven best, and the same on every run") {
  const Problem problem = bench::planning_problem(60, false, 1);
  const Plan first = plan(problem);
  CHECK(first.gap() == 0);
  CHECK(plan(problem).start == first.start);
}

}  // namespace tradewind::planning
