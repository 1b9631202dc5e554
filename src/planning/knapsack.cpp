#include "tradewind/planning/knapsack.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "planning/exact_search.h"
#include "planning/knapsack_search.h"
#include "planning/relaxation.h"
#include "planning/search_watch.h"

namespace tradewind::planning {
namespace {

/// The first round: this many children for each item; each later one is twice as long, over a larger core.
constexpr std::int64_t children_for_each_item = 100;
constexpr std::int64_t longer = 2;
constexpr std::size_t first_core = 60;
constexpr std::size_t larger_by = 20;
constexpr std::int64_t children_between_questions = 100;
/// Problems of which so few items are open go to branch and bound after each round; a node costs as much as so many children.
constexpr std::size_t few_items = 120;
constexpr std::int64_t children_for_a_node = 500;
/// Enough for a dozen items, a moment for a hundred.
constexpr std::int64_t fewest_nodes = 50;
/// Of the bound, for what the solver of the relaxation rounds.
constexpr double tolerance = 1e-9;
/// How far from a whole number a sum of whole numbers may be.
constexpr double whole_enough = 1e-6;

bool fits_alone(const Knapsack& problem, std::size_t item) {
  for (std::size_t constraint = 0; constraint < problem.capacities.size(); ++constraint)
    if (problem.weights[constraint][item] > problem.capacities[constraint]) return false;
  return true;
}

/// Items that bring something and fit.
std::vector<int> useful_items(const Knapsack& problem) {
  std::vector<int> items;
  for (std::size_t item = 0; item < problem.profits.size(); ++item)
    if (problem.profits[item] > 0 && fits_alone(problem, item)) items.push_back(static_cast<int>(item));
  return items;
}

/// The solvers' tolerances are absolute: made for numbers between 1 and some millions. Powers of two lose no digit.
double handy_factor(const std::vector<double>& amounts) {
  const double largest = amounts.empty() ? 1 : *std::max_element(amounts.begin(), amounts.end());
  const bool handy = largest == 0 || (largest >= 1 && largest <= 1e9);
  return handy ? 1 : std::ldexp(1.0, 10 - std::ilogb(largest));
}

std::vector<double> some_of(const std::vector<double>& amounts, const std::vector<int>& items) {
  std::vector<double> some;
  for (const int item : items) some.push_back(amounts[static_cast<std::size_t>(item)]);
  return some;
}

/// These items, in numbers that are handy.
Knapsack only(const Knapsack& problem, const std::vector<int>& items) {
  Knapsack smaller{.profits = some_of(problem.profits, items), .weights = {}, .capacities = problem.capacities, .best_known = {}};
  const double for_profits = handy_factor(smaller.profits);
  for (double& profit : smaller.profits) profit *= for_profits;
  for (std::size_t constraint = 0; constraint < problem.capacities.size(); ++constraint) {
    auto& weights = smaller.weights.emplace_back(some_of(problem.weights[constraint], items));
    const double for_weights = handy_factor(weights);
    for (double& weight : weights) weight *= for_weights;
    smaller.capacities[constraint] *= for_weights;
  }
  return smaller;
}

/// Without weights of nothing and constraints that everything fits into: on these the solvers stumble.
Formulation formulate(const Knapsack& problem) {
  Formulation formulation;
  for (const double profit : problem.profits)
    formulation.columns.push_back({static_cast<int>(formulation.columns.size()), 0, profit});
  for (std::size_t constraint = 0; constraint < problem.capacities.size(); ++constraint) {
    Row row;
    row.lower = -std::numeric_limits<double>::infinity();
    row.upper = problem.capacities[constraint];
    double everything = 0;
    for (std::size_t item = 0; item < problem.profits.size(); ++item) {
      const double weight = problem.weights[constraint][item];
      if (weight == 0) continue;
      row.columns.push_back(static_cast<int>(item));
      row.factors.push_back(weight);
      everything += weight;
    }
    if (everything > row.upper) formulation.rows.push_back(std::move(row));
  }
  return formulation;
}

/// For numbers that the solver of the relaxation cannot handle.
Relaxation knowing_nothing(const Knapsack& problem) {
  Relaxation relaxation;
  relaxation.bound = std::accumulate(problem.profits.begin(), problem.profits.end(), 0.0);
  relaxation.share.assign(problem.profits.size(), 0);
  relaxation.loss.assign(problem.profits.size(), 0);
  return relaxation;
}

std::vector<double> promise_of(const Relaxation& relaxation) {
  std::vector<double> promise;
  for (std::size_t item = 0; item < relaxation.share.size(); ++item)
    promise.push_back(relaxation.share[item] > 0.5 ? relaxation.loss[item] : -relaxation.loss[item]);
  return promise;
}

class KnapsackSolver {
 public:
  KnapsackSolver(const Knapsack& problem, const KnapsackOptions& options)
      : items_(useful_items(problem)),
        problem_(only(problem, items_)),
        profit_factor_(handy_factor(some_of(problem.profits, items_))),
        options_(options),
        watch_(options.time_limit),
        profits_are_whole_(std::all_of(problem_.profits.begin(), problem_.profits.end(),
                                       [](double profit) { return profit == std::floor(profit); })) {}

  KnapsackAnswer run() {
    const std::vector<bool> all(items_.size(), true);
    if (fits(all)) {
      offer(all);
      bound_ = answer_.profit;
    } else {
      search();
    }
    answer_.stopped_early = watch_.stopped();
    answer_.bound = is_closed() ? answer_.profit : bound_;
    for (int& item : answer_.chosen) item = items_[static_cast<std::size_t>(item)];
    answer_.profit /= profit_factor_;
    answer_.bound /= profit_factor_;
    return std::move(answer_);
  }

 private:
  bool fits(const std::vector<bool>& taken) const {
    for (std::size_t constraint = 0; constraint < problem_.capacities.size(); ++constraint) {
      double load = 0;
      for (std::size_t item = 0; item < taken.size(); ++item)
        if (taken[item]) load += problem_.weights[constraint][item];
      const double capacity = problem_.capacities[constraint];
      if (load > capacity + capacity_rounding * capacity) return false;
    }
    return true;
  }
  bool offer(const std::vector<bool>& taken) {
    if (!fits(taken)) return false;
    double profit = 0;
    std::vector<int> chosen;
    for (std::size_t item = 0; item < taken.size(); ++item) {
      if (!taken[item]) continue;
      profit += problem_.profits[item];
      chosen.push_back(static_cast<int>(item));
    }
    if (profit > answer_.profit) {
      answer_.profit = profit;
      answer_.chosen = std::move(chosen);
    }
    return true;
  }
  void lower_bound_to(double bound) {
    bound += tolerance * bound;
    bound_ = std::min(bound_, profits_are_whole_ ? std::floor(bound + whole_enough) : bound);
  }
  bool is_closed() const { return bound_ - answer_.profit <= 3 * tolerance * answer_.profit; }
  /// Only what is worth more than this is better.
  double known() const { return profits_are_whole_ ? answer_.profit + 1 - whole_enough : answer_.profit; }

  bool go_on() {
    return watch_.go_on([this] { return !options_.go_on || options_.go_on(); });
  }

  void search() {
    const Formulation formulation = formulate(problem_);
    relaxation_ = relax(formulation, [&] { return go_on(); });
    bool may_prove = relaxation_.feasible;
    if (!relaxation_.feasible) relaxation_ = knowing_nothing(problem_);
    lower_bound_to(relaxation_.bound);
    KnapsackSearch search(problem_, promise_of(relaxation_), options_.seed);
    offer(search.best());
    std::int64_t left = options_.steps;
    std::int64_t round = children_for_each_item * static_cast<std::int64_t>(items_.size());
    std::size_t core = first_core;
    while (left > 0 && !is_closed() && go_on()) {
      search.set_core(most_doubtful(core));
      const std::int64_t children = std::min(left, round);
      breed(search, children);
      left -= children;
      offer(search.best());
      if (may_prove && left > 0 && !is_closed() && most_doubtful(items_.size()).size() <= few_items) {
        const std::int64_t nodes = children / children_for_a_node + fewest_nodes;
        may_prove = prove(formulation, static_cast<int>(std::min<std::int64_t>(nodes, std::numeric_limits<int>::max())), search);
        left -= nodes * children_for_a_node;
      }
      round *= longer;
      core += larger_by;
    }
  }

  void breed(KnapsackSearch& search, std::int64_t children) {
    for (; children > 0 && go_on(); children -= children_between_questions)
      search.breed(static_cast<int>(std::min(children, children_between_questions)));
  }

  /// Of the items that a better choice may turn round, as many as there are or as asked for.
  std::vector<int> most_doubtful(std::size_t count) const {
    const auto loss = [&](int item) { return relaxation_.loss[static_cast<std::size_t>(item)]; };
    std::vector<int> items;
    for (int item = 0; item < static_cast<int>(items_.size()); ++item)
      if (loss(item) <= relaxation_.bound - known()) items.push_back(item);
    std::stable_sort(items.begin(), items.end(), [&](int one, int other) { return loss(one) < loss(other); });
    items.resize(std::min(items.size(), count));
    return items;
  }

  /// False when the solver's answer does not hold when looked at exactly: what it says about the bound is worth nothing then.
  bool prove(const Formulation& formulation, int nodes, KnapsackSearch& search) {
    const ExactResult exact = search_exactly(formulation, relaxation_, known(), nodes, [&] { return go_on(); });
    if (exact.columns) {
      std::vector<bool> taken(items_.size(), false);
      for (const int column : *exact.columns) taken[static_cast<std::size_t>(column)] = true;
      if (!offer(taken)) return false;
      search.assume(taken, answer_.profit);
    }
    if (exact.complete)
      bound_ = answer_.profit;
    else
      lower_bound_to(exact.bound);
    return true;
  }

  std::vector<int> items_;
  /// Of these items, profits times the factor.
  Knapsack problem_;
  double profit_factor_;
  const KnapsackOptions& options_;
  SearchWatch watch_;
  bool profits_are_whole_;
  Relaxation relaxation_;
  double bound_ = std::numeric_limits<double>::infinity();
  KnapsackAnswer answer_;  // its items are places in items_ until the end
};

}  // namespace

KnapsackAnswer solve_knapsack(const Knapsack& problem, const KnapsackOptions& options) {
  return KnapsackSolver(problem, options).run();
}

}  // namespace tradewind::planning
