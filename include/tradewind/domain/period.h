// Making and reading periods: fiscal quarters, months, ISO weeks, sprints.
// A fiscal year is named after the calendar year in which it ends unless it starts in January
// (start July: 2027Q1 is July–September 2026).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/team.h"

namespace tradewind {

/// A period without an id, from its text "2027Q1", "2027-03" or "2027-W09" (either case); nullopt for anything else (sprints
/// have free names and must be looked up in the workspace).
std::optional<Period> parse_period(std::string_view text, int fiscal_year_start_month = 1);

Period quarter_of(Date date, int fiscal_year_start_month = 1);
Period month_of(Date date);
Period week_of(Date date);
/// The next period of the same kind; sprints and custom periods repeat their length and get a name with the number raised.
Period next_period(const Period& period, int fiscal_year_start_month = 1);
/// `count` periods from the one that holds `first_day`. Sprints are two weeks long here; custom periods have no length of
/// their own, so there are none.
std::vector<Period> make_periods(PeriodKind kind, Date first_day, int count, int fiscal_year_start_month = 1);
/// Sprints of `weeks` weeks named "Sprint 1" … from `first_day`.
std::vector<Period> make_sprints(Date first_day, int weeks, int count, std::string_view name = "Sprint");

bool contains(const Period& period, Date date);
/// "2027 Q1", "March 2027", "Week 9, 2027" or the sprint's own name.
std::string display_name(const Period& period);

}  // namespace tradewind
