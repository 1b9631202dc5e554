// Booked time week by week: how the shares move, and for how long a class has been out of tolerance.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::allocation {

struct Week {
  Date monday{};
  /// Minutes per class of the active policy, in order; unclassified last, always present.
  std::vector<std::int64_t> minutes;
  std::int64_t total = 0;

  /// Share 0–1; unknown in a week without any time.
  OptionalNumber share(std::size_t one_class) const {
    return total == 0 ? OptionalNumber{} : OptionalNumber{static_cast<double>(minutes[one_class]) / static_cast<double>(total)};
  }
};

/// One row per calendar week that the span touches, also where nobody booked; of one team when given (TeamId{} = time of
/// no team).
std::vector<Week> weekly_trend(const Portfolio& portfolio, const Span& span, std::optional<TeamId> team = std::nullopt);

/// Out of tolerance at the end of `weeks`, without a break; weeks without any time neither break nor lengthen a run.
struct Run {
  int weeks = 0;
  bool above = true;
  double share = 0;  // of the time of those weeks
};
/// REQUIRES: position is that of `one_class` in Week::minutes.
Run run_out_of_tolerance(const std::vector<Week>& weeks, std::size_t position, const AllocationClass& one_class);

}  // namespace tradewind::allocation
