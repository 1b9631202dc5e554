#include "workbench/row_record.h"

#include <algorithm>

namespace tradewind::workbench {
namespace {

/// Teams in their order, nobody in particular last.
std::vector<const Estimate*> estimates_in_order(const Portfolio& portfolio, ItemId item) {
  std::vector<const Estimate*> rows;
  for (const Estimate& row : portfolio.owned_by<&Estimate::item>(item)) rows.push_back(&row);
  const auto place = [&](const Estimate* row) {
    const Team* team = portfolio.find(row->team);
    return std::tuple{team == nullptr, team == nullptr ? 0 : team->position, row->id};
  };
  std::sort(rows.begin(), rows.end(), [&](const Estimate* a, const Estimate* b) { return place(a) < place(b); });
  return rows;
}

std::string team_name(const Estimate& row, const Portfolio& portfolio) {
  return row.team ? key_of(row.team, portfolio) : std::string{"unassigned"};
}

/// The team that does the largest part; the first in order among equals.
Value main_team(const std::vector<const Estimate*>& rows, const Portfolio& portfolio) {
  const Estimate* best = nullptr;
  for (const Estimate* row : rows)
    if (row->team && (best == nullptr || row->likely.value_or(0) > best->likely.value_or(0))) best = row;
  return best == nullptr ? Value{} : Value::name_or_unknown(key_of(best->team, portfolio));
}

void add_effort(Record& record, const Item& item, const Portfolio& portfolio) {
  const auto rows = estimates_in_order(portfolio, item.id);
  Record by_team;
  std::vector<Value> estimates;
  for (const Estimate* row : rows) {
    by_team.push_back({team_name(*row, portfolio), Value::of(row->likely)});
    estimates.push_back(Value::of(Record{{"team", Value::name_or_unknown(key_of(row->team, portfolio))},
                                         {"low", Value::of(row->low)},
                                         {"likely", Value::of(row->likely)},
                                         {"high", Value::of(row->high)}}));
  }
  record.push_back({"effort", Value::of(portfolio.likely_effort(item.id))});
  record.push_back({"effort_by_team", Value::of(std::move(by_team))});
  record.push_back({"estimates", Value::of(std::move(estimates))});
  record.push_back({"team", main_team(rows, portfolio)});
}

void add_outcomes(Record& record, const Item& item, const Portfolio& portfolio) {
  std::vector<std::pair<const Outcome*, const Contribution*>> served;
  for (const Contribution& row : portfolio.owned_by<&Contribution::item>(item.id))
    if (const Outcome* outcome = portfolio.find(row.outcome)) served.emplace_back(outcome, &row);
  std::sort(served.begin(), served.end(), [](const auto& a, const auto& b) {
    return std::pair{a.first->position, a.first->id} < std::pair{b.first->position, b.first->id};
  });
  std::vector<Value> keys;
  std::vector<Value> contributions;
  for (const auto& [outcome, row] : served) {
    keys.push_back(Value::of(key_of(*outcome, portfolio)));
    contributions.push_back(
        Value::of(Record{{"outcome", Value::of(key_of(*outcome, portfolio))}, {"effect", Value::of(row->effect)}}));
  }
  record.push_back({"outcomes", Value::of(std::move(keys))});
  record.push_back({"contributions", Value::of(std::move(contributions))});
}

void add_dependencies(Record& record, const Item& item, const Portfolio& portfolio) {
  std::vector<std::string> keys;
  for (const Dependency& row : portfolio.owned_by<&Dependency::successor>(item.id))
    keys.push_back(key_of(row.predecessor, portfolio));
  std::sort(keys.begin(), keys.end());
  record.push_back({"depends_on", Value::list_of(keys)});
}

/// Where the item lies on the first roadmap. The period of a placement by dates is the one in which it starts.
void add_placement(Record& record, const Item& item, const Portfolio& portfolio) {
  const Roadmap* roadmap = portfolio.roadmap_by_name({});
  const Placement* placement = nullptr;
  for (const Placement& row : portfolio.owned_by<&Placement::item>(item.id))
    if (roadmap != nullptr && row.roadmap == roadmap->id) placement = &row;
  Value period;
  if (placement != nullptr) {
    period = Value::name_or_unknown(key_of(placement->period, portfolio));
    if (!placement->period && placement->start)
      for (const Period& row : portfolio.all<Period>())
        if (row.kind == roadmap->period_kind && contains(row, *placement->start)) period = Value::of(row.name);
  }
  record.push_back({"period", std::move(period)});
  record.push_back({"start", placement == nullptr ? Value{} : Value::of(placement->start)});
  record.push_back({"finish", placement == nullptr ? Value{} : Value::of(placement->finish)});
}

std::string_view contract_name(std::string_view field) {
  if (field == "earliest_start") return "earliest";
  return shown_name(field);
}

bool unknown_when_empty(std::string_view field) {
  return field == "external_key" || field == "external_source" || field == "external_url" || field == "requester" ||
         field == "assignee";
}

}  // namespace

Value value_of(const std::vector<CustomField>& fields, const Portfolio&) {
  Record record;
  for (const CustomField& field : fields) {
    const auto same = std::find_if(record.begin(), record.end(), [&](const Member& one) { return one.name == field.name; });
    if (same == record.end()) {
      record.push_back({field.name, Value::of(field.value)});
    } else if (auto* values = std::get_if<std::vector<Value>>(&same->value.data)) {
      values->push_back(Value::of(field.value));
    } else {
      same->value = Value::of(std::vector<Value>{same->value, Value::of(field.value)});
    }
  }
  return Value::of(std::move(record));
}

Record record_of(const Item& item, const Portfolio& portfolio) {
  Record record;
  record.reserve(56);
  record.push_back({"key", Value::of(item.key)});
  record.push_back({"external_key", Value::name_or_unknown(item.external_key)});
  Item::fields(item, [&](std::string_view name, const auto& member) {
    if (name == "key" || name == "external_key") return;
    Value value = value_of(member, portfolio);
    if (unknown_when_empty(name) && to_line(value).empty()) value = {};
    record.push_back({std::string{contract_name(name)}, std::move(value)});
    if (name == "ease") record.push_back({"value", Value::of(item.business_value)});
  });
  add_effort(record, item, portfolio);
  add_outcomes(record, item, portfolio);
  add_dependencies(record, item, portfolio);
  add_placement(record, item, portfolio);
  record.push_back({"id", Value::of(id_text(item.id))});
  return record;
}

}  // namespace tradewind::workbench
