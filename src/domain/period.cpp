// Quarters, months, ISO weeks and sprints: their dates and their names.
#include "tradewind/domain/period.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tradewind {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};
constexpr int sprint_weeks_by_default = 2;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  if (digits.empty()) return std::nullopt;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

int month_number(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }

Period period_from(PeriodKind kind, std::string name, Date start, Date end) {
  Period period;
  period.kind = kind;
  period.name = std::move(name);
  period.start = start;
  period.end = end;
  return period;
}

struct YearAndNumber {
  int year;
  int number;
};

/// Year and number of "2027Q1", "2027-03", "2027-W09", without asking whether the number exists.
std::optional<std::pair<PeriodKind, YearAndNumber>> split_name(std::string_view text) {
  if (text.size() < 6) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  if (!year || *year == 0) return std::nullopt;
  const auto named = [&](PeriodKind kind, std::string_view digits) -> std::optional<std::pair<PeriodKind, YearAndNumber>> {
    const auto value = number(digits);
    if (!value) return std::nullopt;
    return std::pair{kind, YearAndNumber{*year, *value}};
  };
  const auto is = [&](std::size_t at, char upper) { return text[at] == upper || text[at] == upper - 'A' + 'a'; };
  if (text.size() == 6 && is(4, 'Q')) return named(PeriodKind::quarter, text.substr(5));
  if (text.size() == 7 && text[4] == '-') return named(PeriodKind::month, text.substr(5));
  if (text.size() == 8 && text[4] == '-' && is(5, 'W')) return named(PeriodKind::week, text.substr(6));
  return std::nullopt;
}

/// "Sprint 9" → "Sprint 10", "S-009" → "S-010"; the last number counts, and a name without one gets " 2".
std::string with_number_raised(std::string name) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::size_t end = name.size();
  while (end > 0 && !is_digit(name[end - 1])) --end;
  if (end == 0) return name + " 2";
  std::size_t at = end;
  while (at > 0 && name[at - 1] == '9') name[--at] = '0';
  if (at > 0 && is_digit(name[at - 1]))
    ++name[at - 1];
  else
    name.insert(at, 1, '1');
  return name;
}

}  // namespace

Period quarter_of(Date date, int fiscal_year_start_month) {
  const int first = std::clamp(fiscal_year_start_month, 1, 12);
  const int months_into_year = (month_number(date) - first + 12) % 12;
  const int year_of_start = static_cast<int>(date.year()) - (month_number(date) < first ? 1 : 0);
  const int fiscal_year = first == 1 ? year_of_start : year_of_start + 1;
  const Date start = first_of_month_after(date, -(months_into_year % 3));
  return period_from(PeriodKind::quarter, padded(fiscal_year, 4) + "Q" + std::to_string(months_into_year / 3 + 1), start,
                     first_of_month_after(start, 3));
}

Period month_of(Date date) {
  const Date start = first_of_month_after(date, 0);
  return period_from(PeriodKind::month, to_iso(start).substr(0, 7), start, first_of_month_after(start, 1));
}

Period week_of(Date date) {
  const Date start = monday_of_week(date);
  const IsoWeek week = iso_week(start);
  return period_from(PeriodKind::week, padded(week.year, 4) + "-W" + padded(week.week, 2), start, add_days(start, 7));
}

std::optional<Period> parse_period(std::string_view text, int fiscal_year_start_month) {
  const auto parts = split_name(text);
  if (!parts) return std::nullopt;
  const int year = parts->second.year;
  const int value = parts->second.number;
  switch (parts->first) {
    case PeriodKind::quarter: {
      if (value < 1 || value > 4) return std::nullopt;
      const int first = std::clamp(fiscal_year_start_month, 1, 12);
      const Date year_start = make_date(first == 1 ? year : year - 1, static_cast<unsigned>(first), 1);
      return quarter_of(first_of_month_after(year_start, 3 * (value - 1)), first);
    }
    case PeriodKind::month:
      if (value < 1 || value > 12) return std::nullopt;
      return month_of(make_date(year, static_cast<unsigned>(value), 1));
    case PeriodKind::week: {
      if (value < 1) return std::nullopt;
      // 4 January lies in week 1 by definition.
      const Date monday = add_days(monday_of_week(make_date(year, 1, 4)), 7 * (value - 1));
      if (iso_week(monday) != IsoWeek{year, value}) return std::nullopt;
      return week_of(monday);
    }
    case PeriodKind::sprint:
    case PeriodKind::custom:
      break;
  }
  return std::nullopt;
}

Period next_period(const Period& period, int fiscal_year_start_month) {
  switch (period.kind) {
    case PeriodKind::quarter:
      return quarter_of(period.end, fiscal_year_start_month);
    case PeriodKind::month:
      return month_of(period.end);
    case PeriodKind::week:
      return week_of(period.end);
    case PeriodKind::sprint:
    case PeriodKind::custom:
      break;
  }
  return period_from(period.kind, with_number_raised(period.name), period.end,
                     add_days(period.end, days_between(period.start, period.end)));
}

std::vector<Period> make_periods(PeriodKind kind, Date first_day, int count, int fiscal_year_start_month) {
  if (kind == PeriodKind::sprint) return make_sprints(first_day, sprint_weeks_by_default, count);
  std::vector<Period> periods;
  if (kind == PeriodKind::custom) return periods;
  for (int i = 0; i < count; ++i) {
    const Date day = periods.empty() ? first_day : periods.back().end;
    periods.push_back(kind == PeriodKind::quarter ? quarter_of(day, fiscal_year_start_month)
                      : kind == PeriodKind::month ? month_of(day)
                                                  : week_of(day));
  }
  return periods;
}

std::vector<Period> make_sprints(Date first_day, int weeks, int count, std::string_view name) {
  std::vector<Period> sprints;
  const int days = 7 * std::max(weeks, 1);
  for (int i = 0; i < count; ++i)
    sprints.push_back(period_from(PeriodKind::sprint, std::string{name} + " " + std::to_string(i + 1),
                                  add_days(first_day, days * i), add_days(first_day, days * (i + 1))));
  return sprints;
}

bool contains(const Period& period, Date date) { return period.start <= date && date < period.end; }

std::string display_name(const Period& period) {
  const auto parts = split_name(period.name);
  if (!parts || parts->first != period.kind) return period.name;
  const std::string year = std::to_string(parts->second.year);
  const int value = parts->second.number;
  switch (period.kind) {
    case PeriodKind::quarter:
      return year + " Q" + std::to_string(value);
    case PeriodKind::month:
      if (value < 1 || value > 12) return period.name;
      return std::string{month_names.at(static_cast<std::size_t>(value - 1))} + " " + year;
    case PeriodKind::week:
      return "Week " + std::to_string(value) + ", " + year;
    case PeriodKind::sprint:
    case PeriodKind::custom:
      break;
  }
  return period.name;
}

}  // namespace tradewind
