// The one place that hands a formulation to the solvers of COIN-OR.
#pragma once
#include <ClpEventHandler.hpp>
#include <OsiClpSolverInterface.hpp>
#include <functional>

#include "planning/formulation.h"

namespace tradewind::planning {

/// Minimises the negative of the value; columns of tasks are marked as whole numbers.
void load(OsiClpSolverInterface& solver, const Formulation& formulation);

/// A limit, perhaps infinite, as the solvers write it.
double as_bound(double limit);

/// The row's upper limit, with a little room where its amounts are not whole numbers.
double upper_limit(const Row& row);

/// Asks at each iteration whether to go on. A solver that was told to stop is not optimal, and what it holds proves nothing.
class AskWhileSolving : public ClpEventHandler {
 public:
  /// Lifetime: `go_on` outlives every solver that this, or a copy of it, was passed to.
  explicit AskWhileSolving(const std::function<bool()>& go_on) : go_on_(&go_on) {}
  int event(Event) override;
  ClpEventHandler* clone() const override { return new AskWhileSolving(*this); }

 private:
  const std::function<bool()>* go_on_;
};

}  // namespace tradewind::planning
