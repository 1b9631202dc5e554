// Why an item of the roadmap stands where it does: what keeps it from coming earlier, what coming later would cost, and what
// its place is worth to others (dual prices of the linear relaxation).
#pragma once
#include <vector>

#include "tradewind/workbench/why_not_earlier.h"

namespace tradewind::workbench {

/// What an item takes of a team in a period, at the price of a person-week there.
struct PricedWork {
  TeamId team;
  PeriodId period;
  double person_weeks = 0;
  double price = 0;  // of one person-week at the margin; 0 where there is capacity to spare
};

struct WhyHere {
  PeriodId period;              // in which it starts
  WhyNotEarlier earlier;        // the constraints before it
  OptionalNumber lost_later;    // value lost by a period later; unknown where there is none
  std::vector<ItemId> waiting;  // successors that a period later would push
  std::vector<PricedWork> work;
  double value = 0;  // what it brings where it is, beside what the capacity is worth to others
  Phrase sentence;
  /// What its person-weeks would bring elsewhere at the margin.
  double worth_to_others() const;
};

/// Fails as why_not_earlier does.
Result<WhyHere> why_here(const Portfolio& portfolio, ItemId item, const PlanningOptions& options,
                         const planning::Options& search = {});

}  // namespace tradewind::workbench
