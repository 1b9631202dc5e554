#include "planning/dense_tableau.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-9;
constexpr double whole_enough = 1e-7;
/// Far above what any of these knapsacks needs; ends a circle of steps that bring nothing.
constexpr int most_steps = 2000;

}  // namespace

DenseTableau::DenseTableau(const Knapsack& problem)
    : items_(problem.profits.size()),
      columns_(items_ + problem.capacities.size()),
      cells_(problem.capacities.size() * columns_, 0),
      reduced_profit_(columns_, 0),
      basic_value_(problem.capacities),
      state_(columns_, State::out),
      profits_(problem.profits) {
  for (std::size_t constraint = 0; constraint < problem.capacities.size(); ++constraint) {
    std::copy(problem.weights[constraint].begin(), problem.weights[constraint].end(), row(constraint));
    row(constraint)[items_ + constraint] = 1;
    basis_.push_back(items_ + constraint);
    state_[items_ + constraint] = State::basic;
  }
  for (std::size_t item = 0; item < items_; ++item) {
    reduced_profit_[item] = profits_[item];
    if (profits_[item] > 0) turn_round(item);
  }
}

void DenseTableau::turn_round(std::size_t column) {
  const double change = state_[column] == State::out ? 1 : -1;
  state_[column] = state_[column] == State::out ? State::in : State::out;
  for (std::size_t at = 0; at < basis_.size(); ++at) basic_value_[at] -= row(at)[column] * change;
}

bool DenseTableau::solve() {
  for (int step = 0; step < most_steps; ++step) {
    std::size_t worst = basis_.size();
    double most = tolerance;
    for (std::size_t at = 0; at < basis_.size(); ++at) {
      const double outside = is_item(basis_[at]) ? std::max(-basic_value_[at], basic_value_[at] - 1) : -basic_value_[at];
      if (outside <= most) continue;
      most = outside;
      worst = at;
    }
    if (worst == basis_.size()) return true;
    const bool is_too_much = basic_value_[worst] > 0;
    if (!drive_out(worst, is_too_much ? 1 : 0, is_too_much ? State::in : State::out)) return false;
  }
  return true;
}

double DenseTableau::value() const {
  double value = 0;
  for (std::size_t item = 0; item < items_; ++item)
    if (state_[item] == State::in || state_[item] == State::fixed_in) value += profits_[item];
  for (std::size_t at = 0; at < basis_.size(); ++at)
    if (is_item(basis_[at])) value += profits_[basis_[at]] * basic_value_[at];
  return value;
}

double DenseTableau::share(std::size_t item) const {
  if (state_[item] == State::basic)
    return basic_value_[static_cast<std::size_t>(std::find(basis_.begin(), basis_.end(), item) - basis_.begin())];
  return state_[item] == State::in || state_[item] == State::fixed_in ? 1 : 0;
}

double DenseTableau::loss(std::size_t item) const { return std::abs(reduced_profit_[item]); }

double DenseTableau::price(std::size_t constraint) const { return std::max(0.0, -reduced_profit_[items_ + constraint]); }

std::size_t DenseTableau::most_fractional_row() const {
  std::size_t found = basis_.size();
  double most = whole_enough;
  for (std::size_t at = 0; at < basis_.size(); ++at) {
    if (!is_item(basis_[at])) continue;
    const double fraction = std::min(basic_value_[at], 1 - basic_value_[at]);
    if (fraction <= most) continue;
    most = fraction;
    found = at;
  }
  return found;
}

bool DenseTableau::decide(std::size_t row, bool taken) {
  return drive_out(row, taken ? 1 : 0, taken ? State::fixed_in : State::fixed_out);
}

void DenseTableau::fix_where_loss_is_at_least(double gap) {
  for (std::size_t item = 0; item < items_; ++item) {
    if (loss(item) < gap) continue;
    if (state_[item] == State::out) state_[item] = State::fixed_out;
    if (state_[item] == State::in) state_[item] = State::fixed_in;
  }
}

void DenseTableau::collect_ratios(std::size_t at, double direction) {
  ratios_.clear();
  const double* const cells = row(at);
  for (std::size_t column = 0; column < columns_; ++column) {
    const double cell = direction * cells[column];
    if (state_[column] == State::out && cell > tolerance)
      ratios_.push_back({-reduced_profit_[column] / cell, column});
    else if (state_[column] == State::in && cell < -tolerance)
      ratios_.push_back({reduced_profit_[column] / -cell, column});
  }
  std::sort(ratios_.begin(), ratios_.end(),
            [](const Ratio& a, const Ratio& b) { return a.ratio != b.ratio ? a.ratio < b.ratio : a.column < b.column; });
}

bool DenseTableau::drive_out(std::size_t at, double target, State leaves_as) {
  const double distance = basic_value_[at] - target;
  collect_ratios(at, distance > 0 ? 1 : -1);
  double left = std::abs(distance);
  auto entering = ratios_.begin();
  for (; entering != ratios_.end(); ++entering) {
    if (!is_item(entering->column)) break;
    const double by_turning = std::abs(row(at)[entering->column]);
    if (left - by_turning <= tolerance * tolerance) break;
    left -= by_turning;
  }
  if (entering == ratios_.end()) return false;
  for (auto passed = ratios_.begin(); passed != entering; ++passed) turn_round(passed->column);

  const std::size_t column = entering->column;
  const double change = (basic_value_[at] - target) / row(at)[column];
  const double entered = (state_[column] == State::in ? 1 : 0) + change;
  for (std::size_t other = 0; other < basis_.size(); ++other)
    if (other != at) basic_value_[other] -= row(other)[column] * change;
  basic_value_[at] = entered;
  state_[basis_[at]] = leaves_as;
  state_[column] = State::basic;
  basis_[at] = column;
  pivot(at, column);
  return true;
}

void DenseTableau::pivot(std::size_t at, std::size_t column) {
  double* const cells = row(at);
  const double factor = 1 / cells[column];
  for (std::size_t index = 0; index < columns_; ++index) cells[index] *= factor;
  const auto clear = [&](double* others) {
    const double times = others[column];
    if (times == 0) return;
    for (std::size_t index = 0; index < columns_; ++index) others[index] -= times * cells[index];
    others[column] = 0;
  };
  for (std::size_t other = 0; other < basis_.size(); ++other)
    if (other != at) clear(row(other));
  clear(reduced_profit_.data());
}

}  // namespace tradewind::planning
