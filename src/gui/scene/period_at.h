// Into which period of a kind a drag goes.
#pragma once
#include "tradewind/domain/period.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::gui {

/// The first one with the day in it; nullptr where there is none.
inline const Period* period_at(const Portfolio& portfolio, PeriodKind kind, Date date) {
  for (const Period* period : portfolio.periods_in_order(kind))
    if (contains(*period, date)) return period;
  return nullptr;
}

}  // namespace tradewind::gui
