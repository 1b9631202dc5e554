#include "planning/branch_and_bound.h"

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/linear_program.h"

namespace tradewind::planning {
namespace {

/// What counts as better, as a share of the value: far below anything that people can tell apart.
constexpr double better = 1e-9;

/// CBC's sign for: no search of subtrees without new cuts. Where cuts are found at each node these take far fewer nodes.
constexpr int no_plain_subtrees = -999;
/// Rounds of cuts at each node; CBC's own number is ten.
constexpr int rounds_at_node = 1;

/// How often a variable is tried out before its record is believed. Ten of CBC's own took most of the time of small searches.
constexpr int tries_of_variable = 1;

class AskEachNode : public CbcEventHandler {
 public:
  /// `at_root` hears once of the value of the relaxation with its cuts.
  AskEachNode(const std::function<bool()>& go_on, const std::function<void(double)>& at_root)
      : go_on_(&go_on), at_root_(&at_root) {}
  CbcAction event(CbcEvent event) override {
    if (!(*go_on_)()) return stop;
    if (event == node && !is_told_) {
      is_told_ = true;
      (*at_root_)(-model_->rootObjectiveAfterCuts());
    }
    return noAction;
  }
  CbcEventHandler* clone() const override { return new AskEachNode(*this); }

 private:
  const std::function<bool()>* go_on_;
  const std::function<void(double)>* at_root_;
  bool is_told_ = false;
};

}  // namespace

BranchAndBoundAnswer branch_and_bound(const OsiClpSolverInterface& solver, double known, int nodes,
                                      const std::vector<CutSource>& cuts, const std::function<bool()>& go_on,
                                      const std::function<void(double)>& proven) {
  CbcModel model(solver);
  model.setLogLevel(0);
  model.messageHandler()->setLogLevel(0);
  model.solver()->messageHandler()->setLogLevel(0);
  model.setRandomSeed(1);
  model.setNumberBeforeTrust(tries_of_variable);
  model.setNumberThreads(0);
  model.setMaximumNodes(nodes);
  const double step = std::isinf(known) ? 0 : better * std::max(1.0, std::abs(known));
  if (!std::isinf(known)) model.setCutoff(-known - step);
  model.setCutoffIncrement(step);
  model.setAllowableGap(0);
  model.setAllowableFractionGap(0);
  for (const CutSource& source : cuts) {
    model.addCutGenerator(source.generator, source.at_each_node ? 1 : -1);
    if (!source.at_each_node) continue;
    model.setFastNodeDepth(no_plain_subtrees);
    model.setMaximumCutPasses(rounds_at_node);
  }
  // A relaxation that is left half-way looks like one without a solution: from then on nothing that CBC says is a proof.
  bool is_left = false;
  const std::function<bool()> ask = [&] {
    is_left = is_left || !go_on();
    return !is_left;
  };
  double at_root = std::numeric_limits<double>::infinity();
  const std::function<void(double)> tell = [&](double bound) {
    at_root = std::max(known, bound);
    if (proven) proven(at_root);
  };
  const AskEachNode handler(ask, tell);
  model.passInEventHandler(&handler);
  AskWhileSolving asking(ask);
  if (auto* relaxed = dynamic_cast<OsiClpSolverInterface*>(model.solver())) relaxed->getModelPtr()->passInEventHandler(&asking);
  model.initialSolve();
  model.branchAndBound();

  BranchAndBoundAnswer answer;
  answer.reached = known;
  if (model.bestSolution() != nullptr && -model.getObjValue() > known + step / 2) {
    answer.solution.emplace(model.bestSolution(), model.bestSolution() + solver.getNumCols());
    answer.reached = std::max(known, -model.getObjValue());
  }
  answer.complete = !is_left && model.status() == 0 && (model.isProvenOptimal() || model.isProvenInfeasible());
  if (is_left)
    answer.bound = std::max(answer.reached, at_root);
  else
    answer.bound = answer.complete ? answer.reached : std::max(answer.reached, -model.getBestPossibleObjValue());
  return answer;
}

}  // namespace tradewind::planning
