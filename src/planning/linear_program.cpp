#include "planning/linear_program.h"

#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <cmath>

namespace tradewind::planning {
namespace {

/// Cover cuts take amounts that add up to the limit exactly for too much where they are not whole: 19 × 0.1 + 9 × 0.1 + 7 × 0.1
/// is a rounding error away from 35 × 0.1. Such a cut would forbid the best plan and prove a wrong bound, so these limits get a
/// little room; what uses it up is found by whoever checks the plan.
constexpr double room = 1e-6;

}  // namespace

double as_bound(double limit) {
  if (!std::isinf(limit)) return limit;
  return limit < 0 ? -COIN_DBL_MAX : COIN_DBL_MAX;
}

double upper_limit(const Row& row) {
  const bool whole =
      std::all_of(row.factors.begin(), row.factors.end(), [](double factor) { return factor == std::floor(factor); });
  return whole ? as_bound(row.upper) : as_bound(row.upper + room * std::max(1.0, std::abs(row.upper)));
}

void load(OsiClpSolverInterface& solver, const Formulation& formulation) {
  solver.messageHandler()->setLogLevel(0);
  // All rows at once: appended one by one, each would move what is there already.
  std::vector<int> row_begin{0};
  std::vector<int> columns;
  std::vector<double> factors;
  std::vector<double> row_lower;
  std::vector<double> row_upper;
  for (const Row& row : formulation.rows) {
    columns.insert(columns.end(), row.columns.begin(), row.columns.end());
    factors.insert(factors.end(), row.factors.begin(), row.factors.end());
    row_begin.push_back(static_cast<int>(columns.size()));
    row_lower.push_back(as_bound(row.lower));
    row_upper.push_back(upper_limit(row));
  }
  const CoinPackedMatrix matrix(false, static_cast<int>(formulation.columns.size()), static_cast<int>(formulation.rows.size()),
                                static_cast<int>(columns.size()), factors.data(), columns.data(), row_begin.data(), nullptr);
  std::vector<double> lower(formulation.columns.size(), 0);
  std::vector<double> upper;
  std::vector<double> cost;
  for (const Column& column : formulation.columns) {
    upper.push_back(column.task < 0 ? COIN_DBL_MAX : 1);
    cost.push_back(-column.value);
  }
  solver.loadProblem(matrix, lower.data(), upper.data(), cost.data(), row_lower.data(), row_upper.data());
  for (std::size_t column = 0; column < formulation.columns.size(); ++column)
    if (formulation.columns[column].task >= 0) solver.setInteger(static_cast<int>(column));
}

int AskWhileSolving::event(Event) {
  constexpr int carry_on = -1;
  constexpr int stopped_by_handler = 5;
  return (*go_on_)() ? carry_on : stopped_by_handler;
}

}  // namespace tradewind::planning
