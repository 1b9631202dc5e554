// The figures of the capacity strip: which loads it shows, which are too much, and what moving one item does to them.
#include <algorithm>
#include <cmath>

#include "tradewind/domain/period.h"
#include "tradewind/views/capacity.h"
#include "views/figure_text.h"

namespace tradewind::views {
namespace {

/// Adds `sign` times the item's work to the loads, as team_loads spreads it.
void add_work(std::vector<TeamLoad>& loads, const ItemWork& work, const Portfolio& portfolio, double sign) {
  int days = 0;
  for (const Span& span : work.spans) days += days_between(span.start, span.finish);
  if (days <= 0) return;
  for (TeamLoad& load : loads) {
    const Period* period = portfolio.find(load.period);
    if (period == nullptr) continue;
    for (const Estimate& estimate : work.estimates) {
      if (estimate.team != load.team || !estimate.likely.has_value()) continue;
      for (const Span& span : work.spans) {
        const double part = static_cast<double>(days_between(span.start, span.finish)) / days;
        load.planned += sign * estimate.likely.value() * part * share_in(span, period->start, period->end);
      }
    }
  }
}

}  // namespace

std::vector<TeamLoad> shown_loads(const Portfolio& portfolio, RoadmapId roadmap, const CapacityFrame& frame) {
  std::vector<const Period*> periods = portfolio.periods_in_order(frame.kind);
  periods.erase(
      std::remove_if(periods.begin(), periods.end(),
                     [&](const Period* period) { return period->end <= frame.axis.from() || period->start >= frame.axis.to(); }),
      periods.end());
  return team_loads(portfolio, roadmap, periods);
}

int decimals_of(const TeamLoad& load) {
  return is_over_capacity(load) && std::round(load.planned + load.reserve) <= std::round(load.capacity.value()) ? 1 : 0;
}

Phrase describe_load(const TeamLoad& load, const Portfolio& portfolio) {
  const int decimals = decimals_of(load);
  const auto shown = [&](double person_weeks) { return literal(number_text(person_weeks, decimals)); };
  const double total = load.planned + load.reserve;
  const Phrase team = literal(portfolio.find(load.team)->name);
  const Phrase period = literal(display_name(*portfolio.find(load.period)));
  if (!load.capacity.has_value())
    return {translatable("Roadmap", "%1, %2: %3 person-weeks planned, no capacity given"), {team, period, shown(total)}};
  const double capacity = load.capacity.value();
  const Phrase reserve =
      load.reserve > 0 ? Phrase(translatable("Roadmap", ", %1 of them incident reserve"), {shown(load.reserve)}) : Phrase();
  // The difference of what is shown, so that people who subtract find it right.
  const double unit = decimals == 0 ? 1 : 0.1;
  const double excess = (std::round(total / unit) - std::round(capacity / unit)) * unit;
  const Phrase over =
      is_over_capacity(load) ? Phrase(translatable("Roadmap", "; over capacity by %1"), {shown(excess)}) : Phrase();
  return {translatable("Roadmap", "%1, %2: %3 of %4 person-weeks%5%6"),
          {team, period, shown(total), shown(capacity), reserve, over}};
}

std::vector<TeamLoad> loads_with(std::vector<TeamLoad> loads, const ItemWork& before, const ItemWork& after,
                                 const Portfolio& portfolio) {
  add_work(loads, before, portfolio, -1);
  add_work(loads, after, portfolio, 1);
  for (TeamLoad& load : loads)
    if (load.planned < 1e-9) load.planned = 0;  // what subtracting leaves of a sum
  return loads;
}

}  // namespace tradewind::views
