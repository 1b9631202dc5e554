// CBC on one thread, with a budget of nodes: the one place that sets it up.
#pragma once
#include <OsiClpSolverInterface.hpp>
#include <functional>
#include <optional>
#include <vector>

namespace tradewind::planning {

struct BranchAndBoundAnswer {
  /// Per column, of the best solution that is worth more than was known.
  std::optional<std::vector<double>> solution;
  /// The larger of what was known and what the solution is worth.
  double reached = 0;
  /// No solution is worth more.
  double bound = 0;
  /// The search ended by itself.
  bool complete = false;
};

enum class Cuts { for_capacities, for_packings };

/// The solver minimises the negative of the value. `known`: minus infinity where nothing is. `go_on` is asked at each node.
BranchAndBoundAnswer branch_and_bound(const OsiClpSolverInterface& solver, double known, int nodes, Cuts cuts,
                                      const std::function<bool()>& go_on);

}  // namespace tradewind::planning
