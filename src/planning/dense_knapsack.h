// Exact answers for the knapsack of one period: the best choice, and all choices that are nearly as good.
#pragma once
#include <functional>
#include <optional>

#include "planning/dense_tableau.h"

namespace tradewind::planning {

struct DenseKnapsackAnswer {
  /// The items of the best choice that is worth more than was known; no value when there is none.
  std::optional<std::vector<int>> taken;
  /// No choice is worth more.
  double bound = 0;
  /// The budget was enough: `bound` is at most `step` above the best choice. `bound` holds either way.
  bool complete = true;
  int nodes = 0;
  /// Per constraint, in the linear relaxation.
  std::vector<double> price;
};

/// Depth-first branch and bound. `known`: what a choice is worth that the caller has already. `step`: what is worth no search.
/// `go_on` is asked every few milliseconds; false ends it as if the budget was used up.
DenseKnapsackAnswer solve_dense(const Knapsack& problem, double known, double step, int nodes,
                                const std::function<bool()>& go_on = {});

/// The same where one item of each group can be taken at most. Items that bring no more than another of their group, for no less
/// of anything, are left out; of those that are left, two of a group may be taken: the bound holds, but might be closer.
/// REQUIRES: each item is in one group.
DenseKnapsackAnswer solve_dense(const Knapsack& problem, const std::vector<std::vector<int>>& groups, double known, double step,
                                int nodes, const std::function<bool()>& go_on = {});

/// All choices that are worth at least `least` and take at most one item of each group, each as its items; no value when there
/// are more than `most` or it takes too long. `price`: as solve_dense tells it; the better, the faster. REQUIRES: each item is in
/// one group.
std::optional<std::vector<std::vector<int>>> all_choices(const Knapsack& problem, const std::vector<std::vector<int>>& groups,
                                                         const std::vector<double>& price, double least, std::size_t most);

}  // namespace tradewind::planning
