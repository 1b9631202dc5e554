// Turning real-valued parts into whole numbers that still add up: rounding each part alone loses or invents a point.
#pragma once
#include <cstdint>
#include <vector>

namespace tradewind::allocation {

/// Whole numbers in the proportion of `parts` that add up to `whole` exactly: each part's floor, and what is missing to
/// those with the largest remainders; among equal remainders the first wins. All 0 when the parts add up to nothing.
/// REQUIRES: parts ≥ 0, whole ≥ 0.
std::vector<std::int64_t> apportioned(const std::vector<double>& parts, std::int64_t whole);

/// Percentages to show: they add up to 100, or are all 0 when there is nothing to share.
std::vector<int> rounded_to_hundred(const std::vector<double>& parts);

}  // namespace tradewind::allocation
