// How good a share of the way is, as goals are graded (Grove; Google): 0.7 is on track, 0.4 at risk.
#pragma once
#include <cmath>

namespace tradewind {

enum class ProgressBand : unsigned char { on_track, at_risk, off_track };

/// `progress`: 0–1, rounded to tenths. 0.65 counts as 0.7, also where it was computed a hair below.
inline ProgressBand band_of_progress(double progress) {
  constexpr double hair = 1e-9;
  const double tenths = std::floor(10 * progress + 0.5 + hair);
  return tenths >= 7 ? ProgressBand::on_track : tenths >= 4 ? ProgressBand::at_risk : ProgressBand::off_track;
}

}  // namespace tradewind
