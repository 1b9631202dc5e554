// Knapsacks against trying everything, and what must hold of every answer.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "planning/random_numbers.h"
#include "support/catch.h"
#include "tradewind/planning/knapsack.h"

namespace tradewind::planning {
namespace {

Knapsack random_knapsack(RandomNumbers& random, int items, int constraints, double unit) {
  Knapsack problem;
  for (int item = 0; item < items; ++item) problem.profits.push_back(unit * random.below(30));
  for (int constraint = 0; constraint < constraints; ++constraint) {
    problem.weights.emplace_back();
    for (int item = 0; item < items; ++item)
      problem.weights.back().push_back(random.below(5) == 0 ? 0 : unit * (1 + random.below(20)));
    problem.capacities.push_back(random.below(12) == 0 ? 0 : unit * random.below(8 * items + 1));
  }
  return problem;
}

/// Chu and Beasley's way to make them: weights up to 1000, capacities a share of their sums, profits that follow the weights.
Knapsack hard_knapsack(RandomNumbers& random, int items, int constraints) {
  Knapsack problem;
  problem.profits.assign(static_cast<std::size_t>(items), 0);
  for (int constraint = 0; constraint < constraints; ++constraint) {
    problem.weights.emplace_back();
    double sum = 0;
    for (double& profit : problem.profits) {
      const double weight = 1 + random.below(1000);
      problem.weights.back().push_back(weight);
      profit += weight;
      sum += weight;
    }
    problem.capacities.push_back(sum / 4);
  }
  for (double& profit : problem.profits) profit = std::floor(profit / constraints) + random.below(500);
  return problem;
}

bool fits(const Knapsack& problem, unsigned choice) {
  for (std::size_t constraint = 0; constraint < problem.capacities.size(); ++constraint) {
    double load = 0;
    for (std::size_t item = 0; item < problem.profits.size(); ++item)
      if ((choice >> item & 1U) != 0) load += problem.weights[constraint][item];
    if (load > problem.capacities[constraint] * (1 + 1e-9)) return false;
  }
  return true;
}

double best_of_all(const Knapsack& problem) {
  double best = 0;
  for (unsigned choice = 0; choice < 1U << problem.profits.size(); ++choice) {
    double profit = 0;
    for (std::size_t item = 0; item < problem.profits.size(); ++item)
      if ((choice >> item & 1U) != 0) profit += problem.profits[item];
    if (profit > best && fits(problem, choice)) best = profit;
  }
  return best;
}

std::string text_of(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("Knapsack: thousands of small problems are solved and proven like trying everything") {
  RandomNumbers random(19980401);
  for (int round = 0; round < 2000; ++round) {
    CAPTURE(round);
    const double unit = round % 3 == 0 ? 0.1 : 1;
    const int items = random.below(13);
    const int constraints = random.below(5);
    const Knapsack problem = random_knapsack(random, items, constraints, unit);
    const KnapsackAnswer answer = solve_knapsack(problem, {.steps = 20'000});
    REQUIRE(verify(problem, answer).empty());
    REQUIRE(answer.profit == Approx(best_of_all(problem)).margin(1e-9));
    REQUIRE(answer.proven());
    REQUIRE_FALSE(answer.stopped_early);
  }
}

TEST_CASE("Knapsack: the bound holds also where the search ends before the proof") {
  RandomNumbers random(5);
  int unproven = 0;
  for (int round = 0; round < 40; ++round) {
    CAPTURE(round);
    const Knapsack problem = hard_knapsack(random, 14, 3);
    const KnapsackAnswer hasty = solve_knapsack(problem, {.steps = 1});
    REQUIRE(verify(problem, hasty).empty());
    if (!hasty.proven()) ++unproven;
    const double best = best_of_all(problem);
    REQUIRE(hasty.bound >= best);
    REQUIRE(hasty.profit <= best);
    const KnapsackAnswer patient = solve_knapsack(problem);
    REQUIRE(patient.profit == best);
    REQUIRE(patient.bound == best);
  }
  CHECK(unproven > 0);
}

TEST_CASE("Knapsack: the same problem, seed and steps give the same answer, without a clock") {
  RandomNumbers random(11);
  const Knapsack problem = hard_knapsack(random, 80, 8);
  const KnapsackOptions options{.seed = 3, .steps = 60'000};
  const KnapsackAnswer first = solve_knapsack(problem, options);
  const KnapsackAnswer second = solve_knapsack(problem, options);
  CHECK(first.chosen == second.chosen);
  CHECK(first.bound == second.bound);
  CHECK_FALSE(first.stopped_early);
  CHECK(verify(problem, first).empty());
}

TEST_CASE("Knapsack: the clock and the caller stop the search, which says so") {
  RandomNumbers random(12);
  const Knapsack problem = hard_knapsack(random, 250, 10);
  SECTION("the clock") {
    const KnapsackAnswer answer = solve_knapsack(problem, {.steps = 1'000'000'000, .time_limit = 0.2});
    CHECK(answer.stopped_early);
    CHECK(verify(problem, answer).empty());
    CHECK(answer.profit > 0);
  }
  SECTION("the caller, at once") {
    const KnapsackAnswer answer = solve_knapsack(problem, {.go_on = [] { return false; }});
    CHECK(answer.stopped_early);
    CHECK(verify(problem, answer).empty());
  }
  SECTION("the caller is asked all the time, during proofs too") {
    const Knapsack small = hard_knapsack(random, 100, 10);
    using Clock = std::chrono::steady_clock;
    double longest = 0;
    int asked = 0;
    Clock::time_point last = Clock::now();
    const auto go_on = [&] {
      const Clock::time_point now = Clock::now();
      longest = std::max(longest, std::chrono::duration<double>(now - last).count());
      last = now;
      return ++asked < 4'000;
    };
    CHECK(solve_knapsack(small, {.steps = 1'000'000'000, .go_on = go_on}).stopped_early);
    // Some ten milliseconds; the rest is for a busy machine.
    CHECK(longest < 0.5);
  }
}

TEST_CASE("Knapsack: what is at the edge") {
  const auto solved = [](const Knapsack& problem) {
    const KnapsackAnswer answer = solve_knapsack(problem);
    CHECK(verify(problem, answer).empty());
    CHECK(answer.proven());
    return answer;
  };
  CHECK(solved({}).chosen.empty());
  CHECK(solved({.profits = {}, .weights = {{}}, .capacities = {3}, .best_known = {}}).profit == 0);
  // No constraints: everything that brings something.
  CHECK(solved({.profits = {2, 0, 3}, .weights = {}, .capacities = {}, .best_known = {}}).chosen == std::vector{0, 2});
  // The first fits nowhere.
  CHECK(solved({.profits = {9, 1}, .weights = {{5, 2}}, .capacities = {4}, .best_known = {}}).chosen == std::vector{1});
  CHECK(solved({.profits = {9, 1}, .weights = {{5, 2}}, .capacities = {0}, .best_known = {}}).chosen.empty());
  // Without weight it always fits.
  CHECK(solved({.profits = {9, 1}, .weights = {{5, 0}}, .capacities = {0}, .best_known = {}}).chosen == std::vector{1});
  CHECK(solved({.profits = {1, 1}, .weights = {{0.1, 0.2}}, .capacities = {0.3}, .best_known = {}}).profit == 2);
  CHECK(solved({.profits = {0.5, 0.25, 0.7}, .weights = {{1, 1, 2}}, .capacities = {2}, .best_known = {}}).profit == 0.75);
  CHECK(solved({.profits = {3e12, 4e12, 5e12}, .weights = {{3e9, 4e9, 5e9}}, .capacities = {8e9}, .best_known = {}}).profit ==
        8e12);
  CHECK(solved({.profits = {10, 7, 6}, .weights = {{5, 4, 3}, {1, 2, 2}}, .capacities = {7, 4}, .best_known = {}}).chosen ==
        std::vector{1, 2});
}

TEST_CASE("Knapsack: numbers beyond the solvers still give a choice that holds and a bound") {
  for (const double unit : {1e-12, 1e15, 1e200}) {
    CAPTURE(unit);
    RandomNumbers random(9);
    Knapsack problem = hard_knapsack(random, 12, 2);
    for (double& profit : problem.profits) profit *= unit;
    for (auto& weights : problem.weights)
      for (double& weight : weights) weight *= unit;
    for (double& capacity : problem.capacities) capacity *= unit;
    const KnapsackAnswer answer = solve_knapsack(problem, {.steps = 50'000});
    CHECK(verify(problem, answer).empty());
    CHECK(answer.profit > 0);
    CHECK(answer.bound >= best_of_all(problem) * (1 - 1e-9));
  }
}

TEST_CASE("Knapsack: amounts with a decimal that fill a capacity exactly are not taken for too much") {
  Knapsack problem{.profits = {21, 12, 1, 21, 16, 2, 10, 4, 21, 6, 21},
                   .weights = {{13, 0, 17, 7, 9, 10, 10, 4, 0, 0, 19},
                               {14, 17, 11, 10, 13, 20, 0, 13, 17, 10, 0},
                               {18, 0, 0, 5, 17, 18, 9, 3, 14, 20, 20}},
                   .capacities = {35, 72, 77},
                   .best_known = {}};
  for (auto& weights : problem.weights)
    for (double& weight : weights) weight *= 0.1;
  for (double& capacity : problem.capacities) capacity *= 0.1;
  const KnapsackAnswer answer = solve_knapsack(problem);
  CHECK(answer.profit == 97);
  CHECK(answer.bound == 97);
  CHECK(verify(problem, answer).empty());
}

TEST_CASE("Knapsack: the check names what an answer breaks") {
  const Knapsack problem{.profits = {10, 7, 6}, .weights = {{5, 4, 3}}, .capacities = {7}, .best_known = {}};
  CHECK(verify(problem, {.chosen = {1, 2}, .profit = 13, .bound = 13}).empty());
  const auto only_fault = [&](const KnapsackAnswer& answer) {
    const auto faults = verify(problem, answer);
    REQUIRE(faults.size() == 1);
    return faults.front();
  };
  CHECK(only_fault({.chosen = {0, 1}, .profit = 17, .bound = 17}) == "constraint 1 carries 9, its capacity is 7");
  CHECK(only_fault({.chosen = {1, 2}, .profit = 14, .bound = 14}) == "the answer says a profit of 14, the items add up to 13");
  CHECK(only_fault({.chosen = {1, 2}, .profit = 13, .bound = 12}) == "the bound of 12 is below the profit of 13");
  CHECK(only_fault({.chosen = {3}, .profit = 0, .bound = 0}) == "item 3 does not exist: there are 3 items");
  CHECK(only_fault({.chosen = {2, 2}, .profit = 12, .bound = 12}) ==
        "item 2 comes after item 2: items are to be ascending, each once");
}

TEST_CASE("Knapsack: Petersen's problems of OR-Library are proven optimal, Chu and Beasley's first is found") {
  const std::string folder = std::string(TRADEWIND_SHARED_DATA) + "/bench/mkp/";
  if (!std::filesystem::exists(folder)) return;  // not on this machine
  const auto petersen = read_mknap(text_of(folder + "mknap1.txt"));
  REQUIRE(petersen);
  REQUIRE(petersen->size() == 7);
  for (const Knapsack& problem : *petersen) {
    const KnapsackAnswer answer = solve_knapsack(problem);
    CHECK(verify(problem, answer).empty());
    CHECK(answer.proven());
    REQUIRE(problem.best_known);
    CHECK(answer.profit == Approx(*problem.best_known).epsilon(1e-9));
  }
  const auto chu_beasley = read_mknap(text_of(folder + "mknapcb1.txt"));
  REQUIRE(chu_beasley);
  const KnapsackAnswer answer = solve_knapsack(chu_beasley->front(), {.steps = 400'000});
  CHECK(verify(chu_beasley->front(), answer).empty());
  CHECK(answer.profit == 24381);
}

}  // namespace tradewind::planning
