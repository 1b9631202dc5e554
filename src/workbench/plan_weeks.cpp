// From the weeks of a layout to days of the calendar.
#include <algorithm>
#include <cmath>

#include "tradewind/domain/schedule.h"
#include "tradewind/planning/week_layout.h"
#include "tradewind/workbench/plan_roadmap.h"

namespace tradewind::workbench {
namespace {

using planning::WeekLimits;
using planning::WeekSpan;

/// Weeks begin on Mondays; the first and the last one of a period begin and end with it, and take in what would be less than
/// a week.
std::vector<Date> starts_of_weeks(const Period& period) {
  std::vector<Date> starts{period.start};
  for (Date monday = add_days(monday_of_week(period.start), 7); monday < period.end; monday = add_days(monday, 7))
    starts.push_back(monday);
  const auto count = static_cast<std::size_t>(std::max(1L, std::lround(days_between(period.start, period.end) / 7.0)));
  while (starts.size() > count) {
    if (days_between(starts[0], starts[1]) <= days_between(starts.back(), period.end))
      starts.erase(starts.begin() + 1);
    else
      starts.pop_back();
  }
  return starts;
}

/// The weeks of all periods, numbered as in WeekSpan.
class WeekCalendar {
 public:
  WeekCalendar(const Portfolio& portfolio, const std::vector<PeriodId>& periods) {
    for (const PeriodId id : periods) {
      const Period& period = *portfolio.find(id);
      const std::vector<Date> starts = starts_of_weeks(period);
      for (std::size_t at = 0; at < starts.size(); ++at)
        weeks_.push_back({starts[at], at + 1 < starts.size() ? starts[at + 1] : period.end});
      counts_.push_back(static_cast<int>(starts.size()));
    }
  }

  const std::vector<int>& counts() const { return counts_; }
  /// The one with the day; the first or the last one for days outside of the plan.
  int week_of(Date day) const {
    const auto after =
        std::upper_bound(weeks_.begin(), weeks_.end(), day, [](Date one, const Span& week) { return one < week.start; });
    return std::max(0, static_cast<int>(after - weeks_.begin()) - 1);
  }
  /// The first that begins on the day or later.
  int first_from(Date day) const {
    const auto first =
        std::lower_bound(weeks_.begin(), weeks_.end(), day, [](const Span& week, Date one) { return week.start < one; });
    return static_cast<int>(first - weeks_.begin());
  }
  /// The last that is over when the day is; nothing where all are.
  std::optional<int> last_until(Date day) const {
    const auto after =
        std::upper_bound(weeks_.begin(), weeks_.end(), day, [](Date one, const Span& week) { return one < last_day(week); });
    if (after == weeks_.end()) return std::nullopt;
    return static_cast<int>(after - weeks_.begin()) - 1;
  }
  Span days_of(const WeekSpan& weeks) const {
    return {weeks_[static_cast<std::size_t>(weeks.first)].start, weeks_[static_cast<std::size_t>(weeks.last)].finish};
  }

 private:
  std::vector<Span> weeks_;
  std::vector<int> counts_;
};

/// The whole period, or days in it, while the plan holds it to its deadline.
bool misses_deadline(const Placement& placement, const planning::Task& task, const Portfolio& portfolio) {
  const auto& deadline = portfolio.find(placement.item)->deadline;
  const auto span = span_of(placement, portfolio);
  return deadline && span && task.latest_finish && !task.pinned_start && last_day(*span) > *deadline;
}

/// Else it is as it was.
bool is_put_there(const Placement& placement, const Portfolio& portfolio) {
  const Placement* before = portfolio.find(placement.id);
  return before == nullptr || *before != placement;
}

}  // namespace

std::vector<Placement> with_weeks(const Portfolio& portfolio, const PlanningProblem& problem, const std::vector<int>& start,
                                  std::vector<Placement> placements) {
  const WeekCalendar calendar(portfolio, problem.periods);
  std::vector<WeekLimits> limits(problem.items.size());
  std::vector<Placement*> undated(problem.items.size(), nullptr);
  const auto numbers = problem.numbers();
  for (Placement& placement : placements) {
    const auto found = numbers.find(placement.item);
    if (found == numbers.end()) continue;
    WeekLimits& known = limits[found->second];
    const bool is_moved =
        is_put_there(placement, portfolio) || misses_deadline(placement, problem.problem.tasks[found->second], portfolio);
    const bool is_to_be_dated = is_moved && is_in_period(placement, portfolio);
    if (is_to_be_dated) {
      placement.start = placement.finish = std::nullopt;
      known.earliest = calendar.first_from(problem.today);
      undated[found->second] = &placement;
    } else if (placement.start && placement.finish) {
      const WeekSpan own{calendar.week_of(*placement.start), calendar.week_of(add_days(*placement.finish, -1))};
      known.kept = known.kept ? WeekSpan{std::min(known.kept->first, own.first), std::max(known.kept->last, own.last)} : own;
    }
  }
  for (std::size_t task = 0; task < limits.size(); ++task) {
    const Item& item = *portfolio.find(problem.items[task]);
    limits[task].is_length_open = !item.duration_weeks.has_value();
    if (item.deadline) limits[task].latest = calendar.last_until(*item.deadline);
  }
  const auto weeks = planning::lay_out_weeks(problem.problem, start, calendar.counts(), limits);
  for (std::size_t task = 0; task < weeks.size(); ++task) {
    if (undated[task] == nullptr || limits[task].kept || !weeks[task]) continue;
    const Span days = calendar.days_of(*weeks[task]);
    // Days that are those of the whole period say nothing.
    if (days == *span_of(*undated[task], portfolio)) continue;
    undated[task]->start = days.start;
    undated[task]->finish = days.finish;
  }
  return placements;
}

}  // namespace tradewind::workbench
