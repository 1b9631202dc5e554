#include "planning/knapsack_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tradewind/planning/knapsack.h"

namespace tradewind::planning {
namespace {

constexpr int population_size = 100;
constexpr int mutations = 2;
/// Sums are kept by adding and taking away; what that gathers in rounding stays far below the tolerance of the capacities.
constexpr double rounding = capacity_rounding / 10;
constexpr double tolerance = 1e-9;

}  // namespace

KnapsackSearch::KnapsackSearch(const Knapsack& problem, std::vector<double> promise, std::uint64_t seed)
    : problem_(&problem), promise_(std::move(promise)), random_(seed), best_(problem.profits.size(), false) {
  std::vector<int> all(best_.size());
  std::iota(all.begin(), all.end(), 0);
  set_core(all);
  clear();
  repair();
  note_if_best();
}

void KnapsackSearch::set_core(const std::vector<int>& items) {
  core_ = items;
  const auto promise = [&](int item) { return promise_[static_cast<std::size_t>(item)]; };
  std::stable_sort(core_.begin(), core_.end(), [&](int one, int other) { return promise(one) > promise(other); });
  unsure_.resize(core_.size());
  std::iota(unsure_.begin(), unsure_.end(), std::size_t{0});
  const auto doubt = [&](std::size_t place) { return -std::abs(promise(core_[place])); };
  std::stable_sort(unsure_.begin(), unsure_.end(), [&](auto one, auto other) { return doubt(one) > doubt(other); });
  weights_.clear();
  for (const int item : core_)
    for (const auto& of_constraint : problem_->weights) weights_.push_back(of_constraint[static_cast<std::size_t>(item)]);
  population_.clear();
}

bool KnapsackSearch::fits(std::size_t place) const {
  const double* weight = weights(place);
  for (std::size_t constraint = 0; constraint < spare_.size(); ++constraint)
    if (spare_[constraint] < weight[constraint]) return false;
  return true;
}

bool KnapsackSearch::nothing_is_over() const {
  return std::all_of(spare_.begin(), spare_.end(), [](double spare) { return spare >= 0; });
}

void KnapsackSearch::turn(std::size_t place) {
  const double sign = taken_[place] ? -1 : 1;
  const double* weight = weights(place);
  for (std::size_t constraint = 0; constraint < spare_.size(); ++constraint) spare_[constraint] -= sign * weight[constraint];
  profit_ += sign * problem_->profits[static_cast<std::size_t>(core_[place])];
  taken_[place] = taken_[place] ? 0 : 1;
}

void KnapsackSearch::clear() {
  std::vector<bool> stays = best_;
  for (const int item : core_) stays[static_cast<std::size_t>(item)] = false;
  taken_.assign(core_.size(), 0);
  spare_ = problem_->capacities;
  for (double& spare : spare_) spare += rounding * spare;
  profit_ = 0;
  for (std::size_t item = 0; item < stays.size(); ++item) {
    if (!stays[item]) continue;
    profit_ += problem_->profits[item];
    for (std::size_t constraint = 0; constraint < spare_.size(); ++constraint)
      spare_[constraint] -= problem_->weights[constraint][item];
  }
}

void KnapsackSearch::assume(const std::vector<bool>& taken, double profit) {
  best_ = taken;
  best_profit_ = profit;
}

void KnapsackSearch::note_if_best() {
  if (profit_ <= best_profit_ + tolerance * best_profit_) return;
  best_profit_ = profit_;
  for (std::size_t place = 0; place < core_.size(); ++place) best_[static_cast<std::size_t>(core_[place])] = taken_[place] != 0;
}

void KnapsackSearch::breed(int children) {
  // Anew each time, so that rounding does not gather.
  clear();
  for (; children > 0 && !core_.empty(); --children) {
    if (population_.size() < population_size)
      scatter();
    else
      inherit();
    repair();
    note_if_best();
    admit();
  }
}

void KnapsackSearch::scatter() {
  for (std::size_t place = 0; place < core_.size(); ++place)
    if (taken_[place]) turn(place);
  for (std::size_t tries = 0; tries < core_.size(); ++tries) {
    const std::size_t place = below(core_.size());
    if (!taken_[place] && fits(place)) turn(place);
  }
}

const KnapsackSearch::Member& KnapsackSearch::parent() {
  const Member& one = population_[below(population_.size())];
  const Member& other = population_[below(population_.size())];
  return one.profit > other.profit ? one : other;
}

void KnapsackSearch::inherit() {
  const Member& one = parent();
  const Member& other = parent();
  for (std::size_t place = 0; place < core_.size(); ++place) {
    const bool they_agree = one.taken[place] == other.taken[place];
    const char wanted = they_agree || random_.below(2) == 0 ? one.taken[place] : other.taken[place];
    if (taken_[place] != wanted) turn(place);
  }
  for (int mutation = 0; mutation < mutations; ++mutation) turn(unsure_[below(below(unsure_.size()) + 1)]);
}

void KnapsackSearch::repair() {
  for (std::size_t place = core_.size(); place-- > 0 && !nothing_is_over();)
    if (taken_[place]) turn(place);
  for (std::size_t place = 0; place < core_.size(); ++place)
    if (!taken_[place] && fits(place)) turn(place);
}

void KnapsackSearch::admit() {
  Member* worst = nullptr;
  for (Member& member : population_) {
    if (member.profit == profit_ && member.taken == taken_) return;
    if (worst == nullptr || member.profit < worst->profit) worst = &member;
  }
  if (population_.size() < population_size)
    population_.push_back({taken_, profit_});
  else if (profit_ > worst->profit)
    *worst = {taken_, profit_};
}

}  // namespace tradewind::planning
