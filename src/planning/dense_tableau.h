// The linear relaxation of a small knapsack, kept solved: bounded dual simplex over a dense tableau.
//
// Few constraints (the teams of a period) and some dozens of items: a step costs a fraction of a microsecond. Branch and bound
// comes back by keeping the tableau of each depth, and a copy leaves out the items that are decided, so that tableaus get smaller
// on the way down. The ratio test passes over items that a step turns round from one of their limits to the other (long-step
// rule; Maros, Computational Techniques of the Simplex Method, 2003).
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/planning/instances.h"

namespace tradewind::planning {

class DenseTableau {
 public:
  /// Nothing; to be filled by `continue_from`.
  DenseTableau() = default;
  /// The relaxation of the problem, not solved yet: all that brings something is taken.
  explicit DenseTableau(const Knapsack& problem);

  /// False where there is no solution that is worth more than `least`.
  bool solve(double least);
  double value() const { return value_; }
  /// What one more of a constraint's capacity would bring.
  double price(std::size_t constraint) const;

  /// Becomes the other one, less the items whose turning round costs at least `gap`: they stay as they are from here on.
  void continue_from(const DenseTableau& other, double gap);
  /// The row whose item, decided either way, lowers the value most (the product of both, each at most `gap`); rows() where all
  /// are whole.
  std::size_t branching_row(double gap) const;
  std::size_t rows() const { return basis_.size(); }
  double basic_share(std::size_t row) const { return basic_value_[row]; }
  /// Decides the row's basic item; false where nothing fits any more.
  bool decide(std::size_t row, bool taken);

  /// An item that is not decided yet.
  struct OpenItem {
    int item;
    double share;  // how much of it the relaxation takes
    double loss;   // how much the value falls when it is turned round; 0 where it takes a part of it
  };
  std::vector<OpenItem> open_items() const;
  /// The items that are decided and taken.
  const std::vector<int>& taken() const { return taken_; }

 private:
  enum class State : std::uint8_t { out, in, basic };
  static constexpr int spare_capacity = -1;

  double* row(std::size_t index) { return cells_.data() + index * columns_; }
  const double* row(std::size_t index) const { return cells_.data() + index * columns_; }
  bool is_item(std::size_t column) const { return item_[column] != spare_capacity; }
  /// Moves the row's basic variable to `target`, and out of the basis; false where that cannot be.
  bool drive_out(std::size_t at, double target, State leaves_as);
  /// The column that enters first when the row's basic variable moves down (`direction` 1) or up (-1); columns_: none.
  std::size_t entering_column(std::size_t at, double direction) const;
  void turn_round(std::size_t column);
  void pivot(std::size_t at, std::size_t column);
  void remove(std::size_t column);

  std::size_t columns_ = 0;  // items, then the spare capacity of each constraint
  std::vector<double> cells_;
  std::vector<double> reduced_profit_;
  std::vector<int> item_;  // per column: of the problem, or spare_capacity
  std::vector<State> state_;
  std::vector<double> basic_value_;
  std::vector<std::size_t> basis_;
  std::vector<int> taken_;
  double value_ = 0;
};

}  // namespace tradewind::planning
