// The linear relaxation: how much any plan can be worth at most, and what a person-week more of each team would bring.
#pragma once
#include <functional>

#include "planning/formulation.h"

namespace tradewind::planning {

struct Relaxation {
  /// False: what is mandatory cannot be done even with tasks in parts, or `go_on` said no before anything was known.
  bool feasible = true;
  /// The former of these, proven.
  bool ruled_out = false;
  double bound = 0;
  /// Per column of the formulation: how much of it the relaxation takes, and how much worse than the bound every plan is
  /// that takes it (for a column that the relaxation takes whole: that does without it).
  std::vector<double> share;
  std::vector<double> loss;
  /// Per row of the formulation, before the cuts: what one more of its upper limit would bring (below 0: one less of its lower
  /// limit).
  std::vector<double> row_price;
  /// The same for the capacities: [team][period].
  std::vector<std::vector<double>> price;
};

/// Solves the relaxation, tightened by cover cuts as long as they help. `go_on` is asked all the time.
Relaxation relax(const Formulation& formulation, const std::function<bool()>& go_on);

}  // namespace tradewind::planning
