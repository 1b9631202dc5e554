// Branch and bound over what the relaxation leaves open, by CBC on one thread: finds the best plan and proves it, or at
// least makes the bound smaller.
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "planning/relaxation.h"

namespace tradewind::planning {

struct ExactResult {
  /// A plan better than the one that was known: the columns that it takes, perhaps none. No value when none was found.
  std::optional<std::vector<int>> columns;
  double bound = 0;
  /// The search ended by itself: no plan is better than the best of the known one and `columns`.
  bool complete = false;
};

/// `known`: the value of the best plan so far. `nodes`: the budget. `go_on` is asked at each node. `proven` hears of a bound as
/// soon as there is one.
ExactResult search_exactly(const Formulation& formulation, const Relaxation& relaxation, double known, int nodes,
                           const std::function<bool()>& go_on, const std::function<void(double bound)>& proven = {});

/// Columns that a plan better than `known` may take.
std::vector<bool> open_columns(const Relaxation& relaxation, double known);

}  // namespace tradewind::planning
