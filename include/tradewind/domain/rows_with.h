// How much hangs on rows: what erasing them would touch.
#pragma once
#include <cstddef>
#include <vector>

#include "tradewind/domain/portfolio.h"

namespace tradewind {

/// These rows and those that refer to one of them. Takes a pass over all rows. Instantiated for Item, Outcome, Period and Team.
template <class Entity>
std::size_t rows_with(const Portfolio& portfolio, const std::vector<Id<Entity>>& rows);

}  // namespace tradewind
