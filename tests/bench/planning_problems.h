// Generated planning problems for the figures in docs/performance.md: the same on every machine and library.
#pragma once
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "tradewind/planning/problem.h"

namespace tradewind::bench {

/// xorshift64*; the standard library's distributions differ from one library to the next.
class SeededNumbers {
 public:
  explicit SeededNumbers(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15U + 0xD1B54A32D192ED03U) {}
  /// In [0, 1).
  double uniform() {
    state_ ^= state_ >> 12U;
    state_ ^= state_ << 25U;
    state_ ^= state_ >> 27U;
    return static_cast<double>((state_ * 0x2545F4914F6CDD1DU) >> 11U) * 0x1.0p-53;
  }
  int below(int limit) { return static_cast<int>(uniform() * limit); }
  double lognormal(double mean, double deviation) {
    const double normal = std::sqrt(-2 * std::log(1 - uniform())) * std::cos(2 * std::numbers::pi * uniform());
    return std::exp(mean + deviation * normal);
  }

 private:
  std::uint64_t state_;
};

/// Value lognormal(3, 1) for each period from the finish to the horizon; one to three teams an item, effort lognormal(1, 0.6)
/// for each, spread evenly over its duration; each team's capacity half of its total demand, spread evenly over the periods;
/// a quarter of the items with a predecessor. `long_items`: a third of the items last two or three periods.
inline planning::Problem planning_problem(int items, bool long_items, std::uint64_t seed, int periods = 8, int teams = 5) {
  SeededNumbers random(seed);
  planning::Problem problem;
  problem.periods = periods;
  std::vector<double> total(static_cast<std::size_t>(teams), 0);
  for (int item = 0; item < items; ++item) {
    planning::Task task;
    if (long_items && random.uniform() < 1.0 / 3) task.duration = 2 + random.below(2);
    const double value = random.lognormal(3, 1);
    for (int period = 0; period < periods; ++period) task.value.push_back(value * (periods - period));
    std::array<bool, 64> taken{};
    for (int count = 1 + random.below(3); count > 0; --count) {
      int team = random.below(teams);
      while (taken[static_cast<std::size_t>(team)]) team = random.below(teams);
      taken[static_cast<std::size_t>(team)] = true;
      const double effort = random.lognormal(1, 0.6);
      for (int offset = 0; offset < task.duration; ++offset) task.demands.push_back({team, effort / task.duration, offset});
      total[static_cast<std::size_t>(team)] += effort;
    }
    if (item > 0 && random.uniform() < 0.25) task.predecessors.push_back({random.below(item)});
    problem.tasks.push_back(std::move(task));
  }
  for (const double demand : total) problem.capacity.emplace_back(static_cast<std::size_t>(periods), demand / 2 / periods);
  return problem;
}

}  // namespace tradewind::bench
