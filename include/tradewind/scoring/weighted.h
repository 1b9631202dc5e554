// Weighted scoring: the workspace's own criteria, each brought to 0–1 and weighted; 0–100.
#pragma once
#include <span>
#include <string>

#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

struct WeightedCriterion {
  std::string_view name;  // must outlive the call
  double weight = 1;      // ≥ 0; 0 = shown but not counted
  double minimum = 1;     // of the rating; < maximum
  double maximum = 5;
  bool lower_is_better = false;
  OptionalNumber rating;
};

/// 100 × Σ weight × normalised rating ÷ Σ weight. A criterion that counts and has no rating leaves the item unscored.
OptionalNumber weighted_value(std::span<const WeightedCriterion> criteria);
ScoreResult weighted(std::span<const WeightedCriterion> criteria);

}  // namespace tradewind::scoring
