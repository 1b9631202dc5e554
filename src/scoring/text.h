// Words and figures of explanations, and the list of reasons why something is unscored.
#pragma once
#include <string>
#include <string_view>
#include <utility>

#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

/// As people write it, "4,200.5": at most `decimals` places, no trailing zeros, never in exponent form for ordinary sizes.
std::string number_text(double value, int decimals = 4);
/// A score: two decimals, four below 1.
std::string result_text(double value);
/// 0.625 → "62.5 %".
std::string percent_text(double share, int decimals = 1);
std::string joined(const std::vector<std::string>& parts, std::string_view separator);

/// Collects what is missing or invalid.
class Reasons {
 public:
  /// Says "NAME is unknown" for an unknown factor, or "NAME VALUE RULE" when the rule does not hold.
  void require(std::string_view name, OptionalNumber value, bool holds, std::string_view rule);
  void add(std::string reason) { reasons_.push_back(std::move(reason)); }
  Unscored unscored() const { return {joined(reasons_, "; ")}; }

 private:
  std::vector<std::string> reasons_;
};

inline bool is_finite(OptionalNumber value) { return std::isfinite(value.value()); }  // unknown is not finite

}  // namespace tradewind::scoring
