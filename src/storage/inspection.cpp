// Looking at a whole workspace: integrity, dump, copies, and saving what can be read of a damaged one.
#include "storage/log_beside.h"
#include "storage/workspace_impl.h"

namespace tradewind::storage {
namespace {

template <class Entity>
std::string columns_quoted() {
  std::string list = "id";
  Entity prototype;
  Entity::fields(prototype, [&](const char* name, auto&) { (list += ",quote(") += std::string(name) + ")"; });
  return list;
}

void check_pragma(sqlite3* database, const std::string& pragma, std::vector<std::string>& problems) {
  Statement statement(database, pragma);
  while (statement.step("check the file"))
    if (const std::string line(statement.text(0)); line != "ok") problems.push_back(line);
}

void check_foreign_keys(sqlite3* database, std::vector<std::string>& problems) {
  Statement statement(database, "PRAGMA foreign_key_check");
  while (statement.step("check the references"))
    problems.push_back("row " + std::to_string(statement.integer(1)) + " of " + std::string(statement.text(0)) +
                       " refers to a missing " + std::string(statement.text(2)));
}

void check_search_index(sqlite3* database, std::vector<std::string>& problems) {
  // The check is an INSERT by form only; it reads.
  const int code = sqlite3_exec(database, "INSERT INTO item_search(item_search, rank) VALUES('integrity-check', 1)", nullptr,
                                nullptr, nullptr);
  if ((code & 0xFF) == SQLITE_CORRUPT) problems.emplace_back("the search index does not match the items");
}

template <class Entity>
void compare(const Portfolio& in_memory, const Portfolio& in_file, std::vector<std::string>& problems) {
  std::size_t different = in_memory.all<Entity>().size() > in_file.all<Entity>().size()
                              ? in_memory.all<Entity>().size() - in_file.all<Entity>().size()
                              : 0;
  for (const Entity& row : in_file.all<Entity>()) {
    const Entity* same = in_memory.find(row.id);
    if (same == nullptr || !(*same == row)) ++different;
  }
  if (different > 0)
    problems.push_back(std::to_string(different) + " rows of " + std::string(Entity::table) + " differ between memory and file");
}

/// Reads rows from one end until the file refuses; rows already there are skipped.
template <class Entity>
bool read_until_failure(sqlite3* database, const char* order, Portfolio& rows) {
  try {
    EntityRows<Entity>(database).for_each(
        [&](Entity&& row) {
          if (row.id && !rows.contains(row.id)) rows.insert(std::move(row));
        },
        order);
    return true;
  } catch (const SqliteFailure&) {
    return false;
  }
}

}  // namespace

Workspace::Integrity Workspace::check() const {
  Integrity integrity;
  try {
    check_pragma(impl_->handle(), "PRAGMA integrity_check(20)", integrity.problems);
    check_foreign_keys(impl_->handle(), integrity.problems);
    if (!impl_->read_only) check_search_index(impl_->handle(), integrity.problems);
    const Portfolio in_file = impl_->store.load();
    for_each_entity<PortfolioEntities>([&]<class Entity>() { compare<Entity>(impl_->portfolio, in_file, integrity.problems); });
  } catch (const SqliteFailure& problem) {
    integrity.problems.push_back(explain(problem, "").why);
  }
  integrity.intact = integrity.problems.empty();
  return integrity;
}

std::string Workspace::dump() const {
  std::string text;
  for_each_entity<StoredEntities>([&]<class Entity>() {
    Statement statement(impl_->handle(),
                        "SELECT " + columns_quoted<Entity>() + " FROM " + std::string(Entity::table) + " ORDER BY id");
    const int columns = sqlite3_column_count(statement.handle());
    while (statement.step("dump the rows")) {
      text += Entity::table;
      for (int column = 0; column < columns; ++column) (text += '\t') += statement.text(column);
      text += '\n';
    }
  });
  return text;
}

Result<void> Workspace::back_up_to(const std::filesystem::path& target) const {
  const std::string what = "cannot write the copy " + target.filename().string();
  std::error_code code;
  if (std::filesystem::exists(target, code))
    return failure(ErrorCode::conflict, what, "a file of that name exists", "choose another name or remove it first");
  if (auto alone = refuse_log_of_another(target, what); !alone) return alone;
  try {
    copy_database(impl_->handle(), target);
    return {};
  } catch (const SqliteFailure& problem) {
    std::filesystem::remove(target, code);
    return tl::unexpected(explain(problem, what));
  }
}

Result<Salvage> salvage(const std::filesystem::path& damaged, const std::filesystem::path& target) {
  const auto source = open_damaged(damaged, {});
  if (!source) return tl::unexpected(source.error());
  Salvage result;
  Portfolio rows;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    if (read_until_failure<Entity>(source->database.get(), " ORDER BY id", rows)) return;
    // The other side of the damage can often be reached from the other end.
    read_until_failure<Entity>(source->database.get(), " ORDER BY id DESC", rows);
    result.lost.push_back("some rows of " + std::string(Entity::table) + " could not be read");
  });
  const bool had_settings = !rows.all<WorkspaceSettings>().empty();
  auto workspace = Workspace::create(target);
  if (!workspace) return tl::unexpected(workspace.error());
  auto receipt = workspace->edit("Salvage " + damaged.filename().string(), [&](Edit& edit) {
    for_each_entity<PortfolioEntities>([&]<class Entity>() {
      for (const Entity& row : rows.all<Entity>()) {
        try {
          if constexpr (std::is_same_v<Entity, WorkspaceSettings>)
            edit.update(row);
          else
            edit.insert(row);
          ++result.rows;
        } catch (const EditRefused& refused) {
          result.lost.push_back(refused.error.what + ": " + refused.error.why);
        }
      }
    });
    edit.mend_references();
  });
  if (!receipt) return tl::unexpected(receipt.error());
  if (!had_settings) result.lost.emplace_back("the workspace's settings");
  if (source->without_log) result.lost.push_back("the last edits, in " + damaged.filename().string() + "-wal");
  result.lost.emplace_back("the history: a salvaged copy starts a new one");
  return result;
}

}  // namespace tradewind::storage
