#include "workbench/asked_period.h"

#include "tradewind/domain/period.h"
#include "tradewind/workbench/report_allocation.h"

namespace tradewind::workbench {

Result<AskedPeriod> asked_period(const Portfolio& portfolio, const PlanningProblem& problem, const std::string& text,
                                 const std::string& what) {
  if (text.empty()) return AskedPeriod{};
  const auto period = period_called(portfolio, text);
  if (!period) return tl::unexpected(period.error());
  const int count = static_cast<int>(problem.periods.size());
  for (int at = 0; at < count; ++at) {
    const Period& known = *portfolio.find(problem.periods[static_cast<std::size_t>(at)]);
    if (known.start == period->start && known.end == period->end) return AskedPeriod{AskedFor::period_of_plan, at, {}};
  }
  const Period& first = *portfolio.find(problem.periods.front());
  const Period& last = *portfolio.find(problem.periods.back());
  if (period->end <= first.start || period->end <= problem.today) return AskedPeriod{AskedFor::past, 0, display_name(*period)};
  if (period->start >= last.end) return AskedPeriod{AskedFor::after_plan, count - 1, display_name(*period)};
  return failure(ErrorCode::not_found, what, "\"" + text + "\" is not one of the roadmap's periods from today on",
                 "choose one from " + first.name + " to " + last.name);
}

}  // namespace tradewind::workbench
