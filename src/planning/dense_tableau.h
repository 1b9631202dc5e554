// The linear relaxation of a small knapsack, kept solved: bounded dual simplex over a dense tableau.
//
// Few constraints (the teams of a period) and some dozens of items: a step costs a fraction of a microsecond, and a copy of the
// tableau is all that branch and bound needs to come back. The ratio test passes over items that a step turns round from one of
// their limits to the other (long-step rule; Maros, Computational Techniques of the Simplex Method, 2003).
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/planning/instances.h"

namespace tradewind::planning {

class DenseTableau {
 public:
  /// The relaxation of the problem, not solved yet: all that brings something is taken.
  explicit DenseTableau(const Knapsack& problem);

  /// False where there is no solution any more.
  bool solve();
  double value() const;

  std::size_t items() const { return items_; }
  std::size_t rows() const { return basis_.size(); }
  /// How much of an item the relaxation takes.
  double share(std::size_t item) const;
  /// How much the value falls for each item that is turned round; 0 where it takes a part of it.
  double loss(std::size_t item) const;
  bool is_fixed(std::size_t item) const { return state_[item] == State::fixed_out || state_[item] == State::fixed_in; }
  /// What one more of a constraint's capacity would bring.
  double price(std::size_t constraint) const;

  /// The basic item of a row that is furthest from a whole number; rows() where all are whole.
  std::size_t most_fractional_row() const;
  double basic_share(std::size_t row) const { return basic_value_[row]; }
  /// Decides the row's basic item; false where nothing fits any more.
  bool decide(std::size_t row, bool taken);
  /// Items whose turning round costs at least `gap` stay as they are from here on.
  void fix_where_loss_is_at_least(double gap);

 private:
  enum class State : std::uint8_t { out, in, basic, fixed_out, fixed_in };
  struct Ratio {
    double ratio;
    std::size_t column;
  };
  double* row(std::size_t index) { return cells_.data() + index * columns_; }
  const double* row(std::size_t index) const { return cells_.data() + index * columns_; }
  bool is_item(std::size_t column) const { return column < items_; }
  /// Moves the row's basic variable to `target`, and out of the basis.
  bool drive_out(std::size_t at, double target, State leaves_as);
  void collect_ratios(std::size_t at, double direction);
  void turn_round(std::size_t column);
  void pivot(std::size_t at, std::size_t column);

  std::size_t items_;
  std::size_t columns_;  // items, then the spare capacity of each constraint
  std::vector<double> cells_;
  std::vector<double> reduced_profit_;
  std::vector<double> basic_value_;
  std::vector<std::size_t> basis_;
  std::vector<State> state_;
  std::vector<double> profits_;
  std::vector<Ratio> ratios_;
};

}  // namespace tradewind::planning
