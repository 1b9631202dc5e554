// The best plan for a problem, and how far from the best it can be at most.
#pragma once
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "tradewind/planning/problem.h"

namespace tradewind::planning {

inline constexpr int left_out = -1;

struct Plan {
  /// The period in which each task starts, or `left_out`. Empty when no plan that holds all that is mandatory was found.
  std::vector<int> start;
  /// Sum of the tasks' values, less what the bands cost.
  double value = 0;
  /// No plan is worth more than this: proven.
  double bound = std::numeric_limits<double>::infinity();
  /// [team][period]: what one more person-week there would bring at the margin (dual prices of the linear relaxation); 0 where
  /// there is capacity to spare.
  std::vector<std::vector<double>> price;
  /// The clock or the caller stopped the search before its budget was used: another run may give another plan.
  bool stopped_early = false;
  /// Proven: no plan holds all that is mandatory. Without it, where there is no plan, none was found.
  bool ruled_out = false;

  bool feasible() const { return !start.empty(); }
  /// (bound - value) / |value|; 0 is proven optimal.
  double gap() const;
};

/// Told while planning; the plan so far gets better, the bound smaller.
struct Progress {
  double value = 0;
  double bound = 0;
  /// Plan::start of the best plan so far, another object whenever that got better; null until there is one.
  std::shared_ptr<const std::vector<int>> best = nullptr;
};

struct Options {
  std::uint64_t seed = 1;
  /// How long to search, in rounds of a fixed amount of work (each half as much again as the one before), so that the same
  /// problem gives the same plan on every machine. It ends earlier where the plan is proven best.
  int rounds = 4;
  /// Nodes of branch and bound in the first proof; each later one gets four times as many. Fewer: an earlier answer, and a wider
  /// gap where there is one.
  int nodes_of_first_proof = 500;
  /// Seconds after which to stop although rounds are left.
  std::optional<double> time_limit;
  /// A plan to begin from, as Plan::start: that of a problem that is a little different, for example. The answer is worth no less
  /// than it where it holds for this problem; else what holds of it is used. Empty: none.
  std::vector<int> known = {};
  /// Asked often (well within 100 ms); false stops. The answer is then the best plan so far.
  std::function<bool(const Progress&)> go_on;
};

/// REQUIRES: faults(problem) is empty.
Plan plan(const Problem& problem, const Options& options = {});

}  // namespace tradewind::planning
