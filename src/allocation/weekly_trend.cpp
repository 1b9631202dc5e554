#include "tradewind/allocation/weekly_trend.h"

#include <algorithm>

#include "allocation/class_positions.h"

namespace tradewind::allocation {

std::vector<Week> weekly_trend(const Portfolio& portfolio, const Span& span, std::optional<TeamId> team) {
  std::vector<Week> weeks;
  if (!span.start.ok() || !span.finish.ok()) return weeks;
  const ClassPositions positions(portfolio);
  const Date first = monday_of_week(span.start);
  for (Date monday = first; monday < span.finish; monday = add_days(monday, 7)) {
    Week week;
    week.monday = monday;
    week.minutes.assign(positions.count(), 0);
    weeks.push_back(std::move(week));
  }
  for (const TimeEntry& entry : portfolio.all<TimeEntry>()) {
    if (entry.date < span.start || entry.date >= span.finish) continue;
    if (team && *team != (portfolio.contains(entry.team) ? entry.team : TeamId{})) continue;
    Week& week = weeks[static_cast<std::size_t>(days_between(first, entry.date) / 7)];
    week.minutes[positions.of(entry.allocation_class)] += entry.minutes;
    week.total += entry.minutes;
  }
  return weeks;
}

Run run_out_of_tolerance(const std::vector<Week>& weeks, std::size_t position, const AllocationClass& one_class) {
  // Shares on the limit are within it, also when the limit is a sum like 0.1 + 0.05.
  constexpr double slack = 1e-9;
  Run run;
  std::int64_t minutes = 0;
  std::int64_t total = 0;
  for (auto week = weeks.rbegin(); week != weeks.rend(); ++week) {
    const OptionalNumber share = week->share(position);
    if (!share.has_value()) continue;
    const double drift = share.value() - one_class.target_share;
    const bool above = drift > 0;
    if (std::abs(drift) <= one_class.tolerance + slack || (run.weeks > 0 && above != run.above)) break;
    run.above = above;
    ++run.weeks;
    minutes += week->minutes[position];
    total += week->total;
  }
  if (total > 0) run.share = static_cast<double>(minutes) / static_cast<double>(total);
  return run;
}

}  // namespace tradewind::allocation
