// What ate the time: firefighting by cause, with the item that is to end each, and what is left once those items land.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::allocation {

struct Cause {
  std::string text;           // as booked, else the item's title; "Everything else" where neither is known
  ItemId item;                // the item that ends it; none where nobody has named one
  std::optional<Date> lands;  // first day after the item's work; unset: nothing planned against it
  PeriodId lands_in;          // the quarter of that work's last day
  std::int64_t minutes = 0;
  double share = 0;      // 0–1, of all firefighting
  bool unnamed = false;  // "Everything else"
};

/// Most time first, what has no named cause last. Firefighting is every class with that role.
std::vector<Cause> firefighting_causes(const Portfolio& portfolio, const Span& booked, RoadmapId roadmap = {});

struct FirefightingLeft {
  PeriodId after;            // none: as it is now
  std::int64_t minutes = 0;  // of the same span of time
  double share = 0;          // 0–1, of all booked time
};
/// If every cure works: as booked, then after each quarter in which some cure lands.
std::vector<FirefightingLeft> firefighting_after_cures(const Portfolio& portfolio, const Span& booked, RoadmapId roadmap = {});

}  // namespace tradewind::allocation
