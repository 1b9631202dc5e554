// How sure the RICE order is: the factors are drawn many times within their uncertainty, and each item's rank is watched.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "tradewind/domain/discovery.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::scoring {

/// A three-point estimate of one team in person-weeks; low ≤ likely ≤ high.
struct EffortRange {
  double low = 0;
  double likely = 0;
  double high = 0;
};

struct UncertainFactors {
  double reach = 0;
  double impact = 0;
  double confidence = 0;
  double confidence_spread = 0.45;   // see confidence_spread_of
  std::vector<EffortRange> efforts;  // per team; at least one
};

/// How far confidence may be off, by the strongest supporting evidence: 0.45 opinions and plans, 0.30 anecdotes
/// (interviews), 0.20 market and user data, 0.12 test results, 0.08 launch data.
double confidence_spread_of(std::optional<EvidenceKind> strongest);

struct RankIntervalOptions {
  int draws = 2000;
  std::uint32_t seed = 20270118;  // the same seed gives the same intervals on every machine
  double lower = 0.1;             // quantiles of the interval: 80 % by default
  double upper = 0.9;
};

/// Ranks from 1.
struct RankInterval {
  int low = 0;
  int middle = 0;
  int high = 0;
  friend bool operator==(const RankInterval&, const RankInterval&) = default;
};

/// In the order of the input. Effort is triangular from low, likely, high; reach is off by up to 30 %, confidence by up
/// to 1.6 times its spread, both triangular. Time and memory grow with draws × items: meant for a planning scope of
/// tens to hundreds of items. REQUIRES: draws > 0.
std::vector<RankInterval> rank_intervals(std::span<const UncertainFactors> items, const RankIntervalOptions& options = {});

/// nullopt when RICE is unscored for the item. An estimate without low or high counts as certain.
std::optional<UncertainFactors> uncertain_factors(const Portfolio& portfolio, const Item& item);

}  // namespace tradewind::scoring
