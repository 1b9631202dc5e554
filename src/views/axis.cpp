// Periods along the axis and what to call them.
#include "tradewind/views/axis.h"

#include <algorithm>
#include <functional>

#include "tradewind/domain/period.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

constexpr std::size_t most_periods = 1200;  // a typing error in a date must not fill the memory

bool is_calendar_kind(PeriodKind kind) {
  return kind == PeriodKind::quarter || kind == PeriodKind::month || kind == PeriodKind::week;
}

Period calendar_period(PeriodKind kind, Date date, int fiscal_start) {
  if (kind == PeriodKind::month) return month_of(date);
  if (kind == PeriodKind::week) return week_of(date);
  return quarter_of(date, fiscal_start);
}

Period period_after(const Period& period, int fiscal_start) {
  Period next = is_calendar_kind(period.kind) ? calendar_period(period.kind, period.end, fiscal_start) : period;
  if (!is_calendar_kind(period.kind)) {
    next.name.clear();
    next.end = add_days(period.end, days_between(period.start, period.end));
  }
  next.id = {};
  next.start = period.end;
  return next;
}

Period period_before(const Period& period, int fiscal_start) {
  Period previous =
      is_calendar_kind(period.kind) ? calendar_period(period.kind, add_days(period.start, -1), fiscal_start) : period;
  if (!is_calendar_kind(period.kind)) {
    previous.name.clear();
    previous.start = add_days(period.start, -days_between(period.start, period.end));
  }
  previous.id = {};
  previous.end = period.start;
  return previous;
}

std::vector<std::string> names_of(const Period& period) {
  if (period.name.empty()) return {""};
  const std::string full = display_name(period);
  if (full == period.name) return {full};
  switch (period.kind) {
    case PeriodKind::quarter:
      return {full, full.substr(full.find(' ') + 1)};  // "2027 Q1", "Q1"
    case PeriodKind::month: {
      const std::string short_name = month_and_year(period.start);  // "Mar 2027"
      return {full, short_name, short_name.substr(0, 3)};
    }
    case PeriodKind::week:
      return {"W" + full.substr(5, full.find(',') - 5)};  // "Week 9, 2027"
    case PeriodKind::sprint:
    case PeriodKind::custom:
      break;
  }
  return {full};
}

/// That a name of several lengths ends or begins with: "2027".
std::string year_of(const Period& period) {
  const std::string full = display_name(period);
  return period.kind == PeriodKind::quarter ? full.substr(0, full.find(' ')) : full.substr(full.rfind(' ') + 1);
}

std::vector<AxisCell> months_on(const TimeAxis& axis, bool with_year) {
  std::vector<AxisCell> cells;
  for (Period month = month_of(axis.from()); month.start < axis.to(); month = next_period(month)) {
    const std::string name = month_and_year(month.start);
    AxisCell cell;
    cell.start = std::max(month.start, axis.from());
    cell.end = std::min(month.end, axis.to());
    if (with_year) cell.names.push_back(name);
    cell.names.push_back(name.substr(0, 3));
    if (!with_year) cell.names.push_back(name.substr(0, 1));
    cells.push_back(std::move(cell));
  }
  return cells;
}

std::vector<AxisCell> weeks_on(const TimeAxis& axis) {
  std::vector<AxisCell> cells;
  for (Period week = week_of(axis.from()); week.start < axis.to(); week = next_period(week)) {
    AxisCell cell;
    cell.start = std::max(week.start, axis.from());
    cell.end = std::min(week.end, axis.to());
    if (week.start >= axis.from()) cell.names = {std::to_string(static_cast<unsigned>(week.start.day()))};
    if (cell.names.empty()) cell.names = {""};
    cells.push_back(std::move(cell));
  }
  return cells;
}

}  // namespace

std::vector<Period> periods_covering(const Portfolio& portfolio, PeriodKind kind, Date first, Date last) {
  const int fiscal_start = portfolio.settings().fiscal_year_start_month;
  std::vector<Period> periods;
  const std::vector<const Period*> known = portfolio.periods_in_order(kind);
  for (const Period* period : known)
    if (period->start < last && first < period->end) periods.push_back(*period);
  if (periods.empty()) {
    if (is_calendar_kind(kind))
      periods.push_back(calendar_period(kind, first, fiscal_start));
    else if (!known.empty())
      periods.push_back(*known.front());
    else
      return {};
  }
  while (periods.back().end < last && periods.size() < most_periods)
    periods.push_back(period_after(periods.back(), fiscal_start));
  std::vector<Period> before;
  for (Period at = periods.front(); at.start > first && before.size() < most_periods; before.push_back(at))
    at = period_before(at, fiscal_start);
  periods.insert(periods.begin(), before.rbegin(), before.rend());
  return periods;
}

std::vector<std::vector<std::string>> names_in_row(const std::vector<Period>& periods) {
  std::vector<std::vector<std::string>> row;
  std::vector<std::string> years;
  for (const Period& period : periods) {
    row.push_back(names_of(period));
    years.push_back(row.back().size() > 1 ? year_of(period) : std::string());
  }
  std::vector<std::string> known = years;
  std::erase(known, std::string());
  if (std::adjacent_find(known.begin(), known.end(), std::not_equal_to<>()) == known.end()) return row;
  std::string year;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (years[at].empty()) continue;
    const std::string shortest = row[at].back();
    const bool begins = years[at] != year;
    year = years[at];
    const std::string mark = "’" + year.substr(year.size() < 2 ? 0 : year.size() - 2);
    if (begins) row[at].back() = shortest + " " + mark;
    row[at].push_back(begins ? mark : shortest);
  }
  return row;
}

AxisRows axis_rows(const std::vector<Period>& periods, PeriodKind kind, const TimeAxis& axis) {
  std::vector<Period> shown;
  for (const Period& period : periods)
    if (period.end > axis.from() && period.start < axis.to()) shown.push_back(period);
  std::vector<std::vector<std::string>> names = names_in_row(shown);
  std::vector<AxisCell> own;
  for (std::size_t at = 0; at < shown.size(); ++at) {
    const Period& period = shown[at];
    AxisCell cell;
    cell.start = std::max(period.start, axis.from());
    cell.end = std::min(period.end, axis.to());
    cell.names = std::move(names[at]);
    own.push_back(std::move(cell));
  }
  AxisRows rows;
  switch (kind) {
    case PeriodKind::week:
      rows.upper = months_on(axis, true);
      rows.lower = std::move(own);
      return rows;
    case PeriodKind::month:
      rows.lower = weeks_on(axis);
      break;
    case PeriodKind::sprint:
      rows.lower = own;
      for (AxisCell& cell : rows.lower) cell.names = {day_and_month(cell.start)};
      break;
    case PeriodKind::quarter:
    case PeriodKind::custom:
      rows.lower = months_on(axis, false);
      break;
  }
  rows.upper = std::move(own);
  return rows;
}

}  // namespace tradewind::views
