#include "tradewind/allocation/allocation.h"

#include <algorithm>
#include <map>

#include "allocation/alerts.h"
#include "allocation/landing.h"
#include "allocation/minutes_table.h"
#include "tradewind/allocation/largest_remainder.h"

namespace tradewind::allocation {
namespace {

struct Minutes {
  ClassMinutes planned;
  ClassMinutes actual;

  explicit Minutes(std::size_t count) : planned(count, 0), actual(count, 0) {}
};

void add(ClassMinutes& sum, const ClassMinutes& more) {
  for (std::size_t at = 0; at < sum.size(); ++at) sum[at] += more[at];
}

std::int64_t total_of(const ClassMinutes& minutes) {
  std::int64_t sum = 0;
  for (const std::int64_t one : minutes) sum += one;
  return sum;
}

ClassPart part_of(const ClassPositions& positions, std::size_t at) {
  ClassPart part;
  if (at == positions.unclassified()) {
    part.key = "unclassified";
    part.name = "Unclassified";
    return part;
  }
  const AllocationClass& one = *positions.classes()[at];
  part.allocation_class = one.id;
  part.key = one.key;
  part.name = one.name;
  part.role = one.role;
  part.target = one.target_share;
  part.tolerance = one.tolerance;
  return part;
}

OptionalNumber share_of(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? OptionalNumber{} : OptionalNumber{static_cast<double>(part) / static_cast<double>(whole)};
}

OptionalNumber drift_of(OptionalNumber share, double target) {
  return share.has_value() ? OptionalNumber{100 * (share.value() - target)} : OptionalNumber{};
}

Shares shares_of(const ClassPositions& positions, const Minutes& minutes, std::size_t shown_classes) {
  Shares shares;
  shares.planned_minutes = total_of(minutes.planned);
  shares.actual_minutes = total_of(minutes.actual);
  for (std::size_t at = 0; at < shown_classes; ++at) {
    ClassPart part = part_of(positions, at);
    part.planned_minutes = minutes.planned[at];
    part.actual_minutes = minutes.actual[at];
    part.planned = share_of(part.planned_minutes, shares.planned_minutes);
    part.actual = share_of(part.actual_minutes, shares.actual_minutes);
    part.planned_drift_points = drift_of(part.planned, part.target);
    part.drift_points = drift_of(part.actual, part.target);
    shares.classes.push_back(std::move(part));
  }
  return shares;
}

/// The teams in order, then TeamId{} for what belongs to none.
std::vector<TeamId> team_order(const Portfolio& portfolio) {
  std::vector<TeamId> order;
  for (const Team* team : portfolio.teams_in_order()) order.push_back(team->id);
  order.push_back({});
  return order;
}

std::vector<int> shown(const std::vector<ClassPart>& classes, OptionalNumber ClassPart::*share) {
  std::vector<double> parts;
  for (const ClassPart& part : classes) parts.push_back((part.*share).value_or(0));
  return rounded_to_hundred(parts);
}

}  // namespace

double minutes_per_person_week(const Portfolio& portfolio) { return 60 * portfolio.settings().hours_per_week; }

Allocation allocation_of(const Portfolio& portfolio, const Query& query) {
  const ClassPositions positions(portfolio);
  Allocation allocation;
  allocation.period = query.period.name;
  allocation.planned_span = {query.period.start, query.period.end};
  allocation.booked_span = query.booked.value_or(allocation.planned_span);
  allocation.minutes_per_unit = minutes_per_person_week(portfolio);

  const auto planned = planned_minutes(portfolio, positions, roadmap_or_first(portfolio, query.roadmap), query.period);
  const auto booked = booked_minutes(portfolio, positions, allocation.booked_span);
  Minutes whole(positions.count());
  std::map<TeamId, Minutes> teams;
  for (const auto& [team, minutes] : planned) {
    add(teams.try_emplace(team, positions.count()).first->second.planned, minutes);
    add(whole.planned, minutes);
  }
  for (const auto& [who, minutes] : booked) {
    add(teams.try_emplace(who.first, positions.count()).first->second.actual, minutes);
    add(whole.actual, minutes);
  }

  const std::size_t last = positions.unclassified();
  const bool any_unclassified = whole.planned[last] != 0 || whole.actual[last] != 0;
  const std::size_t shown_classes = any_unclassified ? positions.count() : last;
  allocation.whole = shares_of(positions, whole, shown_classes);
  for (const TeamId id : team_order(portfolio)) {
    const auto found = teams.find(id);
    if (!id && found == teams.end()) continue;
    Shares team = shares_of(positions, found == teams.end() ? Minutes(positions.count()) : found->second, shown_classes);
    team.team = id;
    team.name = id ? portfolio.find(id)->name : "No team";
    allocation.teams.push_back(std::move(team));
    for (auto person = booked.lower_bound({id, std::string{}}); person != booked.end() && person->first.first == id; ++person) {
      Minutes minutes(positions.count());
      minutes.actual = person->second;
      Shares one = shares_of(positions, minutes, shown_classes);
      one.team = id;
      one.person = person->first.second;
      one.name = one.person.empty() ? "Nobody named" : one.person;
      allocation.people.push_back(std::move(one));
    }
  }
  if (allocation.minutes_per_unit > 0) {
    allocation.planned_total = static_cast<double>(allocation.whole.planned_minutes) / allocation.minutes_per_unit;
    allocation.actual_total = static_cast<double>(allocation.whole.actual_minutes) / allocation.minutes_per_unit;
  }
  allocation.alerts = alerts_of(portfolio, allocation.whole, allocation.booked_span.finish);
  return allocation;
}

OptionalNumber firefighting_beyond_plan(const Allocation& allocation) {
  const Shares& whole = allocation.whole;
  if (whole.actual_minutes == 0 || whole.planned_minutes == 0 || allocation.minutes_per_unit <= 0) return {};
  std::int64_t planned = 0;
  std::int64_t actual = 0;
  bool any = false;
  for (const ClassPart& part : whole.classes) {
    if (part.role != ClassRole::firefighting) continue;
    any = true;
    planned += part.planned_minutes;
    actual += part.actual_minutes;
  }
  if (!any) return {};
  const double share = static_cast<double>(actual) / static_cast<double>(whole.actual_minutes);
  return share * allocation.planned_total - static_cast<double>(planned) / allocation.minutes_per_unit;
}

std::vector<int> shown_targets(const std::vector<ClassPart>& classes) {
  std::vector<double> parts;
  for (const ClassPart& part : classes) parts.push_back(part.target);
  return rounded_to_hundred(parts);
}
std::vector<int> shown_planned(const std::vector<ClassPart>& classes) { return shown(classes, &ClassPart::planned); }
std::vector<int> shown_actual(const std::vector<ClassPart>& classes) { return shown(classes, &ClassPart::actual); }

}  // namespace tradewind::allocation
