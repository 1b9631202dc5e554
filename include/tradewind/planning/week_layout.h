// Which weeks of its period each task of a plan takes, so that bars have dates. The plan itself is not changed: no task leaves
// the period that it has, and no work is added or lost.
//
// A serial schedule (Kelley, "The critical-path method: resource planning and scheduling", 1963) over weeks: one task after the
// other takes the first weeks in which its teams have room, each behind what it waits for. Those with a deadline inside the
// period come first, then those whose waiting costs most for the work that they are (Smith, "Various optimizers for single-stage
// production", 1956).
//
// In a week a team has room for its capacity in the period / the weeks of the period. Whole weeks are coarse, and a task is not
// split, so what fits into a period does not always fit into its weeks: then tasks overlap where that asks the least too much of
// their teams. That is told by the bars; leaving the period would be untrue to the plan.
#pragma once
#include <optional>
#include <vector>

#include "tradewind/planning/problem.h"

namespace tradewind::planning {

/// Weeks are numbered over all periods, from 0 for the first week of the first one.
struct WeekSpan {
  int first = 0;
  int last = 0;  // the last week with work
  friend bool operator==(const WeekSpan&, const WeekSpan&) = default;
};

/// What is known of a task's weeks beside the problem.
struct WeekLimits {
  /// It has its weeks already; they may reach over periods, and out of the plan.
  std::optional<WeekSpan> kept;
  /// Not before this week, as far as the rest of its period is long enough.
  int earliest = 0;
  /// Done by the end of this week where that is possible, else as early as possible.
  std::optional<int> latest;
  /// Nobody has said how long it takes: as short a time as its teams have room for, where it would else be Task::span.
  bool is_length_open = false;
};

/// By task, those that keep their weeks included; one that lasts several periods takes them whole. Nothing where a task is left
/// out, and where a chain within one period has more steps than the period has weeks.
/// `start` as in Plan; `weeks` of each period, at least 1; `limits` by task, or empty. REQUIRES: faults(problem) is empty.
std::vector<std::optional<WeekSpan>> lay_out_weeks(const Problem& problem, const std::vector<int>& start,
                                                   const std::vector<int>& weeks, const std::vector<WeekLimits>& limits = {});

}  // namespace tradewind::planning
