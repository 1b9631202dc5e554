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
  Listing(const Knapsack& problem, const std::vector<std::vector<int>>& groups, const std::vector<double>& price, double least,
          std::size_t most)
      : problem_(problem), least_(least), most_(most), nodes_left_(patience * most), spare_(problem.capacities) {
    for (std::size_t constraint = 0; constraint < price.size(); ++constraint)
      bound_ += price[constraint] * problem.capacities[constraint];
    for (std::size_t item = 0; item < problem.profits.size(); ++item) {
      double reduced = problem.profits[item];
      for (std::size_t constraint = 0; constraint < price.size(); ++constraint)
        reduced -= price[constraint] * problem.weights[constraint][item];
      reduced_.push_back(reduced);
    }
    for (const std::vector<int>& items : groups) {
      Group group{items, 0, std::numeric_limits<double>::infinity()};
      for (const int item : items) group.best = std::max(group.best, reduced(item));
      for (const int item : items) group.decides = std::min(group.decides, std::abs(reduced(item)));
      bound_ += group.best;
      groups_.push_back(std::move(group));
    }
    // What decides most comes first.
    std::stable_sort(groups_.begin(), groups_.end(), [](const Group& a, const Group& b) { return a.decides > b.decides; });
  }

  std::optional<std::vector<std::vector<int>>> list() {
    go(0, bound_);
    if (is_too_much_) return std::nullopt;
    return std::move(choices_);
  }

 private:
  struct Group {
    std::vector<int> items;
    /// What the best item brings above the price of what it takes; 0 where it is better to take none.
    double best = 0;
    double decides = 0;
  };
  double reduced(int item) const { return reduced_[static_cast<std::size_t>(item)]; }

  /// `bound`: what the best choice can be worth that goes on from here.
  void go(std::size_t at, double bound) {
    if (bound < least_ || is_too_much_) return;
    if (nodes_left_-- == 0 || choices_.size() > most_) {
      is_too_much_ = true;
      return;
    }
    if (at == groups_.size()) return note();
    const double others = bound - groups_[at].best;
    for (const int item : groups_[at].items) {
      if (!fits(problem_, item, spare_)) continue;
      change(problem_, item, -1, spare_);
      taken_.push_back(item);
      go(at + 1, others + reduced(item));
      taken_.pop_back();
      change(problem_, item, 1, spare_);
    }
    go(at + 1, others);
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
  std::vector<Group> groups_;
  std::vector<double> spare_;
  std::vector<int> taken_;
  std::vector<std::vector<int>> choices_;
};

/// Of each group those that no other of it beats: bringing as much for as much of each team or less.
std::vector<int> worthwhile_items(const Knapsack& knapsack, const std::vector<std::vector<int>>& groups) {
  const auto beats = [&](int better, int worse) {
    const auto profit = [&](int item) { return knapsack.profits[static_cast<std::size_t>(item)]; };
    if (profit(better) < profit(worse)) return false;
    bool is_less = profit(better) > profit(worse);
    for (const auto& weights : knapsack.weights) {
      const double more = weights[static_cast<std::size_t>(better)] - weights[static_cast<std::size_t>(worse)];
      if (more > 0) return false;
      is_less = is_less || more < 0;
    }
    return is_less || better < worse;
  };
  std::vector<int> items;
  for (const std::vector<int>& group : groups)
    for (const int item : group)
      if (knapsack.profits[static_cast<std::size_t>(item)] > 0 &&
          std::none_of(group.begin(), group.end(), [&](int other) { return beats(other, item); }))
        items.push_back(item);
  std::sort(items.begin(), items.end());
  return items;
}

Knapsack only(const Knapsack& knapsack, const std::vector<int>& items) {
  const auto chosen = [&](const std::vector<double>& of_all) {
    std::vector<double> numbers;
    for (const int item : items) numbers.push_back(of_all[static_cast<std::size_t>(item)]);
    return numbers;
  };
  Knapsack result{chosen(knapsack.profits), {}, knapsack.capacities, {}};
  for (const auto& weights : knapsack.weights) result.weights.push_back(chosen(weights));
  return result;
}

}  // namespace

DenseKnapsackAnswer solve_dense(const Knapsack& problem, double known, double step, int nodes,
                                const std::function<bool()>& go_on) {
  return BranchAndBound(problem, known, step, nodes, go_on).solve();
}

DenseKnapsackAnswer solve_dense(const Knapsack& problem, const std::vector<std::vector<int>>& groups, double known, double step,
                                int nodes, const std::function<bool()>& go_on) {
  const std::vector<int> items = worthwhile_items(problem, groups);
  DenseKnapsackAnswer answer = solve_dense(only(problem, items), known, step, nodes, go_on);
  if (answer.taken)
    for (int& item : *answer.taken) item = items[static_cast<std::size_t>(item)];
  return answer;
}

std::optional<std::vector<std::vector<int>>> all_choices(const Knapsack& problem, const std::vector<std::vector<int>>& groups,
                                                         const std::vector<double>& price, double least, std::size_t most) {
  return Listing(problem, groups, price, least, most).list();
}

}  // namespace tradewind::planning
