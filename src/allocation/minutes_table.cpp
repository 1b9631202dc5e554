#include "allocation/minutes_table.h"

#include <array>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "tradewind/allocation/allocation.h"
#include "tradewind/allocation/largest_remainder.h"

namespace tradewind::allocation {
namespace {

TeamId known_team(const Portfolio& portfolio, TeamId team) { return portfolio.contains(team) ? team : TeamId{}; }

/// Person-weeks that a team keeps free in the period: as typed for that period, else its part of the overlapping periods
/// of one kind (never of two: quarters and the sprints inside them would count twice).
double reserve_of(const Portfolio& portfolio, const Team& team, const Period& period) {
  constexpr std::array kinds{PeriodKind::quarter, PeriodKind::month, PeriodKind::week, PeriodKind::sprint, PeriodKind::custom};
  std::array<double, kinds.size()> by_kind{};
  std::array<bool, kinds.size()> any{};
  for (const Capacity& capacity : portfolio.owned_by<&Capacity::team>(team.id)) {
    const Period* given = portfolio.find(capacity.period);
    if (given == nullptr) continue;
    if (given->start == period.start && given->end == period.end) return capacity.reserve;
    const double part = share_in({given->start, given->end}, period.start, period.end);
    if (part <= 0) continue;
    const auto kind = static_cast<std::size_t>(given->kind);
    by_kind[kind] += capacity.reserve * part;
    any[kind] = true;
  }
  for (const PeriodKind kind : kinds)
    if (any[static_cast<std::size_t>(kind)]) return by_kind[static_cast<std::size_t>(kind)];
  return 0;
}

}  // namespace

std::map<TeamId, ClassMinutes> planned_minutes(const Portfolio& portfolio, const ClassPositions& positions, RoadmapId roadmap,
                                               const Period& period) {
  std::map<TeamId, std::vector<double>> person_weeks;
  const auto row_of = [&](TeamId team) -> std::vector<double>& {
    return person_weeks.try_emplace(team, positions.count(), 0.0).first->second;
  };
  for (const Team& team : portfolio.all<Team>())
    if (const double reserve = reserve_of(portfolio, team, period); reserve > 0) row_of(team.id)[positions.reserve()] += reserve;

  bool any_work = false;  // a reserve alone is no plan
  const std::vector<ScheduledItem> schedule = schedule_of(portfolio, roadmap);
  std::unordered_map<ItemId, int> placed_days;  // an item placed twice spreads its one effort over both
  for (const ScheduledItem& placed : schedule) placed_days[placed.item] += days_between(placed.span.start, placed.span.finish);
  for (const ScheduledItem& placed : schedule) {
    const double days = days_between(placed.span.start, placed.span.finish);
    const double part = days / placed_days.at(placed.item) * share_in(placed.span, period.start, period.end);
    if (part <= 0) continue;
    const Item& item = *portfolio.find(placed.item);
    for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(placed.item))
      if (estimate.likely.has_value()) {
        any_work = true;
        row_of(known_team(portfolio, estimate.team))[positions.of(item.allocation_class)] += estimate.likely.value() * part;
      }
  }
  if (!any_work) return {};

  const double minutes = minutes_per_person_week(portfolio);
  std::map<TeamId, ClassMinutes> rows;
  for (const auto& [team, parts] : person_weeks) {
    const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
    rows.emplace(team, apportioned(parts, std::llround(sum * minutes)));
  }
  return rows;
}

std::map<std::pair<TeamId, std::string>, ClassMinutes> booked_minutes(const Portfolio& portfolio, const ClassPositions& positions,
                                                                      const Span& span) {
  std::map<std::pair<TeamId, std::string>, ClassMinutes> rows;
  for (const TimeEntry& entry : portfolio.all<TimeEntry>()) {
    if (entry.date < span.start || entry.date >= span.finish) continue;
    auto& row = rows.try_emplace({known_team(portfolio, entry.team), entry.person}, positions.count(), 0).first->second;
    row[positions.of(entry.allocation_class)] += entry.minutes;
  }
  return rows;
}

}  // namespace tradewind::allocation
