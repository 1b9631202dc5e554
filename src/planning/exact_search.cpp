#include "planning/exact_search.h"

#include <CglProbing.hpp>

#include "planning/branch_and_bound.h"
#include "planning/linear_program.h"
#include "planning/task_covers.h"

namespace tradewind::planning {
namespace {

constexpr int columns_to_probe = 10;
constexpr int longest_cut = 200;

/// What taking or leaving a column would make of the others.
CglProbing consequences() {
  CglProbing probing;
  probing.setUsingObjective(1);
  probing.setMaxPass(1);
  probing.setMaxProbe(columns_to_probe);
  probing.setMaxLook(columns_to_probe);
  probing.setMaxElements(longest_cut);
  probing.setRowCuts(3);
  return probing;
}

}  // namespace

std::vector<bool> open_columns(const Relaxation& relaxation, double known) {
  std::vector<bool> open;
  for (std::size_t column = 0; column < relaxation.share.size(); ++column)
    open.push_back(relaxation.share[column] > 0 || relaxation.loss[column] <= relaxation.bound - known);
  return open;
}

ExactResult search_exactly(const Formulation& formulation, const Relaxation& relaxation, double known, int nodes,
                           const std::function<bool()>& go_on, const std::function<void(double)>& proven) {
  ExactResult result;
  OsiClpSolverInterface solver;
  load(solver, formulation);
  const auto open = open_columns(relaxation, known);
  for (std::size_t column = 0; column < open.size(); ++column)
    if (formulation.columns[column].task >= 0 && !open[column]) solver.setColUpper(static_cast<int>(column), 0);

  CglProbing probing = consequences();
  TaskCovers covers(formulation);
  const BranchAndBoundAnswer answer = branch_and_bound(solver, known, nodes, {{&probing, true}, {&covers, true}}, go_on, proven);
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
