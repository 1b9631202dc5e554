#include "workbench/item_fields.h"

#include <algorithm>

#include "tradewind/domain/validate.h"

namespace tradewind::workbench {
namespace {

std::vector<Estimate> estimates_of(const Portfolio& portfolio, ItemId item) {
  std::vector<Estimate> rows;
  for (const Estimate& row : portfolio.owned_by<&Estimate::item>(item)) rows.push_back(row);
  return rows;
}

bool says_nothing(const Estimate& row) { return !row.team && !row.low && !row.likely && !row.high; }

void store(storage::Edit& edit, const Estimate& row) {
  if (says_nothing(row)) {
    if (row.id) edit.erase(row.id);
  } else if (row.id) {
    edit.update(row);
  } else {
    edit.insert(row);
  }
}

/// "8" = likely alone; "3/5/8" = low, likely, high; "" = unknown.
void read_effort(const FieldContext& context, std::string_view text, Estimate& row) {
  const bool range = text.find('/') != std::string_view::npos;
  const std::vector<std::string> parts = split_list(text, '/');
  if (range && parts.size() != 3)
    refuse_value(context, "\"" + std::string{text} + "\" is not low/likely/high", "Give one number or three, such as 3/5/8");
  assign(context, row.likely, range ? std::string_view{parts[1]} : text);
  row.low = range ? OptionalNumber{parse_number(context, parts[0])} : OptionalNumber{};
  row.high = range ? OptionalNumber{parse_number(context, parts[2])} : OptionalNumber{};
}

/// The one estimate that effort= and team= speak about, new when there is none.
Estimate sole_estimate(const FieldContext& context, ItemId item) {
  const std::vector<Estimate> rows = estimates_of(context.edit.portfolio(), item);
  if (rows.size() > 1) {
    std::vector<std::string> teams;
    for (const Estimate& row : rows)
      teams.push_back(row.team ? key_of(row.team, context.edit.portfolio()) : "nobody in particular");
    refuse_value(context, "several teams estimate this item (" + joined(teams) + ")",
                 "Name the team, as in effort.\"" + teams.front() + "\"=8");
  }
  if (!rows.empty()) return rows.front();
  Estimate row;
  row.item = item;
  return row;
}

void set_effort(const FieldContext& context, ItemId item, std::string_view text) {
  if (text.empty()) {
    for (const Estimate& row : estimates_of(context.edit.portfolio(), item)) context.edit.erase(row.id);
    return;
  }
  Estimate row = sole_estimate(context, item);
  read_effort(context, text, row);
  store(context.edit, row);
}

void set_team_effort(const FieldContext& context, ItemId item, std::string_view team_name, std::string_view text) {
  Estimate wanted;
  wanted.item = item;
  assign(context, wanted.team, team_name);
  for (const Estimate& row : estimates_of(context.edit.portfolio(), item))
    if (row.team == wanted.team) wanted = row;
  if (text.empty()) {
    if (wanted.id) context.edit.erase(wanted.id);
    return;
  }
  read_effort(context, text, wanted);
  store(context.edit, wanted);
}

void set_team(const FieldContext& context, ItemId item, std::string_view text) {
  Estimate row = sole_estimate(context, item);
  assign(context, row.team, text);
  store(context.edit, row);
}

void set_outcomes(const FieldContext& context, ItemId item, std::string_view text) {
  std::vector<Contribution> wanted;
  for (const std::string& part : split_list(text)) {
    const auto colon = part.rfind(':');
    // A colon may belong to the outcome's title: take the text as a whole first.
    const bool whole = colon == std::string::npos || row_called<Outcome>(part, context.edit.portfolio()) != nullptr;
    Contribution row;
    row.item = item;
    assign(context, row.outcome, trimmed(whole ? std::string_view{part} : std::string_view{part}.substr(0, colon)));
    for (const Contribution& old : context.edit.portfolio().owned_by<&Contribution::item>(item))
      if (old.outcome == row.outcome) row = old;
    if (!whole) assign(context, row.effect, trimmed(std::string_view{part}.substr(colon + 1)));
    for (const Contribution& other : wanted)
      if (other.outcome == row.outcome) refuse_value(context, "\"" + part + "\" occurs twice", "Name each outcome once");
    wanted.push_back(row);
  }
  std::vector<ContributionId> gone;
  for (const Contribution& old : context.edit.portfolio().owned_by<&Contribution::item>(item))
    if (std::none_of(wanted.begin(), wanted.end(), [&](const Contribution& row) { return row.id == old.id; }))
      gone.push_back(old.id);
  for (const ContributionId id : gone) context.edit.erase(id);
  for (const Contribution& row : wanted) {
    if (row.id)
      context.edit.update(row);
    else
      context.edit.insert(row);
  }
}

void set_dependencies(const FieldContext& context, ItemId item, std::string_view text) {
  const Portfolio& portfolio = context.edit.portfolio();
  std::vector<ItemId> wanted;
  for (const std::string& key : split_list(text)) {
    ItemId predecessor;
    assign(context, predecessor, key);
    if (std::find(wanted.begin(), wanted.end(), predecessor) == wanted.end()) wanted.push_back(predecessor);
  }
  std::vector<DependencyId> gone;
  for (const Dependency& old : portfolio.owned_by<&Dependency::successor>(item)) {
    const auto kept = std::find(wanted.begin(), wanted.end(), old.predecessor);
    if (kept == wanted.end())
      gone.push_back(old.id);
    else
      wanted.erase(kept);
  }
  for (const DependencyId id : gone) context.edit.erase(id);
  for (const ItemId predecessor : wanted) {
    if (predecessor == item) refuse_value(context, "an item cannot wait for itself", "Name another item");
    if (const auto circle = circle_closed_by(portfolio, predecessor, item); !circle.empty()) {
      std::vector<std::string> keys;
      for (const ItemId on_it : circle) keys.push_back(key_of(on_it, portfolio));
      refuse_value(context, "this closes a circle of dependencies (" + joined(keys, " → ") + ")",
                   "Take one of those dependencies away");
    }
    Dependency row;
    row.predecessor = predecessor;
    row.successor = item;
    context.edit.insert(row);
  }
}

void set_custom(const FieldContext& context, ItemId id, std::string_view name, std::string_view text) {
  Item item = *context.edit.portfolio().find(id);
  const auto named = [&](const CustomField& field) { return field.name == name; };
  const auto found = std::find_if(item.custom.begin(), item.custom.end(), named);
  if (text.empty())
    item.custom.erase(std::remove_if(item.custom.begin(), item.custom.end(), named), item.custom.end());
  else if (found == item.custom.end())
    item.custom.push_back(CustomField{std::string{name}, std::string{text}});
  else
    found->value = text;
  context.edit.update(item);
}

/// The first roadmap; a workspace without one gets "Roadmap".
RoadmapId main_roadmap(storage::Edit& edit) {
  if (const Roadmap* roadmap = edit.portfolio().roadmap_by_name({})) return roadmap->id;
  Roadmap roadmap;
  roadmap.name = "Roadmap";
  return edit.insert(roadmap);
}

}  // namespace

std::vector<std::string> item_extra_fields() {
  return {"effort", "effort.TEAM", "team",        "outcomes", "depends_on", "period",
          "start",  "finish",      "custom.NAME", "class",    "earliest",   "value"};
}

bool set_item_extra(storage::Edit& edit, ItemId item, const Assignment& assignment) {
  const FieldContext context{edit, assignment.field};
  const std::string_view field = assignment.field;
  const std::string_view text = trimmed(assignment.value);
  const auto after = [&](std::string_view prefix) { return field.substr(prefix.size()); };
  if (field == "effort")
    set_effort(context, item, text);
  else if (field.substr(0, 7) == "effort.")
    set_team_effort(context, item, after("effort."), text);
  else if (field == "team")
    set_team(context, item, text);
  else if (field == "outcomes")
    set_outcomes(context, item, text);
  else if (field == "depends_on")
    set_dependencies(context, item, text);
  else if (field.substr(0, 7) == "custom.")
    set_custom(context, item, after("custom."), text);
  else
    return false;
  return true;
}

void place_item(storage::Edit& edit, ItemId item, const std::vector<Assignment>& assignments) {
  const auto given = [&](std::string_view field) -> const Assignment* {
    for (const Assignment& one : assignments)
      if (one.field == field) return &one;
    return nullptr;
  };
  const Assignment* period = given("period");
  const Assignment* start = given("start");
  const Assignment* finish = given("finish");
  if (period == nullptr && start == nullptr && finish == nullptr) return;
  Placement row;
  row.item = item;
  row.roadmap = main_roadmap(edit);
  for (const Placement& old : edit.portfolio().owned_by<&Placement::item>(item))
    if (old.roadmap == row.roadmap) row = old;
  const Placement before = row;
  if (period != nullptr) {
    assign(FieldContext{edit, period->field}, row.period, trimmed(period->value));
    // Dates would win over the period that was just asked for.
    row.start = row.finish = std::nullopt;
  }
  if (start != nullptr) assign(FieldContext{edit, start->field}, row.start, trimmed(start->value));
  if (finish != nullptr) assign(FieldContext{edit, finish->field}, row.finish, trimmed(finish->value));
  // Days that somebody chose say where it lies, whatever period it was planned in.
  if (period == nullptr && row.start && row.finish && row != before) row.period = {};
  if (!row.period && !row.start && !row.finish) {
    if (row.id) edit.erase(row.id);
  } else if (row.id) {
    edit.update(row);
  } else {
    edit.insert(row);
  }
}

}  // namespace tradewind::workbench
