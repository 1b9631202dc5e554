// WSJF, weighted shortest job first (SAFe): (business value + time criticality + risk reduction or opportunity
// enablement) ÷ job size, each on the scale 1, 2, 3, 5, 8, 13, 20.
#pragma once
#include <array>

#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

inline constexpr std::array<double, 7> wsjf_scale{1, 2, 3, 5, 8, 13, 20};

struct WsjfFactors {
  OptionalNumber business_value;    // on wsjf_scale
  OptionalNumber time_criticality;  // on wsjf_scale
  OptionalNumber risk_reduction;    // on wsjf_scale
  OptionalNumber job_size;          // on wsjf_scale; unknown = derived from effort
  OptionalNumber effort;            // person-weeks; used only where job_size is unknown
};

/// 1, 2, 3, 5, 8, 13, 20 for up to 2, 4, 7, 12, 20, 30 and more person-weeks. REQUIRES: effort > 0.
double job_size_of_effort(double person_weeks);

OptionalNumber wsjf_value(const WsjfFactors& factors);
ScoreResult wsjf(const WsjfFactors& factors);

}  // namespace tradewind::scoring
