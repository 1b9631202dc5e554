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
/// A decision that costs nothing still counts, as a share of the gap, or the other one would not count beside it.
constexpr double least_loss = 1e-2;
constexpr double infinite = std::numeric_limits<double>::infinity();

}  // namespace

DenseTableau::DenseTableau(const Knapsack& problem)
    : columns_(problem.profits.size() + problem.capacities.size()),
      cells_(problem.capacities.size() * columns_, 0),
      reduced_profit_(problem.profits),
      item_(columns_, spare_capacity),
      state_(columns_, State::out),
      basic_value_(problem.capacities) {
  const std::size_t items = problem.profits.size();
  reduced_profit_.resize(columns_, 0);
  for (std::size_t constraint = 0; constraint < problem.capacities.size(); ++constraint) {
    std::copy(problem.weights[constraint].begin(), problem.weights[constraint].end(), row(constraint));
    row(constraint)[items + constraint] = 1;
    basis_.push_back(items + constraint);
    state_[items + constraint] = State::basic;
  }
  for (std::size_t item = 0; item < items; ++item) {
    item_[item] = static_cast<int>(item);
    if (problem.profits[item] > 0) turn_round(item);
  }
}

void DenseTableau::turn_round(std::size_t column) {
  const double change = state_[column] == State::out ? 1 : -1;
  state_[column] = state_[column] == State::out ? State::in : State::out;
  value_ += reduced_profit_[column] * change;
  for (std::size_t at = 0; at < basis_.size(); ++at) basic_value_[at] -= row(at)[column] * change;
}

bool DenseTableau::solve(double least) {
  for (int step = 0; step < most_steps; ++step) {
    std::size_t worst = basis_.size();
    double most = tolerance;
    for (std::size_t at = 0; at < basis_.size(); ++at) {
      const double outside = is_item(basis_[at]) ? std::max(-basic_value_[at], basic_value_[at] - 1) : -basic_value_[at];
      if (outside <= most) continue;
      most = outside;
      worst = at;
    }
    // Each step lowers the value, and none raises it: it is a bound on the way as well.
    if (value_ <= least) return false;
    if (worst == basis_.size()) return true;
    const bool is_too_much = basic_value_[worst] > 0;
    if (!drive_out(worst, is_too_much ? 1 : 0, is_too_much ? State::in : State::out)) return false;
  }
  return true;
}

double DenseTableau::price(std::size_t constraint) const {
  return std::max(0.0, -reduced_profit_[columns_ - basis_.size() + constraint]);
}

void DenseTableau::continue_from(const DenseTableau& other, double gap) {
  std::vector<std::size_t> place(other.columns_);  // of a column that is kept
  item_.clear();
  state_.clear();
  reduced_profit_.clear();
  taken_ = other.taken_;
  for (std::size_t column = 0; column < other.columns_; ++column) {
    if (other.is_item(column) && other.state_[column] != State::basic && std::abs(other.reduced_profit_[column]) >= gap) {
      if (other.state_[column] == State::in) taken_.push_back(other.item_[column]);
      continue;
    }
    place[item_.size()] = column;
    item_.push_back(other.item_[column]);
    state_.push_back(other.state_[column]);
    reduced_profit_.push_back(other.reduced_profit_[column]);
  }
  columns_ = item_.size();
  basic_value_ = other.basic_value_;
  basis_ = other.basis_;
  for (std::size_t& column : basis_)
    column = static_cast<std::size_t>(
        std::lower_bound(place.begin(), place.begin() + static_cast<std::ptrdiff_t>(columns_), column) - place.begin());
  cells_.resize(basis_.size() * columns_);
  for (std::size_t at = 0; at < basis_.size(); ++at)
    for (std::size_t column = 0; column < columns_; ++column) row(at)[column] = other.row(at)[place[column]];
  value_ = other.value_;
}

std::size_t DenseTableau::branching_row(double gap) const {
  std::size_t found = basis_.size();
  double most = 0;
  for (std::size_t at = 0; at < basis_.size(); ++at) {
    const double share = basic_value_[at];
    if (!is_item(basis_[at]) || std::min(share, 1 - share) <= whole_enough) continue;
    // The first step of the dual simplex either way (Driebeek 1966).
    double down = infinite;
    double up = infinite;
    for (std::size_t column = 0; column < columns_; ++column) {
      const double cell = row(at)[column];
      if (state_[column] == State::basic || std::abs(cell) <= tolerance) continue;
      double& rate = (state_[column] == State::out) == (cell > 0) ? down : up;
      rate = std::min(rate, std::abs(reduced_profit_[column] / cell));
    }
    const double worth = (std::min(gap, down * share) + least_loss * gap) * (std::min(gap, up * (1 - share)) + least_loss * gap);
    if (worth <= most) continue;
    most = worth;
    found = at;
  }
  return found;
}

bool DenseTableau::decide(std::size_t row, bool taken) {
  const std::size_t column = basis_[row];
  if (!drive_out(row, taken ? 1 : 0, taken ? State::in : State::out)) return false;
  if (taken) taken_.push_back(item_[column]);
  remove(column);
  return true;
}

std::vector<DenseTableau::OpenItem> DenseTableau::open_items() const {
  std::vector<OpenItem> items;
  for (std::size_t column = 0; column < columns_; ++column)
    if (is_item(column) && state_[column] != State::basic)
      items.push_back({item_[column], state_[column] == State::in ? 1.0 : 0.0, std::abs(reduced_profit_[column])});
  for (std::size_t at = 0; at < basis_.size(); ++at)
    if (is_item(basis_[at])) items.push_back({item_[basis_[at]], basic_value_[at], 0});
  return items;
}

std::size_t DenseTableau::entering_column(std::size_t at, double direction) const {
  const double* const cells = row(at);
  std::size_t found = columns_;
  double least = infinite;
  for (std::size_t column = 0; column < columns_; ++column) {
    const double cell = cells[column] * direction;
    const bool is_out = state_[column] == State::out;
    if (is_out ? cell <= tolerance : state_[column] == State::basic || cell >= -tolerance) continue;
    const double ratio = -reduced_profit_[column] / cell;
    if (ratio >= least) continue;
    least = ratio;
    found = column;
  }
  return found;
}

bool DenseTableau::drive_out(std::size_t at, double target, State leaves_as) {
  const double distance = basic_value_[at] - target;
  const double direction = distance > 0 ? 1 : -1;
  double left = std::abs(distance);
  std::size_t column = entering_column(at, direction);
  while (column < columns_ && is_item(column) && left - std::abs(row(at)[column]) > tolerance * tolerance) {
    left -= std::abs(row(at)[column]);
    turn_round(column);
    column = entering_column(at, direction);
  }
  if (column == columns_) return false;

  const double change = (basic_value_[at] - target) / row(at)[column];
  const double entered = (state_[column] == State::in ? 1 : 0) + change;
  value_ += reduced_profit_[column] * change;
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

void DenseTableau::remove(std::size_t column) {
  const auto at = static_cast<std::ptrdiff_t>(column);
  auto kept = cells_.begin();
  for (std::size_t index = 0; index < basis_.size(); ++index) {
    const auto begin = cells_.begin() + static_cast<std::ptrdiff_t>(index * columns_);
    kept = std::copy(begin, begin + at, kept);
    kept = std::copy(begin + at + 1, begin + static_cast<std::ptrdiff_t>(columns_), kept);
  }
  --columns_;
  reduced_profit_.erase(reduced_profit_.begin() + at);
  item_.erase(item_.begin() + at);
  state_.erase(state_.begin() + at);
  for (std::size_t& basic : basis_)
    if (basic > column) --basic;
}

}  // namespace tradewind::planning
