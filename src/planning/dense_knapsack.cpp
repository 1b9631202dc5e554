#include "planning/dense_knapsack.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-9;
/// Between two attempts to round the relaxation.
constexpr std::size_t rounding_depth = 4;
constexpr int nodes_between_questions = 1000;
/// Nodes for each choice that may be listed.
constexpr std::size_t patience = 100;

bool fits(const Knapsack& problem, int item, const std::vector<double>& spare) {
  for (std::size_t row = 0; row < spare.size(); ++row)
    if (problem.weights[row][static_cast<std::size_t>(item)] > spare[row] + tolerance) return false;
  return true;
}

/// `times`: -1 takes the item, 1 puts it back.
void change(const Knapsack& problem, int item, double times, std::vector<double>& spare) {
  for (std::size_t row = 0; row < spare.size(); ++row) spare[row] += times * problem.weights[row][static_cast<std::size_t>(item)];
}

class BranchAndBound {
 public:
  BranchAndBound(const Knapsack& problem, double known, double step, int nodes, const std::function<bool()>& go_on)
      : problem_(problem), best_(known), step_(step), most_nodes_(nodes), go_on_(go_on) {}

  DenseKnapsackAnswer solve() {
    DenseTableau root(problem_);
    root.solve(-std::numeric_limits<double>::infinity());
    for (std::size_t constraint = 0; constraint < problem_.capacities.size(); ++constraint)
      answer_.price.push_back(root.price(constraint));
    if (gap(root) > 0) take_rounded(root);
    if (gap(root) > 0) {
      tableaus_.emplace_back().continue_from(root, gap(root));
      search(0);
    }
    answer_.bound = std::min(root.value(), std::max(best_ + step_, most_left_));
    return std::move(answer_);
  }

 private:
  double gap(const DenseTableau& tableau) const { return tableau.value() - best_ - step_; }

  /// REQUIRES: the tableau of this depth is solved, and its gap above 0.
  void search(std::size_t depth) {
    if (answer_.nodes >= most_nodes_ || (go_on_ && answer_.nodes % nodes_between_questions == 0 && !go_on_())) {
      most_nodes_ = answer_.nodes;
      answer_.complete = false;
      most_left_ = std::max(most_left_, tableaus_[depth].value());
      return;
    }
    ++answer_.nodes;
    const std::size_t row = tableaus_[depth].branching_row(gap(tableaus_[depth]));
    if (row == tableaus_[depth].rows()) return take_whole(tableaus_[depth]);
    if (depth > 0 && depth % rounding_depth == 0) take_rounded(tableaus_[depth]);
    if (tableaus_.size() == depth + 1) tableaus_.emplace_back();
    const bool likely = tableaus_[depth].basic_share(row) > 0.5;
    for (const bool taken : {likely, !likely}) {
      if (gap(tableaus_[depth]) <= 0) return;
      DenseTableau& next = tableaus_[depth + 1];
      next.continue_from(tableaus_[depth], gap(tableaus_[depth]));
      if (next.decide(row, taken) && next.solve(best_ + step_)) search(depth + 1);
    }
  }

  void take_whole(const DenseTableau& tableau) {
    // The tableau's value and shares are whole but for rounding.
    most_left_ = std::max(most_left_, tableau.value());
    std::vector<int> taken = tableau.taken();
    for (const DenseTableau::OpenItem& open : tableau.open_items())
      if (open.share > 0.5) taken.push_back(open.item);
    double profit = 0;
    for (const int item : taken) profit += problem_.profits[static_cast<std::size_t>(item)];
    take(std::move(taken), profit);
  }

  /// What it takes whole, then what still fits: first what it takes in parts, then what it is least sure to leave out.
  void take_rounded(const DenseTableau& tableau) {
    std::vector<int> taken;
    std::vector<double> spare = problem_.capacities;
    double profit = 0;
    const auto put = [&](int item) {
      taken.push_back(item);
      profit += problem_.profits[static_cast<std::size_t>(item)];
      change(problem_, item, -1, spare);
    };
    for (const int item : tableau.taken()) put(item);
    std::vector<DenseTableau::OpenItem> others = tableau.open_items();
    for (const DenseTableau::OpenItem& open : others)
      if (open.share >= 1) put(open.item);
    std::erase_if(others, [](const DenseTableau::OpenItem& open) { return open.share >= 1; });
    std::stable_sort(others.begin(), others.end(),
                     [](const DenseTableau::OpenItem& a, const DenseTableau::OpenItem& b) { return a.loss < b.loss; });
    for (const DenseTableau::OpenItem& open : others)
      if (problem_.profits[static_cast<std::size_t>(open.item)] > 0 && fits(problem_, open.item, spare)) put(open.item);
    take(std::move(taken), profit);
  }

  void take(std::vector<int> taken, double profit) {
    if (profit <= best_) return;
    best_ = profit;
    std::sort(taken.begin(), taken.end());
    answer_.taken = std::move(taken);
  }

  const Knapsack& problem_;
  double best_;
  double step_;
  int most_nodes_;
  const std::function<bool()>& go_on_;
  /// What the choices can be worth at most that were not searched any further.
  double most_left_ = -std::numeric_limits<double>::infinity();
  std::deque<DenseTableau> tableaus_;  // by depth
  DenseKnapsackAnswer answer_;
};

class Listing {
 public:
  Listing(const Knapsack& problem, const std::vector<double>& price, double least, std::size_t most)
      : problem_(problem), least_(least), most_(most), nodes_left_(patience * most), spare_(problem.capacities) {
    for (std::size_t constraint = 0; constraint < price.size(); ++constraint)
      bound_ += price[constraint] * problem.capacities[constraint];
    for (std::size_t item = 0; item < problem.profits.size(); ++item) {
      double reduced = problem.profits[item];
      for (std::size_t constraint = 0; constraint < price.size(); ++constraint)
        reduced -= price[constraint] * problem.weights[constraint][item];
      reduced_.push_back(reduced);
      bound_ += std::max(0.0, reduced);
      order_.push_back(static_cast<int>(item));
    }
    // What decides most comes first.
    std::stable_sort(order_.begin(), order_.end(), [&](int a, int b) { return std::abs(reduced(a)) > std::abs(reduced(b)); });
  }

  std::optional<std::vector<std::vector<int>>> list() {
    go(0, bound_);
    if (is_too_much_) return std::nullopt;
    return std::move(choices_);
  }

 private:
  double reduced(int item) const { return reduced_[static_cast<std::size_t>(item)]; }

  /// `bound`: what the best choice can be worth that goes on from here.
  void go(std::size_t at, double bound) {
    if (bound < least_ || is_too_much_) return;
    if (nodes_left_-- == 0 || choices_.size() > most_) {
      is_too_much_ = true;
      return;
    }
    if (at == order_.size()) return note();
    const int item = order_[at];
    if (fits(problem_, item, spare_)) {
      change(problem_, item, -1, spare_);
      taken_.push_back(item);
      go(at + 1, bound + std::min(0.0, reduced(item)));
      taken_.pop_back();
      change(problem_, item, 1, spare_);
    }
    go(at + 1, bound - std::max(0.0, reduced(item)));
  }

  void note() {
    double profit = 0;
    for (const int item : taken_) profit += problem_.profits[static_cast<std::size_t>(item)];
    if (profit >= least_) choices_.push_back(taken_);
  }

  const Knapsack& problem_;
  double least_;
  std::size_t most_;
  std::size_t nodes_left_;
  bool is_too_much_ = false;
  double bound_ = 0;
  std::vector<double> reduced_;
  std::vector<int> order_;
  std::vector<double> spare_;
  std::vector<int> taken_;
  std::vector<std::vector<int>> choices_;
};

}  // namespace

DenseKnapsackAnswer solve_dense(const Knapsack& problem, double known, double step, int nodes,
                                const std::function<bool()>& go_on) {
  return BranchAndBound(problem, known, step, nodes, go_on).solve();
}

std::optional<std::vector<std::vector<int>>> all_choices(const Knapsack& problem, const std::vector<double>& price, double least,
                                                         std::size_t most) {
  return Listing(problem, price, least, most).list();
}

}  // namespace tradewind::planning
