#include "planning/relaxation.h"

#include <CglKnapsackCover.hpp>
#include <OsiClpSolverInterface.hpp>
#include <cmath>

#include "planning/linear_program.h"

namespace tradewind::planning {
namespace {

constexpr int most_rounds = 12;
constexpr double worth_another_round = 1e-5;  // of the bound

int add_cover_cuts(OsiClpSolverInterface& solver, int round) {
  CglKnapsackCover generator;
  generator.setMaxInKnapsack(200);
  CglTreeInfo info;
  info.inTree = false;
  info.pass = round;
  OsiCuts cuts;
  generator.generateCuts(solver, cuts, info);
  if (cuts.sizeRowCuts() == 0) return 0;
  solver.applyCuts(cuts);
  solver.resolve();
  return cuts.sizeRowCuts();
}

std::vector<std::vector<double>> capacity_prices(const Formulation& formulation, const std::vector<double>& row_price) {
  std::vector<std::vector<double>> price;
  for (const auto& rows : formulation.capacity_row) {
    price.emplace_back();
    for (const int row : rows) price.back().push_back(row < 0 ? 0 : std::max(0.0, row_price[static_cast<std::size_t>(row)]));
  }
  return price;
}

/// REQUIRES: the solver is optimal.
void note(const OsiClpSolverInterface& solver, std::size_t columns, Relaxation& relaxation) {
  // The solver minimises the negative of the value.
  relaxation.bound = -solver.getObjValue();
  relaxation.share.assign(solver.getColSolution(), solver.getColSolution() + columns);
  relaxation.loss.clear();
  for (std::size_t column = 0; column < columns; ++column) relaxation.loss.push_back(std::abs(solver.getReducedCost()[column]));
}

}  // namespace

Relaxation relax(const Formulation& formulation, const std::function<bool()>& go_on) {
  Relaxation relaxation;
  OsiClpSolverInterface solver;
  load(solver, formulation);
  AskWhileSolving asking(go_on);
  solver.getModelPtr()->passInEventHandler(&asking);
  solver.initialSolve();
  if (!solver.isProvenOptimal()) {
    relaxation.feasible = false;
    relaxation.ruled_out = solver.isProvenPrimalInfeasible();
    return relaxation;
  }
  // Before the cuts, which would take a part of the prices.
  for (int row = 0; row < solver.getNumRows(); ++row) relaxation.row_price.push_back(-solver.getRowPrice()[row]);
  relaxation.price = capacity_prices(formulation, relaxation.row_price);
  note(solver, formulation.columns.size(), relaxation);
  for (int round = 0; round < most_rounds && go_on(); ++round) {
    const double before = relaxation.bound;
    if (add_cover_cuts(solver, round) == 0 || !solver.isProvenOptimal()) break;
    note(solver, formulation.columns.size(), relaxation);
    if (before - relaxation.bound < worth_another_round * std::abs(before)) break;
  }
  return relaxation;
}

}  // namespace tradewind::planning
