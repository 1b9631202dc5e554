#include "planning/exact_search.h"

#include "planning/branch_and_bound.h"
#include "planning/linear_program.h"

namespace tradewind::planning {

std::vector<bool> open_columns(const Relaxation& relaxation, double known) {
  std::vector<bool> open;
  for (std::size_t column = 0; column < relaxation.share.size(); ++column)
    open.push_back(relaxation.share[column] > 0 || relaxation.loss[column] <= relaxation.bound - known);
  return open;
}

ExactResult search_exactly(const Formulation& formulation, const Relaxation& relaxation, double known, int nodes,
                           const std::function<bool()>& go_on) {
  ExactResult result;
  OsiClpSolverInterface solver;
  load(solver, formulation);
  const auto open = open_columns(relaxation, known);
  for (std::size_t column = 0; column < open.size(); ++column)
    if (formulation.columns[column].task >= 0 && !open[column]) solver.setColUpper(static_cast<int>(column), 0);

  const BranchAndBoundAnswer answer = branch_and_bound(solver, known, nodes, Cuts::for_capacities, go_on);
  if (answer.solution) {
    result.columns.emplace();
    for (std::size_t column = 0; column < formulation.columns.size(); ++column)
      if (formulation.columns[column].task >= 0 && (*answer.solution)[column] > 0.5)
        result.columns->push_back(static_cast<int>(column));
  }
  // Columns left out can only be in plans that are no better than `known`.
  result.complete = answer.complete;
  result.bound = answer.complete ? answer.bound : std::min(relaxation.bound, answer.bound);
  return result;
}

}  // namespace tradewind::planning
