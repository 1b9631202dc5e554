// What deserves attention in a plan before anything else: the rules of the roadmap that it breaks, and where 70/20/10 is not
// kept. Each is told by the rule that draws it on the roadmap or in the view of time.
//
//     for (const Alert& alert : alerts_of(portfolio, today())) …
#pragma once
#include <vector>

#include "tradewind/allocation/allocation.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::workbench {

enum class AlertKind : unsigned char {
  over_capacity,  // a team in a period
  item,           // placed before its predecessor has finished, or against one of its dates
  allocation,     // a class of the policy, in the time booked or in the plan
};

struct Alert {
  AlertKind kind = AlertKind::item;
  ItemId item;                         // only where the kind is item
  TeamId team;                         // only where a team is over capacity
  PeriodId period;                     // the same
  AllocationClassId allocation_class;  // only where the kind is allocation
  Phrase sentence;                     // "Firefighting above 15 % for 9 weeks in a row"
  friend bool operator==(const Alert&, const Alert&) = default;
};

/// The heaviest first: teams over capacity by the person-weeks that are too many, then items by start, then the allocation,
/// with what was booked before what is planned. Of the first roadmap; `today` is the day its timeline is looked at.
std::vector<Alert> alerts_of(const Portfolio& portfolio, Date today);

/// Of the weeks and the quarter that the view of time shows when nobody has chosen others.
std::vector<allocation::Alert> allocation_alerts(const Portfolio& portfolio);

}  // namespace tradewind::workbench
