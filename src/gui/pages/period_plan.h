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
/// no length of their own: they repeat the last one, and without one there are none.
std::vector<Period> wished_periods(const Portfolio& portfolio, const PeriodWish& wish, Date today);

/// Teams that have a capacity in the last period of the kind get the same in each new one. Throws EditRefused where a name is
/// taken. REQUIRES: the periods are of one kind.
void add_periods(const std::vector<Period>& periods, storage::Edit& edit);

/// What keeps a period from being removed, with what is planned in it; nullopt when nothing does. Capacity goes with it.
std::optional<Error> objection_to_removing(const Portfolio& portfolio, PeriodId period);

/// Sets the month, and gives quarters that are quarters of the new fiscal year too their names in it.
void change_fiscal_year(int first_month, storage::Edit& edit);

}  // namespace tradewind::gui
