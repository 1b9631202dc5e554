// The one place that hands a formulation to the solvers of COIN-OR.
#pragma once
#include <OsiClpSolverInterface.hpp>

#include "planning/formulation.h"

namespace tradewind::planning {

/// Minimises the negative of the value; columns of tasks are marked as whole numbers.
void load(OsiClpSolverInterface& solver, const Formulation& formulation);

/// A limit, perhaps infinite, as the solvers write it.
double as_bound(double limit);

/// The row's upper limit, with a little room where its amounts are not whole numbers.
double upper_limit(const Row& row);

}  // namespace tradewind::planning
