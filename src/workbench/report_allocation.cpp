#include "tradewind/workbench/report_allocation.h"

#include "tradewind/domain/period.h"
#include "workbench/nouns.h"

namespace tradewind::workbench {

Result<Period> period_called(const Portfolio& portfolio, const std::string& text) {
  if (const Period* period = row_called<Period>(text, portfolio)) return *period;
  if (const auto period = parse_period(text, portfolio.settings().fiscal_year_start_month)) return *period;
  return failure(ErrorCode::not_found, "cannot find the period " + text,
                 "it is neither a period of the workspace nor a date range",
                 "Give a quarter (2027Q1), a month (2027-03), a week (2027-W09) or the name of a sprint that exists");
}

Result<Period> current_period(const Portfolio& portfolio, Date today) {
  const Roadmap* roadmap = portfolio.roadmap_by_name({});
  const PeriodKind kind = roadmap == nullptr ? PeriodKind::quarter : roadmap->period_kind;
  const Period* best = nullptr;
  for (const Period* period : portfolio.periods_in_order(kind))
    if (best == nullptr || period->start <= today) best = period;
  if (best != nullptr) return *best;
  return quarter_of(today, portfolio.settings().fiscal_year_start_month);
}

Result<allocation::Allocation> report_allocation(const Portfolio& portfolio, const AllocationOptions& options) {
  const auto period =
      options.period.empty() ? current_period(portfolio, options.today) : period_called(portfolio, options.period);
  if (!period) return tl::unexpected(period.error());
  if (portfolio.allocation_classes_in_order().empty())
    return failure(ErrorCode::not_found, "cannot report the allocation", "the workspace has no allocation policy",
                   "Add one with its classes: add policy name=70/20/10, then add class name=Strategic target_share=0.7 …");
  allocation::Query query;
  query.period = *period;
  query.booked = options.booked;
  return allocation::allocation_of(portfolio, query);
}

}  // namespace tradewind::workbench
