#include "tradewind/workbench/scenario_compare.h"

#include <algorithm>
#include <map>
#include <set>

#include "tradewind/allocation/allocation.h"
#include "tradewind/allocation/outcome_progress.h"
#include "tradewind/domain/period.h"
#include "workbench/changed_rows.h"

namespace tradewind::workbench {
namespace {

using SpansOfItems = std::map<ItemId, std::vector<Span>>;

SpansOfItems spans_of(const Portfolio& portfolio, RoadmapId roadmap) {
  SpansOfItems spans;
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap)) spans[placed.item].push_back(placed.span);
  return spans;
}

std::optional<Span> hull_of(const SpansOfItems& spans, ItemId item) {
  const auto found = spans.find(item);
  if (found == spans.end()) return std::nullopt;
  Span hull = found->second.front();
  for (const Span& span : found->second) hull = {std::min(hull.start, span.start), std::max(hull.finish, span.finish)};
  return hull;
}

/// The periods of a kind that either has, by start.
std::vector<Period> periods_of(const Portfolio& before, const Portfolio& after, PeriodKind kind) {
  std::vector<Period> periods;
  for (const Period* period : after.periods_in_order(kind)) periods.push_back(*period);
  for (const Period* period : before.periods_in_order(kind))
    if (!after.contains(period->id)) periods.push_back(*period);
  std::stable_sort(periods.begin(), periods.end(), [](const Period& a, const Period& b) { return a.start < b.start; });
  return periods;
}

class Comparison {
 public:
  Comparison(const Portfolio& before, const Portfolio& after, const Roadmap& roadmap)
      : before_(before), after_(after), roadmap_(roadmap.id), periods_(periods_of(before, after, roadmap.period_kind)) {}

  PlanComparison run() {
    compare_placements();
    result_.rows = changed_rows(before_, after_);
    compare_loads();
    compare_outcomes();
    compare_allocation();
    return std::move(result_);
  }

 private:
  /// What the later plan says, else the earlier one.
  template <class Entity>
  const Entity& known(Id<Entity> id) const {
    const Entity* row = after_.find(id);
    return row != nullptr ? *row : *before_.find(id);
  }
  std::string name_of(const std::optional<Span>& span) const {
    if (!span) return {};
    for (const Period& period : periods_)
      if (contains(period, span->start)) return period.name;
    return to_iso(span->start);
  }

  void compare_placements() {
    const SpansOfItems before = spans_of(before_, roadmap_);
    const SpansOfItems after = spans_of(after_, roadmap_);
    std::set<ItemId> moved;
    for (const auto& [item, spans] : before)
      if (const auto there = after.find(item); there == after.end() || there->second != spans) moved.insert(item);
    for (const auto& [item, spans] : after)
      if (before.count(item) == 0) moved.insert(item);
    for (const ItemId item : moved) {
      MovedItem row;
      row.item = item;
      row.key = known(item).key;
      row.title = known(item).title;
      row.before = hull_of(before, item);
      row.after = hull_of(after, item);
      row.from = name_of(row.before);
      row.to = name_of(row.after);
      result_.moved.push_back(std::move(row));
    }
    const auto place = [](const MovedItem& row) {
      return std::tuple{!row.after.has_value(), row.after.value_or(row.before.value_or(Span{})).start, row.key};
    };
    std::sort(result_.moved.begin(), result_.moved.end(),
              [&](const MovedItem& a, const MovedItem& b) { return place(a) < place(b); });
  }

  void compare_loads() {
    std::vector<const Period*> periods;
    for (const Period& period : periods_) periods.push_back(&period);
    std::map<std::pair<TeamId, PeriodId>, std::size_t> place;
    const auto row_of = [&](const TeamLoad& load) -> ComparedLoad& {
      const auto [at, is_new] = place.try_emplace({load.team, load.period}, result_.loads.size());
      if (is_new) {
        ComparedLoad row;
        row.team = load.team;
        row.period = load.period;
        row.team_name = known(load.team).name;
        row.period_name = known(load.period).name;
        result_.loads.push_back(std::move(row));
      }
      return result_.loads[at->second];
    };
    for (const TeamLoad& load : team_loads(after_, roadmap_, periods)) {
      ComparedLoad& row = row_of(load);
      row.after = load.planned + load.reserve;
      row.capacity_after = load.capacity;
    }
    for (const TeamLoad& load : team_loads(before_, roadmap_, periods)) {
      ComparedLoad& row = row_of(load);
      row.before = load.planned + load.reserve;
      row.capacity_before = load.capacity;
    }
  }

  void compare_outcomes() {
    std::map<OutcomeId, allocation::OutcomeProgress> before;
    for (auto& progress : allocation::progress_of_outcomes(before_, roadmap_)) before[progress.outcome] = std::move(progress);
    for (const auto& progress : allocation::progress_of_outcomes(after_, roadmap_)) {
      const auto was = before.find(progress.outcome);
      add_outcome(progress.outcome, was == before.end() ? nullptr : &was->second, &progress);
      if (was != before.end()) before.erase(was);
    }
    for (const auto& [outcome, progress] : before) add_outcome(outcome, &progress, nullptr);
  }

  void add_outcome(OutcomeId outcome, const allocation::OutcomeProgress* before, const allocation::OutcomeProgress* after) {
    for (const Period& period : periods_) {
      ComparedOutcome row;
      row.outcome = outcome;
      row.period = period.id;
      row.key = known(outcome).key;
      row.title = known(outcome).title;
      row.period_name = period.name;
      row.on = period.end;
      if (before != nullptr) row.before = allocation::expected_on(*before, row.on);
      if (after != nullptr) row.after = allocation::expected_on(*after, row.on);
      result_.outcomes.push_back(std::move(row));
    }
  }

  void compare_allocation() {
    for (const Period& period : periods_) {
      allocation::Query query;
      query.period = period;
      query.roadmap = roadmap_;
      const auto before = allocation::allocation_of(before_, query).whole.classes;
      const auto after = allocation::allocation_of(after_, query).whole.classes;
      const std::size_t first = result_.allocation.size();
      for (const auto& part : after)
        result_.allocation.push_back({period.id, period.name, part.key, part.name, part.target, {}, part.planned});
      for (const auto& part : before) {
        const auto same = std::find_if(result_.allocation.begin() + static_cast<std::ptrdiff_t>(first), result_.allocation.end(),
                                       [&](const ComparedClass& row) { return row.key == part.key; });
        if (same != result_.allocation.end())
          same->before = part.planned;
        else
          result_.allocation.push_back({period.id, period.name, part.key, part.name, part.target, part.planned, {}});
      }
    }
  }

  const Portfolio& before_;
  const Portfolio& after_;
  RoadmapId roadmap_;
  std::vector<Period> periods_;
  PlanComparison result_;
};

}  // namespace

MoveKind kind_of(const MovedItem& item) {
  return !item.after ? MoveKind::taken_off : !item.before ? MoveKind::put_on : MoveKind::moved;
}

Result<PlanComparison> compare_plans(const Portfolio& before, const Portfolio& after, std::string_view name) {
  const Roadmap* roadmap = after.roadmap_by_name(name);
  if (roadmap == nullptr) roadmap = before.roadmap_by_name(name);
  if (roadmap == nullptr)
    return failure(ErrorCode::not_found, "cannot compare the plans",
                   name.empty() ? "the workspace has no roadmap" : "there is no roadmap \"" + std::string(name) + "\"",
                   name.empty() ? "add a roadmap first" : "choose one of `list FILE roadmaps`");
  return Comparison(before, after, *roadmap).run();
}

}  // namespace tradewind::workbench
