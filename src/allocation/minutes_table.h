// Minutes by team, person and class: the planned from placements and reserve, the booked from time entries.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "allocation/class_positions.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::allocation {

/// One number per class, the unclassified last.
using ClassMinutes = std::vector<std::int64_t>;

/// Planned minutes per team; TeamId{} holds what belongs to no known team.
std::map<TeamId, ClassMinutes> planned_minutes(const Portfolio& portfolio, const ClassPositions& positions, RoadmapId roadmap,
                                               const Period& period);

/// Booked minutes per team and person; TeamId{} as above, "" for entries that name nobody.
std::map<std::pair<TeamId, std::string>, ClassMinutes> booked_minutes(const Portfolio& portfolio, const ClassPositions& positions,
                                                                      const Span& span);

}  // namespace tradewind::allocation
