// Making, naming and removing periods: what the page of teams offers, without its widgets.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/period.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::gui {

struct PeriodWish {
  PeriodKind kind = PeriodKind::quarter;
  int count = 1;
  // Of sprints only:
  std::optional<Date> first_day;  // none: after the last one, else next Monday
  int weeks = 2;
  std::string name = "Sprint";  // "Sprint 1" …, going on from the highest number there is
};

/// The periods after the last of their kind, without ids; from the one that today is in where there is none. Other periods have
/// no length of their own: they repeat the last one, and without one there are none. No day is in two quarters, also where the
/// fiscal year has begun in another month so far.
std::vector<Period> wished_periods(const Portfolio& portfolio, const PeriodWish& wish, Date today);

/// Each gets the capacities of the last period of the kind that is about as long; where none is, those of the last one in
/// proportion. Throws EditRefused where a name is taken. REQUIRES: the periods are of one kind.
void add_periods(const std::vector<Period>& periods, storage::Edit& edit);

/// What keeps a period from being removed, with what is planned in it; nullopt when nothing does. Capacity goes with it.
std::optional<Error> objection_to_removing(const Portfolio& portfolio, PeriodId period);

/// Sets the month, and gives quarters that are quarters of the new fiscal year too their names in it.
void change_fiscal_year(int first_month, storage::Edit& edit);

}  // namespace tradewind::gui
