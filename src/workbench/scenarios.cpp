#include "tradewind/workbench/scenarios.h"

#include <algorithm>
#include <cstdlib>

#include "tradewind/domain/text.h"
#include "tradewind/workbench/plan_roadmap.h"
#include "workbench/row_record.h"

namespace tradewind::workbench {
namespace {

/// An SQL literal as a value.
Value value_in(const std::string& literal) {
  if (literal.empty() || literal == "NULL") return {};
  if (literal.front() != '\'') return Value::of(std::strtod(literal.c_str(), nullptr));
  std::string text;
  for (std::size_t at = 1; at + 1 < literal.size(); ++at) {
    text += literal[at];
    if (literal[at] == '\'') ++at;  // a quote stands twice
  }
  return Value::of(std::move(text));
}

template <class Entity>
Value key_in(const std::string& literal, Id<Entity>, const Portfolio& portfolio) {
  const Id<Entity> id{std::strtoll(literal.c_str(), nullptr, 10)};
  if (!id) return {};
  return portfolio.contains(id) ? Value::of(key_of(id, portfolio)) : Value::of(id_text(id));
}

/// "CDP-112, estimate of Platform": what has no key of its own is named by what it belongs to.
template <class Entity>
std::string row_name(const Entity& row, const Portfolio& portfolio) {
  const std::string noun{noun_of<Entity>().singular};
  const std::string key = key_of(row, portfolio);
  if (key.front() != '#') return noun + " " + key;
  std::string owner;
  std::string part;
  Entity::fields(row, [&](std::string_view field, const auto& member) {
    using Type = std::decay_t<decltype(member)>;
    if constexpr (is_id<Type>) {
      if (!member || !portfolio.contains(member)) return;
      if (owner.empty() && (field == "item" || field == "team" || field == "successor" || field == "outcome"))
        owner = key_of(member, portfolio);
      else if (field == "period")
        part += " in " + key_of(member, portfolio);
      else if (field == "team" || field == "outcome" || field == "predecessor")
        part += " of " + key_of(member, portfolio);
    }
  });
  return owner.empty() ? noun + " " + key : owner + ", " + noun + part;
}

/// References by the names that people use.
template <class Entity>
Value value_of_field(const std::string& field, const std::string& literal, const Portfolio& portfolio) {
  Value value = value_in(literal);
  Entity prototype;
  Entity::fields(prototype, [&](std::string_view name, auto& member) {
    using Type = std::decay_t<decltype(member)>;
    if (name != field) return;
    if constexpr (is_id<Type>)
      value = key_in(literal, member, portfolio);
    else if constexpr (std::is_same_v<Type, bool>)
      value = Value::of(literal == "1");
  });
  return value;
}

}  // namespace

Result<ScenarioId> scenario_called(const Portfolio& portfolio, std::string_view name) {
  std::vector<std::string> names;
  for (const Scenario* scenario : scenarios_in_order(portfolio)) {
    if (equals_ignoring_case(scenario->name, name)) return scenario->id;
    names.push_back(scenario->name);
  }
  return failure(ErrorCode::not_found, "cannot find the scenario \"" + std::string(name) + "\"",
                 names.empty() ? "the workspace has no scenarios" : "there is none of that name",
                 names.empty() ? "make one first" : "choose one of " + joined(names));
}

std::vector<const Scenario*> scenarios_in_order(const Portfolio& portfolio) {
  std::vector<const Scenario*> scenarios;
  for (const Scenario& scenario : portfolio.all<Scenario>()) scenarios.push_back(&scenario);
  std::sort(scenarios.begin(), scenarios.end(), [](const Scenario* a, const Scenario* b) {
    const int order = compare_ignoring_case(a->name, b->name);
    return order != 0 ? order < 0 : a->id < b->id;
  });
  return scenarios;
}

Result<ScenarioId> scenario_from(storage::Workspace& workspace, const TradeOff& answer, Scenario scenario) {
  const std::string& request = workspace.portfolio().find(answer.request)->key;
  const std::string& by = workspace.portfolio().find(answer.by)->name;
  if (!answer.impossible.empty())
    return failure(ErrorCode::conflict, "cannot make a scenario with " + request + " by " + by, in_words(answer.impossible),
                   "choose a later period");
  const auto placements = with_weeks(workspace.portfolio(), answer.problem, answer.with.start, answer.placements);
  return storage::create_scenario(workspace, std::move(scenario), request + " by " + by,
                                  [&](storage::Edit& edit) { set_placements(edit, answer.problem.roadmap, placements); });
}

Record describe_conflict(const storage::Workspace::MergeConflict& conflict, const Portfolio& portfolio) {
  Record record;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    if (Entity::table != conflict.table) return;
    const Id<Entity> id{conflict.id};
    const Entity* row = portfolio.find(id);
    record.push_back({"row", Value::of(row != nullptr ? row_name(*row, portfolio)
                                                      : std::string(noun_of<Entity>().singular) + " " + id_text(id))});
    record.push_back({"field", Value::name_or_unknown(shown_name(conflict.field))});
    if (conflict.field.empty()) {
      record.push_back({"before", Value{}});
      record.push_back({"ours", Value::of(conflict.ours)});
      record.push_back({"theirs", Value::of(conflict.theirs)});
    } else {
      record.push_back({"before", value_of_field<Entity>(conflict.field, conflict.before, portfolio)});
      record.push_back({"ours", value_of_field<Entity>(conflict.field, conflict.ours, portfolio)});
      record.push_back({"theirs", value_of_field<Entity>(conflict.field, conflict.theirs, portfolio)});
    }
  });
  return record;
}

}  // namespace tradewind::workbench
