// From one portfolio to another, as the changes that an edit would tell: what shows the one can follow to the other.
#pragma once
#include "tradewind/domain/changes.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind {

/// Every row that is not equal in both, kind of row by kind of row.
Changes changes_between(const Portfolio& before, const Portfolio& after);

}  // namespace tradewind
