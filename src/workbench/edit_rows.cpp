#include "tradewind/workbench/edit_rows.h"

#include <algorithm>
#include <cmath>

#include "workbench/field_text.h"
#include "workbench/item_fields.h"
#include "workbench/row_record.h"

namespace tradewind::workbench {
namespace {

/// Short names that read better than the field's own.
template <class Entity>
std::string_view own_name(std::string_view field) {
  if (field == "class") return "allocation_class";
  if constexpr (std::is_same_v<Entity, Item>) {
    if (field == "earliest") return "earliest_start";
    if (field == "value") return "business_value";
  }
  return field;
}

template <class Entity>
std::vector<std::string> fields_of() {
  std::vector<std::string> names;
  Entity row;
  Entity::fields(row, [&](std::string_view name, auto&) { names.emplace_back(name); });
  return names;
}

[[noreturn]] void refuse_field(std::string_view field, std::string_view noun, const std::vector<std::string>& fields) {
  refuse(ErrorCode::bad_input, "cannot set " + std::string{field}, "a " + std::string{noun} + " has no such field",
         "Choose one of " + joined(fields));
}

/// Sets a member of the row itself; false when it has no such field.
template <class Entity>
bool set_own_field(storage::Edit& edit, Entity& row, const Assignment& assignment) {
  const std::string_view name = own_name<Entity>(assignment.field);
  const FieldContext context{edit, assignment.field};
  if constexpr (std::is_same_v<Entity, TimeEntry>)
    if (name == "hours") {
      row.minutes = static_cast<std::int64_t>(std::llround(parse_number(context, trimmed(assignment.value)) * 60));
      return true;
    }
  bool found = false;
  Entity::fields(row, [&](std::string_view field, auto& member) {
    if (field != name) return;
    found = true;
    if constexpr (std::is_same_v<std::remove_reference_t<decltype(member)>, std::string>)
      assign(context, member, assignment.value);  // blanks at the ends of text are the person's own
    else
      assign(context, member, trimmed(assignment.value));
  });
  return found;
}

bool is_placement_field(std::string_view field) { return field == "period" || field == "start" || field == "finish"; }

bool is_item_extra(std::string_view field) {
  return is_placement_field(field) || field == "effort" || field == "team" || field == "outcomes" || field == "depends_on" ||
         field.substr(0, 7) == "effort." || field.substr(0, 7) == "custom.";
}

/// Keys are what commands and imports find a row by, so two rows of a kind must not share one.
template <class Entity>
void refuse_taken_key(const Portfolio& portfolio, const Entity& row) {
  if constexpr (HasKey<Entity>) {
    if (row.key.empty()) return;
    for (const Entity& other : portfolio.all<Entity>()) {
      if (other.id == row.id || !same_ignoring_case(other.key, row.key)) continue;
      if constexpr (std::is_same_v<Entity, AllocationClass>)
        if (other.policy != row.policy) continue;
      refuse(ErrorCode::conflict, "cannot use the key " + row.key,
             "another " + std::string{noun_of<Entity>().singular} + " has it", "Choose a key that is free");
    }
  }
}

template <class Entity>
void refuse_parent_circle(const Portfolio& portfolio, const Entity& row) {
  if constexpr (requires { row.parent; }) {
    std::size_t steps = 0;
    for (auto at = row.parent; at; ++steps) {
      if (at == row.id || steps > portfolio.all<Entity>().size())
        refuse(ErrorCode::bad_input, "cannot set parent", "the parent would lie below its own child", "Choose another parent");
      const Entity* parent = portfolio.find(at);
      if (parent == nullptr) break;
      at = parent->parent;
    }
  }
}

template <class Entity>
std::string free_key(const Portfolio& portfolio, std::string_view prefix) {
  for (std::size_t number = portfolio.all<Entity>().size() + 1;; ++number) {
    std::string key = std::string{prefix} + std::to_string(number);
    bool taken = false;
    for (const Entity& row : portfolio.all<Entity>()) taken = taken || same_ignoring_case(row.key, key);
    if (!taken) return key;
  }
}

/// What a new row has before anything is assigned.
template <class Entity>
Entity new_row(const Portfolio& portfolio) {
  Entity row;
  if constexpr (requires { row.position; }) {
    for (const Entity& other : portfolio.all<Entity>()) row.position = std::max(row.position, other.position + 1);
  }
  if constexpr (std::is_same_v<Entity, AllocationClass>)
    for (const AllocationPolicy& policy : portfolio.all<AllocationPolicy>())
      if (policy.active) row.policy = policy.id;
  if constexpr (std::is_same_v<Entity, AllocationPolicy>) row.active = portfolio.all<AllocationPolicy>().empty();
  if constexpr (std::is_same_v<Entity, Capacity>) row.weeks = portfolio.settings().planned_weeks_per_quarter;
  if constexpr (std::is_same_v<Entity, TimeEntry>) row.source = "typed";
  return row;
}

/// What follows from what was assigned, where nothing was said.
template <class Entity>
void complete(Entity& row, const Portfolio& portfolio, const std::vector<Assignment>& assignments) {
  const auto given = [&](std::string_view field) {
    return std::any_of(assignments.begin(), assignments.end(), [&](const Assignment& one) { return one.field == field; });
  };
  if constexpr (std::is_same_v<Entity, Outcome>)
    if (row.key.empty()) row.key = free_key<Outcome>(portfolio, "O");
  if constexpr (std::is_same_v<Entity, Experiment>)
    if (row.key.empty()) row.key = free_key<Experiment>(portfolio, "E-");
  if constexpr (std::is_same_v<Entity, Team>)
    if (row.key.empty()) row.key = free_key<Team>(portfolio, "T");
  if constexpr (std::is_same_v<Entity, AllocationClass>)
    if (row.key.empty()) row.key = lower_case(row.name);
  if constexpr (std::is_same_v<Entity, Period>) {
    if (const auto period = parse_period(row.name, portfolio.settings().fiscal_year_start_month)) {
      row.name = period->name;
      if (!given("kind")) row.kind = period->kind;
      if (!given("start")) row.start = period->start;
      if (!given("end")) row.end = period->end;
    }
  }
  if constexpr (std::is_same_v<Entity, Capacity>) {
    const Team* team = portfolio.find(row.team);
    if (team != nullptr && !given("people")) row.people = team->people;
  }
}

void refuse_duplicate(const Portfolio& portfolio, const Capacity& row) {
  for (const Capacity& other : portfolio.owned_by<&Capacity::team>(row.team))
    if (other.id != row.id && other.period == row.period)
      refuse(ErrorCode::conflict, "cannot add this capacity", "there is one of that team in that period already",
             "Set " + key_of(other, portfolio) + " instead");
}
void refuse_duplicate(const Portfolio& portfolio, const Period& row) {
  for (const Period& other : portfolio.all<Period>())
    if (other.id != row.id && same_ignoring_case(other.name, row.name))
      refuse(ErrorCode::conflict, "cannot use the name " + row.name, "another period has it", "Choose a name that is free");
}
template <class Entity>
void refuse_duplicate(const Portfolio&, const Entity&) {}

template <class Entity>
void check_row(const Portfolio& portfolio, const Entity& row) {
  refuse_taken_key(portfolio, row);
  refuse_parent_circle(portfolio, row);
  refuse_duplicate(portfolio, row);
}

/// Assigns to the row itself; fields that an item keeps in other rows are left for later.
template <class Entity>
void assign_own_fields(storage::Edit& edit, Entity& row, const std::vector<Assignment>& assignments) {
  for (const Assignment& one : assignments) {
    if constexpr (std::is_same_v<Entity, Item>)
      if (is_item_extra(one.field)) continue;
    if (set_own_field(edit, row, one)) continue;
    auto fields = fields_of<Entity>();
    if constexpr (std::is_same_v<Entity, Item>)
      for (std::string& extra : item_extra_fields()) fields.push_back(std::move(extra));
    refuse_field(one.field, noun_of<Entity>().singular, std::move(fields));
  }
}

void assign_extras(storage::Edit& edit, ItemId item, const std::vector<Assignment>& assignments) {
  for (const Assignment& one : assignments)
    if (is_item_extra(one.field) && !is_placement_field(one.field)) set_item_extra(edit, item, one);
  place_item(edit, item, assignments);
}

std::string field_names(const std::vector<Assignment>& assignments) {
  std::vector<std::string> names;
  for (const Assignment& one : assignments) names.push_back(one.field);
  return joined(names);
}

/// What a new row is called in the history, before it has a key.
std::string title_in(const std::vector<Assignment>& assignments) {
  for (const std::string_view field : {"title", "name", "summary", "text"})
    for (const Assignment& one : assignments)
      if (one.field == field && !one.value.empty()) return ": " + one.value;
  return {};
}

}  // namespace

Result<RowsTouched> add_row(storage::Workspace& workspace, std::string_view noun_text,
                            const std::vector<Assignment>& assignments) {
  const Noun* noun = noun_named(noun_text);
  if (noun == nullptr || noun->table == WorkspaceSettings::table)
    return failure(ErrorCode::bad_input, "cannot add a \"" + std::string{noun_text} + "\"",
                   "there is no such kind of thing to add", "Choose one of " + all_nouns());
  RowsTouched touched;
  Result<storage::Receipt> receipt;
  with_entity(*noun, [&]<class Entity>() {
    Id<Entity> id;
    receipt = workspace.edit("Add " + std::string{noun->singular} + title_in(assignments), [&](storage::Edit& edit) {
      Entity row = new_row<Entity>(edit.portfolio());
      assign_own_fields(edit, row, assignments);
      complete(row, edit.portfolio(), assignments);
      check_row(edit.portfolio(), row);
      id = edit.insert(row);
      if constexpr (std::is_same_v<Entity, Item>) assign_extras(edit, id, assignments);
    });
    if (receipt) touched.rows.push_back(record_of(*workspace.portfolio().find(id), workspace.portfolio()));
  });
  if (!receipt) return tl::unexpected(receipt.error());
  touched.receipt = std::move(*receipt);
  return touched;
}

namespace {

tl::unexpected<Error> no_such_key(std::string_view key) {
  return failure(ErrorCode::not_found, "cannot find " + std::string{key}, "nothing in the workspace has that key",
                 "Give a key or name as the lists show it, or NOUN:KEY where two kinds of thing share one");
}

}  // namespace

Result<RowsTouched> set_fields(storage::Workspace& workspace, std::string_view key, const std::vector<Assignment>& assignments) {
  RowsTouched touched;
  Result<storage::Receipt> receipt;
  const bool found = with_row_called(key, workspace.portfolio(), [&]<class Entity>(const Entity& called) {
    const Id<Entity> id = called.id;
    const std::string label = "Change " + key_of(called, workspace.portfolio()) + ": " + field_names(assignments);
    receipt = workspace.edit(label, [&](storage::Edit& edit) {
      Entity row = *edit.portfolio().find(id);
      assign_own_fields(edit, row, assignments);
      check_row(edit.portfolio(), row);
      edit.update(row);
      if constexpr (std::is_same_v<Entity, Item>) assign_extras(edit, id, assignments);
    });
    if (receipt) touched.rows.push_back(record_of(*workspace.portfolio().find(id), workspace.portfolio()));
  });
  if (!found) return no_such_key(key);
  if (!receipt) return tl::unexpected(receipt.error());
  touched.receipt = std::move(*receipt);
  return touched;
}

Result<RowsTouched> remove_rows(storage::Workspace& workspace, const std::vector<std::string>& keys) {
  RowsTouched touched;
  auto receipt = workspace.edit("Remove " + joined(keys), [&](storage::Edit& edit) {
    for (const std::string& key : keys) {
      const bool found = with_row_called(key, edit.portfolio(), [&]<class Entity>(const Entity& row) {
        if constexpr (std::is_same_v<Entity, WorkspaceSettings>) {
          refuse(ErrorCode::bad_input, "cannot remove the settings", "a workspace has exactly one row of them",
                 "Set its fields instead");
        } else {
          touched.rows.push_back(record_of(row, edit.portfolio()));
          edit.erase(Id<Entity>{row.id});
        }
      });
      if (!found) throw storage::EditRefused{no_such_key(key).value()};
    }
  });
  if (!receipt) return tl::unexpected(receipt.error());
  touched.receipt = std::move(*receipt);
  return touched;
}

}  // namespace tradewind::workbench
