#include "planning/packing_relaxation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/packing_master.h"

namespace tradewind::planning {
namespace {

constexpr int most_rounds = 300;
/// In a period; with more of them there is no time to find the best prices.
constexpr std::size_t most_tasks = 100;
/// With more than these the linear relaxation is nearly as good.
constexpr std::size_t most_tasks_for_descent = 200;
/// Nodes of all periods in all steps of a descent, for each node that a period may take once.
constexpr std::int64_t descent_nodes = 4;
/// A step costs at least as much as so many nodes: the program over the packings takes its time as well.
constexpr std::int64_t nodes_of_step = 1000;
/// Prices lie in a box around the best ones so far: its size to begin with.
constexpr double first_radius = 0.02;
/// How the box follows: better prices were found, worse ones, and far worse ones.
constexpr double after_better = 1.3;
constexpr double after_worse = 0.95;
constexpr double after_far_worse = 0.7;
/// A period is searched until no choice is better by this part of what the step promises.
constexpr double part_of_promise = 0.3;
constexpr double first_promise = 0.01;
/// Nodes of all periods in all rounds, for each node that a period may take once.
constexpr std::int64_t all_nodes = 40;
/// The weight of the best prices so far beside those of the master program.
constexpr double smoothing = 0.5;
/// How the weight follows the slope of the bound between the two (Pessoa, Sadykov, Uchoa & Vanderbeck 2018).
constexpr double weight_step = 0.1;
/// When nothing new comes: less of that weight.
constexpr double less_smoothing = 0.4;
/// A period is searched until no choice is better by this part of the distance to the goal, less and less when nothing new comes.
constexpr double coarse = 0.5;
constexpr double finer = 0.3;
/// The same in the first round, as a share of the bound.
constexpr double at_first = 0.02;
/// As a share of the bound: what is worth no search at all.
constexpr double finest = 1e-10;
constexpr double tolerance = 1e-7;

double reduced(double value, const std::vector<Entry>& links, const std::vector<double>& price) {
  for (const Entry& entry : links) value -= price[static_cast<std::size_t>(entry.row)] * entry.factor;
  return value;
}

}  // namespace

PackingRelaxation::PackingRelaxation(const Formulation& formulation, const Relaxation& relaxation)
    : parts_(split_by_period(formulation, relaxation)),
      price_(parts_.price),
      scale_(std::max(1.0, std::abs(relaxation.bound))),
      radius_(first_radius),
      known_(parts_.parts.size()) {}

PackingRelaxation::Packing PackingRelaxation::best_known(std::size_t period, const std::vector<double>& profits) const {
  Packing best;
  for (const std::vector<int>& known : known_[period]) {
    Packing packing;
    for (const int piece : known) {
      const double profit = profits[static_cast<std::size_t>(piece)];
      if (profit <= 0) continue;
      packing.profit += profit;
      packing.pieces.push_back(piece);
    }
    if (packing.profit > best.profit) best = std::move(packing);
  }
  return best;
}

PackingRelaxation::Evaluation PackingRelaxation::evaluate(const std::vector<double>& price, double step, int nodes,
                                                          const std::function<bool()>& go_on) const {
  Evaluation result;
  for (std::size_t link = 0; link < price.size(); ++link) {
    const Link& limits = parts_.links[link];
    const double limit = price[link] > 0 || std::isinf(limits.lower) ? limits.upper : limits.lower;
    if (price[link] != 0) result.bound += price[link] * limit;
    result.slope.push_back(limit);
  }
  for (const LooseColumn& loose : parts_.loose) {
    const double profit = reduced(loose.value, loose.links, price);
    // Prices of the master program and mixtures of them are never above 0 here but for rounding.
    if (profit > tolerance || (profit > 0 && !std::isinf(loose.most))) result.bound += profit * loose.most;
  }
  for (std::size_t period = 0; period < parts_.parts.size(); ++period) {
    const PeriodPart& part = parts_.parts[period];
    Period& answer = result.periods.emplace_back(Period{part.knapsack, {}, 0});
    for (std::size_t piece = 0; piece < part.pieces.size(); ++piece)
      answer.knapsack.profits[piece] = reduced(part.pieces[piece].value, part.pieces[piece].links, price);
    Packing known = best_known(period, answer.knapsack.profits);
    DenseKnapsackAnswer found = solve_dense(answer.knapsack, part.groups, known.profit, step, nodes, go_on);
    result.complete = result.complete && found.complete;
    result.stopped = !go_on();
    result.nodes += found.nodes;
    answer.price = std::move(found.price);
    answer.most = found.bound;
    result.bound += found.bound;
    result.packings.push_back(found.taken ? std::move(*found.taken) : std::move(known.pieces));
    if (result.stopped) break;
    for (const int piece : result.packings.back())
      for (const Entry& entry : part.pieces[static_cast<std::size_t>(piece)].links)
        result.slope[static_cast<std::size_t>(entry.row)] -= entry.factor;
  }
  return result;
}

bool PackingRelaxation::remember(std::size_t period, const std::vector<int>& packing) {
  if (packing.empty() || std::find(known_[period].begin(), known_[period].end(), packing) != known_[period].end()) return false;
  known_[period].push_back(packing);
  return true;
}

void PackingRelaxation::know(const std::vector<int>& columns) {
  for (std::size_t period = 0; period < parts_.parts.size(); ++period) {
    std::vector<int> packing;
    const std::vector<Piece>& pieces = parts_.parts[period].pieces;
    for (std::size_t piece = 0; piece < pieces.size(); ++piece)
      if (std::binary_search(columns.begin(), columns.end(), pieces[piece].column)) packing.push_back(static_cast<int>(piece));
    remember(period, packing);
  }
}

bool PackingRelaxation::keep_if_better(const Evaluation& answer, const std::vector<double>& price) {
  if (answer.bound >= bound_) return false;
  bound_ = answer.bound;
  price_ = price;
  periods_ = answer.periods;
  return true;
}

void PackingRelaxation::descend(double closeness, int nodes_of_period, const std::function<bool()>& go_on) {
  std::int64_t nodes = descent_nodes * nodes_of_period;
  PackingMaster master(parts_);
  for (std::size_t period = 0; period < known_.size(); ++period)
    for (const auto& packing : known_[period]) master.add_packing(period, packing);
  std::vector<double> price = price_;
  double promise = first_promise * scale_;
  while (nodes > 0) {
    const bool is_first = std::isinf(bound_);
    if (!is_first) {
      master.stay_near(price_, radius_);
      promise = bound_ - master.solve();
      if (promise <= std::max(closeness, tolerance * scale_)) return;
      for (std::size_t link = 0; link < price.size(); ++link) price[link] = master.price(link);
    }
    const Evaluation answer = evaluate(price, part_of_promise * promise / static_cast<double>(known_.size()),
                                       static_cast<int>(std::min<std::int64_t>(nodes, std::numeric_limits<int>::max())), go_on);
    if (answer.stopped) return;
    nodes -= std::max(nodes_of_step, answer.nodes);
    const bool is_far = answer.bound > bound_ + promise / 2;
    const bool is_better = keep_if_better(answer, price);
    if (!is_first) radius_ *= is_better ? after_better : is_far ? after_far_worse : after_worse;
    for (std::size_t period = 0; period < known_.size(); ++period)
      if (remember(period, answer.packings[period])) master.add_packing(period, answer.packings[period]);
  }
}

bool PackingRelaxation::tighten(double closeness, int nodes, const std::function<bool()>& go_on) {
  std::size_t largest = 0;
  for (const PeriodPart& part : parts_.parts) largest = std::max(largest, part.groups.size());
  if (largest > most_tasks) {
    if (largest <= most_tasks_for_descent) descend(closeness, nodes, go_on);
    return false;
  }
  PackingMaster master(parts_);
  for (std::size_t period = 0; period < known_.size(); ++period)
    for (const auto& packing : known_[period]) master.add_packing(period, packing);
  std::vector<double> price = price_;
  double weight = smoothing;
  double coarseness = coarse;
  std::int64_t nodes_left = all_nodes * nodes;
  double step = at_first * scale_ / static_cast<double>(std::max<std::size_t>(1, known_.size()));
  for (int round = 0; round < most_rounds; ++round) {
    const Evaluation answer = evaluate(price, std::max(step, finest * scale_), nodes, go_on);
    nodes_left -= answer.nodes;
    if (!answer.complete || answer.stopped || nodes_left < 0) return false;
    keep_if_better(answer, price);
    bool is_new = false;
    for (std::size_t period = 0; period < known_.size(); ++period)
      if (remember(period, answer.packings[period])) {
        master.add_packing(period, answer.packings[period]);
        is_new = true;
      }
    const double reached = master.solve();
    if (bound_ - reached <= std::max(closeness, tolerance * scale_)) return true;
    double slope = 0;
    for (std::size_t link = 0; link < price.size(); ++link) slope += answer.slope[link] * (master.price(link) - price_[link]);
    weight = slope > 0 ? weight + weight_step * (1 - weight) : std::max(0.0, weight - weight_step);
    if (!is_new) {
      coarseness *= finer;
      weight *= less_smoothing;
    }
    step = coarseness * (bound_ - reached) / static_cast<double>(std::max<std::size_t>(1, known_.size()));
    for (std::size_t link = 0; link < price.size(); ++link)
      price[link] = weight * price_[link] + (1 - weight) * master.price(link);
  }
  return false;
}

}  // namespace tradewind::planning
