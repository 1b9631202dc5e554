#include "storage/merge.h"

#include <algorithm>

namespace tradewind::storage {
namespace {

std::string column_name(sqlite3* database, const std::string& table, int column) {
  Statement statement(database, "SELECT name FROM pragma_table_info(?1) WHERE cid=?2");
  statement.bind(1, std::string_view(table));
  statement.bind(2, std::int64_t{column});
  return statement.step("read the schema") ? std::string(statement.text(0)) : std::string();
}

void set_column(sqlite3* database, const Conflict& conflict, const std::string& field, const std::string& literal) {
  execute(database,
          "UPDATE \"" + conflict.table + "\" SET \"" + field + "\"=" + literal + " WHERE id=" + std::to_string(conflict.id),
          "merge a field");
}

std::string_view name_of(int operation) {
  return operation == SQLITE_DELETE ? "removed" : operation == SQLITE_INSERT ? "added" : "changed";
}

/// Two copies number their items alike; theirs get the next free number here.
void renumber_duplicates(const Changes& changes, Edit::State& state) {
  for (const Change& change : changes) {
    if (change.table != Item::table || change.kind != ChangeKind::inserted) continue;
    const Item* theirs = state.portfolio.find(ItemId{change.id});
    if (theirs == nullptr) continue;
    bool duplicate = false;
    for (const Item& item : state.portfolio.all<Item>())
      duplicate = duplicate || (item.key == theirs->key && item.id != theirs->id);
    if (!duplicate) continue;
    Item renumbered = *theirs;
    int number = std::max(state.next_item_number.value_or(0), state.portfolio.settings().next_item_number);
    do renumbered.key = state.portfolio.settings().key_prefix + "-" + std::to_string(number++);
    while (state.portfolio.item_by_key(renumbered.key) != nullptr);
    state.next_item_number = number;
    state.write_update(renumbered);
  }
}

}  // namespace

void Merging::add(std::string_view changeset, Edit::State& state) {
  const auto conflicts = workspace_.apply_changeset(changeset, state);
  const Changes changes = changes_of(changeset);
  Changes settled;
  for (const Conflict& conflict : conflicts) {
    settle(conflict);
    with_entity_of(conflict.table, [&]<class Entity>() { settled.push_back({Entity::table, conflict.id, ChangeKind::updated}); });
  }
  state.touched.insert(state.touched.end(), settled.begin(), settled.end());
  workspace_.bring_in(settled);
  for (const Change& change : changes)
    if (change.kind == ChangeKind::inserted) brought_.emplace(change.table, change.id);
  for (const Conflict& conflict : conflicts)
    if (conflict.operation == SQLITE_INSERT) brought_.erase({conflict.table, conflict.id});
  for (const Change& row : state.mend_references()) {
    if (brought_.count({std::string(row.table), row.id}) > 0)
      report({std::string(row.table), row.id, "", "what it belongs to is removed here", "added", ""});
    else
      report({std::string(row.table), row.id, "", "added", "what it belongs to is removed", ""});
  }
  renumber_duplicates(changes, state);
  state.finish();
  state.next_item_number.reset();  // the next changeset may bring a higher one
}

/// Field by field: what only they changed comes in, what both changed stays ours and is reported.
void Merging::settle(const Conflict& conflict) {
  if (conflict.kind == SQLITE_CHANGESET_FOREIGN_KEY) return;  // mend_references finds the rows
  if (conflict.kind == SQLITE_CHANGESET_NOTFOUND && conflict.operation == SQLITE_DELETE) {
    forget(conflict.table, conflict.id, "");  // both removed it
    return;
  }
  if (conflict.kind == SQLITE_CHANGESET_DATA && conflict.operation == SQLITE_UPDATE) {
    settle_fields(conflict);
    return;
  }
  if (conflict.kind == SQLITE_CHANGESET_DATA && is_theirs_alone(conflict)) {
    execute(workspace_.handle(), "DELETE FROM \"" + conflict.table + "\" WHERE id=" + std::to_string(conflict.id), "merge a row");
    return;
  }
  const bool ours_exists = conflict.kind != SQLITE_CHANGESET_NOTFOUND;
  report({conflict.table, conflict.id, "", ours_exists ? "kept" : "removed", std::string(name_of(conflict.operation)), ""});
}

void Merging::settle_fields(const Conflict& conflict) {
  for (const ConflictColumn& column : conflict.columns) {
    const std::string field = column_name(workspace_.handle(), conflict.table, column.column);
    // Both copies count their items; the higher count is right for both.
    const bool is_counter = conflict.table == WorkspaceSettings::table && field == "next_item_number";
    if (is_counter) {
      set_column(workspace_.handle(), conflict, field, "max(" + column.ours + "," + column.theirs + ")");
    } else if (column.ours == column.theirs) {
      forget(conflict.table, conflict.id, field);
    } else if (column.ours == column.before || is_theirs_alone(conflict)) {
      set_column(workspace_.handle(), conflict, field, column.theirs);
      forget(conflict.table, conflict.id, field);
    } else {
      report({conflict.table, conflict.id, field, column.ours, column.theirs, column.before});
    }
  }
}

void Merging::report(Workspace::MergeConflict conflict) {
  const auto known = std::find_if(conflicts_.begin(), conflicts_.end(), [&](const Workspace::MergeConflict& one) {
    return one.table == conflict.table && one.id == conflict.id && one.field == conflict.field;
  });
  if (known == conflicts_.end())
    conflicts_.push_back(std::move(conflict));
  else if (conflict.field.empty())
    return;
  else if (conflict.theirs == known->before)
    conflicts_.erase(known);
  else
    known->theirs = std::move(conflict.theirs);
}

void Merging::forget(const std::string& table, std::int64_t id, const std::string& field) {
  const auto is_meant = [&](const Workspace::MergeConflict& one) {
    return one.table == table && one.id == id && (field.empty() || one.field == field);
  };
  conflicts_.erase(std::remove_if(conflicts_.begin(), conflicts_.end(), is_meant), conflicts_.end());
}

Result<Workspace::MergeReport> Workspace::merge(std::string_view label, std::string_view sealed_changeset) {
  const auto changeset = unsealed(sealed_changeset);
  if (!changeset)
    return failure(ErrorCode::damaged, "cannot merge \"" + std::string(label) + "\"",
                   "this is not a change that Tradewind recorded, or it was damaged on the way",
                   "get it again from the copy it was made in");
  Merging merging(*impl_);
  auto receipt = impl_->change("cannot merge \"" + std::string(label) + "\"", label, std::nullopt,
                               [&](Edit::State& state) { merging.add(*changeset, state); });
  if (!receipt) return tl::unexpected(receipt.error());
  return MergeReport{std::move(*receipt), merging.conflicts()};
}

}  // namespace tradewind::storage
