#include "planning/exact_search.h"

#include <CbcEventHandler.hpp>
#include <CbcHeuristicRINS.hpp>
#include <CbcModel.hpp>
#include <CglKnapsackCover.hpp>
#include <CglMixedIntegerRounding2.hpp>
#include <cmath>

#include "planning/linear_program.h"

namespace tradewind::planning {
namespace {

/// What counts as better, as a share of the value: far below anything that people can tell apart.
constexpr double better = 1e-9;

class AskEachNode : public CbcEventHandler {
 public:
  explicit AskEachNode(const std::function<bool()>& go_on) : go_on_(&go_on) {}
  CbcAction event(CbcEvent) override { return (*go_on_)() ? noAction : stop; }
  CbcEventHandler* clone() const override { return new AskEachNode(*this); }

 private:
  const std::function<bool()>* go_on_;
};

}  // namespace

std::vector<bool> open_columns(const Relaxation& relaxation, double known) {
  std::vector<bool> open;
  for (std::size_t column = 0; column < relaxation.share.size(); ++column)
    open.push_back(relaxation.share[column] > 0 || relaxation.loss[column] <= relaxation.bound - known);
  return open;
}

ExactResult search_exactly(const Formulation& formulation, const Relaxation& relaxation, double known, int nodes,
                           const std::function<bool()>& go_on) {
  ExactResult result;
  result.bound = relaxation.bound;
  OsiClpSolverInterface solver;
  load(solver, formulation);
  const auto open = open_columns(relaxation, known);
  for (std::size_t column = 0; column < open.size(); ++column)
    if (formulation.columns[column].task >= 0 && !open[column]) solver.setColUpper(static_cast<int>(column), 0);

  CbcModel model(solver);
  model.setLogLevel(0);
  model.messageHandler()->setLogLevel(0);
  model.solver()->messageHandler()->setLogLevel(0);
  model.setRandomSeed(1);
  model.setNumberThreads(0);
  model.setMaximumNodes(nodes);
  const double step = std::isinf(known) ? 0 : better * std::max(1.0, std::abs(known));
  if (!std::isinf(known)) model.setCutoff(-known - step);
  model.setCutoffIncrement(step);
  model.setAllowableGap(0);
  model.setAllowableFractionGap(0);
  CglKnapsackCover covers;
  CglMixedIntegerRounding2 rounding;
  model.addCutGenerator(&covers, -1, "covers");
  model.addCutGenerator(&rounding, -1, "rounding");
  const AskEachNode handler(go_on);
  model.passInEventHandler(&handler);
  model.initialSolve();
  model.branchAndBound();

  if (model.bestSolution() != nullptr && -model.getObjValue() > known + step / 2) {
    result.columns.emplace();
    for (std::size_t column = 0; column < formulation.columns.size(); ++column)
      if (formulation.columns[column].task >= 0 && model.bestSolution()[column] > 0.5)
        result.columns->push_back(static_cast<int>(column));
  }
  const double reached = result.columns ? std::max(known, -model.getObjValue()) : known;
  result.complete = model.status() == 0 && (model.isProvenOptimal() || model.isProvenInfeasible());
  // Columns left out can only be in plans that are no better than `known`.
  result.bound = result.complete ? reached : std::min(result.bound, std::max(reached, -model.getBestPossibleObjValue()));
  return result;
}

}  // namespace tradewind::planning
