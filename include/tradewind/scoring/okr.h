// OKR progress: how far each key result has come from its baseline to its target, and the mean over an objective.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

struct KeyResult {
  std::string name;
  OptionalNumber baseline;
  OptionalNumber target;  // not equal to the baseline; below it where less is better
  OptionalNumber now;
  std::string unit;
};

/// (now − baseline) ÷ (target − baseline), clamped to 0–1.
OptionalNumber progress_value(const KeyResult& key_result);
ScoreResult progress(const KeyResult& key_result);
/// "on track", "at risk" or "off track" after rounding to one decimal: from 0.7, from 0.4, below.
std::string_view progress_band(double progress);

/// The mean over the key results that have a progress; those without are named, never counted as 0.
OptionalNumber objective_value(std::span<const KeyResult> key_results);
ScoreResult objective(std::span<const KeyResult> key_results);

}  // namespace tradewind::scoring
