// When the planned work of items ends, and in which quarter that is.
#pragma once
#include <optional>
#include <unordered_map>

#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::allocation {

/// That roadmap, or the first by position for none; none where there is no roadmap at all.
RoadmapId roadmap_or_first(const Portfolio& portfolio, RoadmapId roadmap);

/// The first day after an item's last placement.
std::unordered_map<ItemId, Date> landing_days(const Portfolio& portfolio, RoadmapId roadmap);

/// The quarter of the last day of work before `landing`; none outside all `quarters` (Portfolio::periods_in_order).
PeriodId quarter_of_landing(const std::vector<const Period*>& quarters, Date landing);

}  // namespace tradewind::allocation
