// When the drift of a class, or the plan itself, deserves a warning.
#pragma once
#include <vector>

#include "tradewind/allocation/allocation.h"

namespace tradewind::allocation {

/// `whole` are the shares of the plan's period; weeks are counted back from `booked_until` as far as the run goes, not
/// only within the period: a quarter two weeks old must not hide a drift of two months.
std::vector<Alert> alerts_of(const Portfolio& portfolio, const Shares& whole, Date booked_until);

}  // namespace tradewind::allocation
