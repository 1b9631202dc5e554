// What the time view reads: which weeks, which quarter, and the figures of both.
#include <algorithm>
#include <cmath>

#include "tradewind/domain/period.h"
#include "views/allocation_parts.h"

namespace tradewind::views {
namespace {

constexpr int weeks_shown = 12;

std::optional<Date> last_booked_day(const Portfolio& portfolio) {
  std::optional<Date> last;
  for (const TimeEntry& entry : portfolio.all<TimeEntry>())
    if (entry.date.ok() && (!last || entry.date > *last)) last = entry.date;
  return last;
}

Period period_of_view(const Portfolio& portfolio, const AllocationOptions& options, std::optional<Date> last) {
  if (options.period) return *options.period;
  const auto quarters = portfolio.periods_in_order(PeriodKind::quarter);
  if (last)
    for (const Period* quarter : quarters)
      if (contains(*quarter, *last)) return *quarter;
  const Roadmap* roadmap = options.roadmap ? portfolio.find(options.roadmap) : portfolio.roadmap_by_name({});
  if (roadmap && !last)
    for (const ScheduledItem& planned : schedule_of(portfolio, roadmap->id))
      for (const Period* quarter : quarters)
        if (share_in(planned.span, quarter->start, quarter->end) > 0) return *quarter;
  if (last) return quarter_of(*last, portfolio.settings().fiscal_year_start_month);
  return quarters.empty() ? Period{} : *quarters.front();
}

}  // namespace

allocation::Query allocation_query(const Portfolio& portfolio, const AllocationOptions& options) {
  const std::optional<Date> last = last_booked_day(portfolio);
  allocation::Query query;
  query.period = period_of_view(portfolio, options, last);
  query.roadmap = options.roadmap;
  query.booked = options.booked;
  if (!query.booked && last) {
    const Date end = add_days(monday_of_week(*last), 7);
    query.booked = Span{add_days(end, -7 * weeks_shown), end};
  }
  return query;
}

AllocationData allocation_data(const Portfolio& portfolio, const AllocationOptions& options) {
  const allocation::Query query = allocation_query(portfolio, options);
  AllocationData data;
  data.portfolio = &portfolio;
  data.allocation = allocation::allocation_of(portfolio, query);
  data.period = query.period;
  data.booked = data.allocation.booked_span;
  data.weeks = allocation::weekly_trend(portfolio, data.booked);
  data.causes = allocation::firefighting_causes(portfolio, data.booked, options.roadmap);
  data.left = allocation::firefighting_after_cures(portfolio, data.booked, options.roadmap);
  data.has_time = data.allocation.whole.actual_minutes > 0;
  data.has_plan = data.allocation.whole.planned_minutes > 0;
  return data;
}

std::vector<std::size_t> stacking_order(const std::vector<allocation::ClassPart>& classes) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < classes.size(); ++i)
    if (classes[i].role != ClassRole::firefighting) order.push_back(i);
  for (std::size_t i = 0; i < classes.size(); ++i)
    if (classes[i].role == ClassRole::firefighting) order.push_back(i);
  return order;
}

OptionalNumber firefighting_percent(const std::vector<allocation::ClassPart>& classes) {
  OptionalNumber sum;
  for (const allocation::ClassPart& part : classes)
    if (part.role == ClassRole::firefighting && part.actual.has_value()) sum = sum.value_or(0) + 100 * part.actual.value();
  return sum;
}

double firefighting_limit(const std::vector<allocation::ClassPart>& classes) {
  double limit = 0;
  for (const allocation::ClassPart& part : classes)
    if (part.role == ClassRole::firefighting) limit += 100 * (part.target + part.tolerance);
  return limit;
}

std::string period_name_within(const Period& period, Date same_year_as) {
  const std::string name = display_name(period);
  const std::string year = std::to_string(static_cast<int>(same_year_as.year())) + " ";
  return name.rfind(year, 0) == 0 ? name.substr(year.size()) : name;
}

}  // namespace tradewind::views
