// A tighter bound than the linear relaxation: what each period does has to fit exactly, only the ties between periods are
// relaxed.
//
// Column generation (Dantzig & Wolfe 1960): a packing is what one period could do; the linear program over all packings is solved
// by asking, at the prices of its ties, for the best packing of each period. Prices are smoothed towards the best ones so far
// (Wentges 1997). Every round of answers is itself a bound, whatever the prices (Lagrange).
#pragma once
#include <cstdint>
#include <functional>
#include <limits>

#include "planning/dense_knapsack.h"
#include "planning/period_parts.h"

namespace tradewind::planning {

class PackingRelaxation {
 public:
  /// REQUIRES: the relaxation is feasible.
  PackingRelaxation(const Formulation& formulation, const Relaxation& relaxation);

  /// A plan to begin with: the columns that it takes, in order. Without one the first prices are far from any good.
  void know(const std::vector<int>& columns);

  /// Goes on until the bound is within `closeness` of what this relaxation can give. False where a period would take more than
  /// `nodes` of branch and bound, or all of them together too many, or where it was told to stop: what is known then holds, but
  /// is not the best it could be. Periods of medium size only get some steps towards it; large ones none.
  bool tighten(double closeness, int nodes, const std::function<bool()>& go_on);

  /// The same by steps from the prices of the linear relaxation: prices that the packings so far call the best, near the best
  /// ones so far, until that promises no more than `closeness` or the nodes are used up.
  void descend(double closeness, int nodes, const std::function<bool()>& go_on);

  const PeriodParts& parts() const { return parts_; }
  /// No plan is worth more.
  double bound() const { return bound_; }
  /// Per period, at the prices that give the bound: the knapsack, the prices of its capacities, and what it is worth at most.
  struct Period {
    Knapsack knapsack;
    std::vector<double> price;
    double most = 0;
  };
  const std::vector<Period>& periods() const { return periods_; }

 private:
  struct Evaluation {
    double bound = 0;
    std::vector<Period> periods;
    std::vector<std::vector<int>> packings;  // per period, the pieces
    std::vector<double> slope;               // of the bound, per price
    std::int64_t nodes = 0;
    /// All periods were searched to the end; where not, the bound still holds unless it was told to stop.
    bool complete = true;
    bool stopped = false;
  };
  Evaluation evaluate(const std::vector<double>& price, double step, int nodes, const std::function<bool()>& go_on) const;
  struct Packing {
    std::vector<int> pieces;
    double profit = 0;
  };
  /// The best of the packings found so far, without the pieces that bring nothing now.
  Packing best_known(std::size_t period, const std::vector<double>& profits) const;
  bool remember(std::size_t period, const std::vector<int>& packing);
  bool keep_if_better(const Evaluation& answer, const std::vector<double>& price);

  PeriodParts parts_;
  std::vector<double> price_;  // that gave the bound
  double scale_;
  double bound_ = std::numeric_limits<double>::infinity();
  double radius_;  // of the box around the best prices
  std::vector<Period> periods_;
  std::vector<std::vector<std::vector<int>>> known_;  // [period]: packings
};

}  // namespace tradewind::planning
