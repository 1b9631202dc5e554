// Why an item of the roadmap does not start a period earlier: the constraint that binds, in words and in figures.
#pragma once
#include <vector>

#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

struct WhyNotEarlier {
  PeriodId before;  // the one in which it might start; none where it starts in the first
  bool possible = false;
  /// It may not move: pinned, or work on it has begun.
  bool stays = false;
  std::vector<ItemId> waits_for;         // predecessors that end too late, or are not planned
  std::vector<MissingCapacity> missing;  // beside everything else that is planned
  std::vector<Phrase> reasons;           // each constraint; empty where nothing hinders it
  Phrase sentence;
};

/// Fails as planning_problem does, and where the item is not planned.
Result<WhyNotEarlier> why_not_earlier(const Portfolio& portfolio, ItemId item, const PlanningOptions& options,
                                      const planning::Options& search = {});

}  // namespace tradewind::workbench
