// RICE (Intercom, Sean McBride 2016): reach × impact × confidence ÷ effort.
#pragma once
#include <array>

#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

struct RiceFactors {
  OptionalNumber reach;       // people or events per quarter, ≥ 0
  OptionalNumber impact;      // one of rice_impacts
  OptionalNumber confidence;  // share 0–1; below moonshot_confidence the score is marked a moonshot
  OptionalNumber effort;      // person-weeks of all teams, > 0
};

/// Massive, high, medium, low, minimal.
inline constexpr std::array<double, 5> rice_impacts{3, 2, 1, 0.5, 0.25};
inline constexpr double moonshot_confidence = 0.5;
inline constexpr double person_weeks_per_person_month = 4;

/// What one unit of effort is in the quotient. The order of items is the same either way; the original counts
/// person-months, the workbench person-weeks, so that its scores are a quarter of the original's.
enum class EffortUnit : unsigned char { person_weeks, person_months };

bool is_moonshot(OptionalNumber confidence);
OptionalNumber rice_value(const RiceFactors& factors, EffortUnit unit = EffortUnit::person_weeks);
ScoreResult rice(const RiceFactors& factors, EffortUnit unit = EffortUnit::person_weeks);

}  // namespace tradewind::scoring
