// Where placed items lie in the calendar, and what that asks of each team.
#include "tradewind/domain/schedule.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace tradewind {
namespace {

bool is_run_of_days(Date start, Date end) { return start.ok() && end.ok() && start < end; }

using TeamAndPeriod = std::pair<TeamId, PeriodId>;

std::map<TeamAndPeriod, const Capacity*> capacities_of(const Portfolio& portfolio) {
  std::map<TeamAndPeriod, const Capacity*> rows;
  for (const Capacity& row : portfolio.all<Capacity>()) {
    const auto [at, is_new] = rows.try_emplace({row.team, row.period}, &row);
    if (!is_new && row.id < at->second->id) at->second = &row;  // one row each is the rule; stay deterministic without it
  }
  return rows;
}

/// Days of all placements of an item together: an item placed twice spreads its one effort over both.
std::unordered_map<ItemId, int> placed_days(const std::vector<ScheduledItem>& schedule) {
  std::unordered_map<ItemId, int> days;
  for (const ScheduledItem& placed : schedule) days[placed.item] += days_between(placed.span.start, placed.span.finish);
  return days;
}

}  // namespace

Date last_day(const Span& span) { return std::max(span.start, last_working_day(span.finish)); }

std::optional<Span> span_of(const Placement& placement, const Portfolio& portfolio) {
  if (placement.start && placement.finish && is_run_of_days(*placement.start, *placement.finish))
    return Span{*placement.start, *placement.finish};
  const Period* period = portfolio.find(placement.period);
  if (period == nullptr || !is_run_of_days(period->start, period->end)) return std::nullopt;
  return Span{period->start, period->end};
}

bool is_in_period(const Placement& placement, const Portfolio& portfolio) {
  const Period* period = portfolio.find(placement.period);
  const auto span = span_of(placement, portfolio);
  return period != nullptr && span && period->start <= span->start && span->finish <= period->end;
}

std::vector<ScheduledItem> schedule_of(const Portfolio& portfolio, RoadmapId roadmap) {
  struct Row {
    const Item* item;
    ScheduledItem scheduled;
  };
  std::vector<Row> rows;
  for (const Placement& placement : portfolio.all<Placement>()) {
    if (placement.roadmap != roadmap) continue;
    const Item* item = portfolio.find(placement.item);
    const auto span = span_of(placement, portfolio);
    if (item != nullptr && span) rows.push_back({item, {item->id, placement.id, *span}});
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    if (a.scheduled.span.start != b.scheduled.span.start) return a.scheduled.span.start < b.scheduled.span.start;
    if (const int order = a.item->rank.compare(b.item->rank); order != 0) return order < 0;
    if (const int order = a.item->key.compare(b.item->key); order != 0) return order < 0;
    return a.scheduled.placement < b.scheduled.placement;
  });
  std::vector<ScheduledItem> schedule;
  schedule.reserve(rows.size());
  for (const Row& row : rows) schedule.push_back(row.scheduled);
  return schedule;
}

double share_in(const Span& span, Date start, Date end) {
  const int days = days_between(span.start, span.finish);
  const int overlap = days_between(std::max(span.start, start), std::min(span.finish, end));
  return days > 0 && overlap > 0 ? static_cast<double>(overlap) / days : 0;
}

std::vector<TeamLoad> team_loads(const Portfolio& portfolio, RoadmapId roadmap, const std::vector<const Period*>& periods) {
  const std::vector<const Team*> teams = portfolio.teams_in_order();
  std::vector<const Period*> by_start = periods;
  std::stable_sort(by_start.begin(), by_start.end(), [](const Period* a, const Period* b) { return a->start < b->start; });

  const auto capacities = capacities_of(portfolio);
  std::vector<TeamLoad> loads;
  loads.reserve(teams.size() * by_start.size());
  std::unordered_map<TeamId, std::size_t> first_load_of;
  for (const Team* team : teams) {
    first_load_of.emplace(team->id, loads.size());
    for (const Period* period : by_start) {
      TeamLoad load;
      load.team = team->id;
      load.period = period->id;
      if (const auto found = capacities.find({team->id, period->id}); found != capacities.end()) {
        load.reserve = found->second->reserve;
        load.capacity = found->second->person_weeks();
      }
      loads.push_back(load);
    }
  }

  const std::vector<ScheduledItem> schedule = schedule_of(portfolio, roadmap);
  const auto days_of = placed_days(schedule);
  struct PeriodShare {
    std::size_t period = 0;
    double share = 0;
  };
  std::vector<PeriodShare> shares;  // of one placement, in the periods that it touches
  for (const ScheduledItem& placed : schedule) {
    shares.clear();
    for (std::size_t i = 0; i < by_start.size() && by_start[i]->start < placed.span.finish; ++i)
      if (placed.span.start < by_start[i]->end)
        shares.push_back({i, share_in(placed.span, by_start[i]->start, by_start[i]->end)});
    const double part = static_cast<double>(days_between(placed.span.start, placed.span.finish)) / days_of.at(placed.item);
    for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(placed.item)) {
      const auto first = first_load_of.find(estimate.team);
      if (first == first_load_of.end() || !estimate.likely.has_value()) continue;
      for (const auto& [period, share] : shares) loads[first->second + period].planned += estimate.likely.value() * part * share;
    }
  }
  return loads;
}

bool is_over_capacity(const TeamLoad& load) {
  const auto tenths = [](double person_weeks) { return std::round(person_weeks * 10); };
  return load.capacity.has_value() && tenths(load.planned + load.reserve) > tenths(load.capacity.value());
}

}  // namespace tradewind
