// Cost of delay, and CD3: cost of delay divided by duration (Don Reinertsen).
#pragma once
#include <string>
#include <string_view>

#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

struct DelayFactors {
  OptionalNumber cost_of_delay;   // currency per week, ≥ 0
  OptionalNumber duration_weeks;  // calendar weeks, > 0; CD3 only
};

/// Money lost per week of delay, as given.
OptionalNumber cost_of_delay_value(const DelayFactors& factors);
ScoreResult cost_of_delay(const DelayFactors& factors, std::string_view currency);
OptionalNumber cd3_value(const DelayFactors& factors);
ScoreResult cd3(const DelayFactors& factors, std::string_view currency);

}  // namespace tradewind::scoring
