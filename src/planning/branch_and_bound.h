// CBC on one thread, with a budget of nodes: the one place that sets it up.
#pragma once
#include <CglCutGenerator.hpp>
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

/// What makes the relaxation tighter: before the first branch, and perhaps at each node.
struct CutSource {
  CglCutGenerator* generator = nullptr;
  bool at_each_node = false;
};

/// The solver minimises the negative of the value. `known`: minus infinity where nothing is. `go_on` is asked all
/// the time; after a no only the solution counts. `proven` hears of the bound before the first branch, long before the end.
BranchAndBoundAnswer branch_and_bound(const OsiClpSolverInterface& solver, double known, int nodes,
                                      const std::vector<CutSource>& cuts, const std::function<bool()>& go_on,
                                      const std::function<void(double bound)>& proven = {});

}  // namespace tradewind::planning
