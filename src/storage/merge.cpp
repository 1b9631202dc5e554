// Bringing in an edit that another copy of the workspace made.
#include "storage/workspace_impl.h"

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

/// Field by field: what only they changed comes in, what both changed stays ours and is reported.
void settle(sqlite3* database, const Conflict& conflict, std::vector<Workspace::MergeConflict>& report) {
  if (conflict.kind == SQLITE_CHANGESET_FOREIGN_KEY) return;  // mend_references finds the rows
  if (conflict.kind == SQLITE_CHANGESET_NOTFOUND && conflict.operation == SQLITE_DELETE) return;  // both removed it
  if (conflict.kind == SQLITE_CHANGESET_DATA && conflict.operation == SQLITE_UPDATE) {
    for (const ConflictColumn& column : conflict.columns) {
      if (column.ours == column.theirs) continue;
      const std::string field = column_name(database, conflict.table, column.column);
      if (column.ours == column.before)
        set_column(database, conflict, field, column.theirs);
      else
        report.push_back({conflict.table, conflict.id, field, column.ours, column.theirs});
    }
    return;
  }
  const bool ours_exists = conflict.kind != SQLITE_CHANGESET_NOTFOUND;
  report.push_back({conflict.table, conflict.id, "", ours_exists ? "kept" : "removed", std::string(name_of(conflict.operation))});
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
    int number = state.portfolio.settings().next_item_number;
    do renumbered.key = state.portfolio.settings().key_prefix + "-" + std::to_string(number++);
    while (state.portfolio.item_by_key(renumbered.key) != nullptr);
    state.next_item_number = number;
    state.write_update(renumbered);
  }
}

}  // namespace

Result<Workspace::MergeReport> Workspace::merge(std::string_view label, std::string_view sealed_changeset) {
  const auto payload = unsealed(sealed_changeset);
  if (!payload)
    return failure(ErrorCode::damaged, "cannot merge \"" + std::string(label) + "\"",
                   "this is not a change that Tradewind recorded, or it was damaged on the way",
                   "get it again from the copy it was made in");
  const std::string_view changeset = *payload;
  MergeReport report;
  auto receipt = impl_->change("cannot merge \"" + std::string(label) + "\"", label, std::nullopt, [&](Edit::State& state) {
    const auto conflicts = impl_->apply_changeset(changeset, state);
    Changes settled;
    for (const Conflict& conflict : conflicts) {
      settle(impl_->handle(), conflict, report.conflicts);
      with_entity_of(conflict.table, [&]<class Entity>() {
        settled.push_back({Entity::table, conflict.id, ChangeKind::updated});
      });
    }
    state.touched.insert(state.touched.end(), settled.begin(), settled.end());
    impl_->bring_in(settled);
    for (const Change& row : state.mend_references())
      report.conflicts.push_back({std::string(row.table), row.id, "", "what it belongs to is removed here", "added"});
    renumber_duplicates(changes_of(changeset), state);
    state.finish();
  });
  if (!receipt) return tl::unexpected(receipt.error());
  report.receipt = std::move(*receipt);
  return report;
}

}  // namespace tradewind::storage
