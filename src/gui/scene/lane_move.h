// What an item's lane stands for, changed: dropping a bar on another lane means another outcome, team, stage or class.
#pragma once
#include <QString>
#include <vector>

#include "tradewind/storage/workspace.h"

namespace tradewind::gui {

/// From one lane to another; the keys are those of views::TimelinePlan::Lane.
struct LaneMove {
  LaneRule rule = LaneRule::outcome;
  std::int64_t from = 0;
  std::int64_t to = 0;
  bool is_none() const { return from == to; }
};

/// Why the item cannot go there, with the way out; empty when it can.
QString lane_refusal(const Portfolio& portfolio, ItemId item, const LaneMove& move);
/// REQUIRES: lane_refusal is empty.
void move_to_lane(storage::Edit& edit, ItemId item, const LaneMove& move);
/// The item's estimates as they would be afterwards.
std::vector<Estimate> estimates_after(const Portfolio& portfolio, ItemId item, const LaneMove& move);

}  // namespace tradewind::gui
