// The best choice of items that share several capacities: the multidimensional 0/1 knapsack problem.
//
//     const Knapsack problem{.profits = {10, 7, 6}, .weights = {{5, 4, 3}, {1, 2, 2}}, .capacities = {7, 4}};
//     const KnapsackAnswer answer = solve_knapsack(problem);
//     answer.chosen == std::vector{1, 2} && answer.profit == 13 && answer.proven()
//
// Method: see src/planning/knapsack_search.h. Sources: Chu, Beasley, "A genetic algorithm for the multidimensional knapsack
// problem", Journal of Heuristics 4 (1998); Balas, Zemel, "An algorithm for large zero-one knapsack problems", Operations
// Research 28 (1980), for the core; Puchinger, Raidl, Pferschy, "The multidimensional knapsack problem: structure and
// algorithms", INFORMS Journal on Computing 22 (2010), for cores by reduced costs.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/planning/instances.h"

namespace tradewind::planning {

/// Weights of chosen items may add up to more than a capacity by this share of it: 0.1 + 0.2 fits into 0.3.
inline constexpr double capacity_rounding = 1e-9;

struct KnapsackOptions {
  std::uint64_t seed = 1;
  /// How many choices to try: this decides how long the search goes on, so that the same problem, seed and budget give the
  /// same answer on every machine. 100 items and 10 capacities: about 400,000 a second. To let the clock alone decide, ask
  /// for more than it will allow.
  std::int64_t steps = 1'000'000;
  /// Seconds after which to stop although the budget is not used up.
  std::optional<double> time_limit = {};
  /// Asked every few milliseconds; false stops.
  std::function<bool()> go_on = {};
};

struct KnapsackAnswer {
  /// Items by their index, ascending.
  std::vector<int> chosen;
  double profit = 0;
  /// No choice is worth more.
  double bound = 0;
  /// The clock or the caller stopped the search: another run may give another answer.
  bool stopped_early = false;

  /// No choice is better than this one (by more than a billionth).
  bool proven() const { return bound <= profit; }
};

/// REQUIRES: profits, weights and capacities are finite and not negative; each constraint has a weight for each item and
/// a capacity (what read_mknap returns).
KnapsackAnswer solve_knapsack(const Knapsack& problem, const KnapsackOptions& options = {});

/// Which rules an answer breaks, in words (indices, order, capacities, the sum of the profits, a bound below it); empty when
/// it holds. Plain loops over the definitions, none of the solver's code. Constraints are counted from 1 in the words, items
/// from 0 as in `chosen`.
std::vector<std::string> verify(const Knapsack& problem, const KnapsackAnswer& answer);

}  // namespace tradewind::planning
