// How far a solution may be from the best one.
#pragma once
#include <algorithm>
#include <cmath>

namespace tradewind::planning {

/// Of plans: below this share of the value a gap is rounding, and what the preference for staying adds.
inline constexpr double closed_gap = 4e-6;

/// |bound − value| / |value|, whichever of the two is to be large; 0 is proven best, and so is what is not more than `closed`.
/// Infinite without a bound.
inline double gap_between(double value, double bound, double closed = 0) {
  const double gap = std::abs(bound - value) / std::max(1e-9, std::abs(value));
  return gap <= closed ? 0 : gap;
}

}  // namespace tradewind::planning
