// The table of items: their own fields and what hangs on them.
#include "exchange/table_definition.h"

namespace tradewind::exchange {
namespace {

constexpr std::string_view unassigned = "unassigned";

template <class Value>
using SortedByPosition = std::vector<std::pair<int, Value>>;

template <class Value>
std::vector<Value> values_in_order(SortedByPosition<Value>& entries) {
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Value> values;
  values.reserve(entries.size());
  for (auto& entry : entries) values.push_back(std::move(entry.second));
  return values;
}

Cell outcomes_of(const Portfolio& portfolio, const Item& item) {
  SortedByPosition<std::string> served;
  for (const Contribution& contribution : portfolio.owned_by<&Contribution::item>(item.id))
    if (const Outcome* outcome = portfolio.find(contribution.outcome)) served.emplace_back(outcome->position, label_of(*outcome));
  return values_in_order(served);
}

Cell effort_by_team(const Portfolio& portfolio, const Item& item) {
  SortedByPosition<NamedNumber> efforts;
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(item.id)) {
    const Team* team = portfolio.find(estimate.team);
    efforts.emplace_back(team == nullptr ? std::numeric_limits<int>::max() : team->position,
                         NamedNumber{team == nullptr ? std::string(unassigned) : team->name, estimate.likely});
  }
  return values_in_order(efforts);
}

/// The team with the largest likely estimate; of equal ones the first in order.
Cell main_team(const Portfolio& portfolio, const Item& item) {
  const Team* best = nullptr;
  double most = 0;
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(item.id)) {
    const Team* team = portfolio.find(estimate.team);
    if (team == nullptr) continue;
    const double likely = estimate.likely.value_or(-1);  // a team without a figure comes after those with one
    if (best == nullptr || likely > most || (likely == most && team->position < best->position)) {
      best = team;
      most = likely;
    }
  }
  return best == nullptr ? Cell{} : Cell{best->name};
}

Cell predecessors(const Portfolio& portfolio, const Item& item) {
  std::vector<std::string> keys;
  for (const Dependency& dependency : portfolio.owned_by<&Dependency::successor>(item.id))
    if (const Item* predecessor = portfolio.find(dependency.predecessor)) keys.push_back(predecessor->key);
  std::sort(keys.begin(), keys.end());
  return keys;
}

/// Where the items lie on the first roadmap.
class FirstRoadmap {
 public:
  explicit FirstRoadmap(const Portfolio& portfolio) : portfolio_(&portfolio) {
    if (const Roadmap* roadmap = portfolio.roadmap_by_name({})) {
      roadmap_ = roadmap->id;
      periods_ = portfolio.periods_in_order(roadmap->period_kind);
    }
  }
  /// The period it is placed in; for one placed by dates, the period in which it starts.
  Cell period(const Item& item) const {
    const Placement* placement = placement_of(item);
    if (placement == nullptr) return {};
    if (!placement->start) return reference_cell(*portfolio_, placement->period);
    for (const Period* period : periods_)
      if (period->start <= *placement->start && *placement->start < period->end) return period->name;
    return reference_cell(*portfolio_, placement->period);
  }
  Cell start(const Item& item) const { return date(item, &Placement::start, &Period::start); }
  Cell finish(const Item& item) const { return date(item, &Placement::finish, &Period::end); }

 private:
  const Placement* placement_of(const Item& item) const {
    const Placement* first = nullptr;
    if (roadmap_)
      for (const Placement& placement : portfolio_->owned_by<&Placement::item>(item.id))
        if (placement.roadmap == roadmap_ && (first == nullptr || placement.id < first->id)) first = &placement;
    return first;
  }
  Cell date(const Item& item, std::optional<Date> Placement::*own, Date Period::*of_period) const {
    const Placement* placement = placement_of(item);
    if (placement == nullptr) return {};
    if (placement->*own) return to_iso(*(placement->*own));
    const Period* period = portfolio_->find(placement->period);
    return period == nullptr ? Cell{} : Cell{to_iso(period->*of_period)};
  }

  const Portfolio* portfolio_;
  RoadmapId roadmap_;
  std::vector<const Period*> periods_;
};

}  // namespace

Rows<Item> collect_items(const Portfolio& portfolio, const std::function<bool(const Item&)>& keep) {
  std::vector<const Item*> rows;
  rows.reserve(portfolio.all<Item>().size());
  for (const Item& item : portfolio.all<Item>())
    if (!keep || keep(item)) rows.push_back(&item);
  return std::make_shared<const std::vector<const Item*>>(std::move(rows));
}

TableDefinition define_items(const Portfolio& portfolio, const Rows<Item>& rows) {
  TableDefinition table = define_fields<Item>(portfolio, rows);
  table.own_order = {{"rank"}, {"key"}};
  table.rename("allocation_class", "class");
  table.rename("business_value", "value");
  table.rename("earliest_start", "earliest");

  const auto* from = &portfolio;
  const auto roadmap = std::make_shared<const FirstRoadmap>(portfolio);
  add_column(table, rows, "outcomes", ColumnKind::list, [from](const Item& item) { return outcomes_of(*from, item); });
  add_column(table, rows, "effort", ColumnKind::number,
             [from](const Item& item) { return number_cell(from->likely_effort(item.id)); });
  add_column(table, rows, "effort_low", ColumnKind::number,
             [from](const Item& item) { return number_cell(from->low_effort(item.id)); });
  add_column(table, rows, "effort_high", ColumnKind::number,
             [from](const Item& item) { return number_cell(from->high_effort(item.id)); });
  add_column(table, rows, "effort_by_team", ColumnKind::named_numbers,
             [from](const Item& item) { return effort_by_team(*from, item); });
  add_column(table, rows, "depends_on", ColumnKind::list, [from](const Item& item) { return predecessors(*from, item); });
  add_column(table, rows, "team", ColumnKind::text, [from](const Item& item) { return main_team(*from, item); });
  add_column(table, rows, "period", ColumnKind::text, [roadmap](const Item& item) { return roadmap->period(item); });
  add_column(table, rows, "start", ColumnKind::date, [roadmap](const Item& item) { return roadmap->start(item); });
  add_column(table, rows, "finish", ColumnKind::date, [roadmap](const Item& item) { return roadmap->finish(item); });
  table.lead_with({"key",         "external_key",   "title",  "description", "kind",      "parent",     "outcomes", "track",
                   "stage",       "moscow",         "class",  "reach",       "impact",    "confidence", "effort",   "effort_low",
                   "effort_high", "effort_by_team", "value",  "ease",        "tags",      "depends_on", "earliest", "deadline",
                   "period",      "start",          "finish", "team",        "requester", "assignee",   "custom"});
  return table;
}

}  // namespace tradewind::exchange
