// SQLite's session extension in values: record what a change did, invert it, apply it, read it.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/sqlite.h"
#include "tradewind/domain/changes.h"

namespace tradewind::storage {

/// A changeset that SQLite allocated; an import's is too large to copy without need.
class ChangesetBuffer {
 public:
  ChangesetBuffer(void* data, int size) : data_(data, sqlite3_free), size_(static_cast<std::size_t>(size)) {}
  std::string_view view() const { return {static_cast<const char*>(data_.get()), size_}; }

 private:
  std::unique_ptr<void, void (*)(void*)> data_;
  std::size_t size_;
};

/// Records every change of the domain tables while it lives.
class Recording {
 public:
  explicit Recording(sqlite3* database);
  /// The changes so far in SQLite's changeset format; empty when nothing has changed.
  ChangesetBuffer changeset() const;

 private:
  struct Delete {
    void operator()(sqlite3_session* session) const { sqlite3session_delete(session); }
  };
  sqlite3* database_;
  std::unique_ptr<sqlite3_session, Delete> session_;
};

/// A changeset as it leaves the program: SQLite trusts its input, so that a damaged one could keep it busy for ever.
std::string sealed(std::string_view changeset);
/// nullopt where the text was not sealed by us or has changed since.
std::optional<std::string_view> unsealed(std::string_view text);

std::string inverted(std::string_view changeset);
/// Small enough for a file that keeps every change for ever. The two are inverse to each other.
std::string compressed(std::string_view changeset);
/// REQUIRES nothing of the input: throws SqliteFailure (damaged) where it was not compressed by us.
std::string decompressed(std::string_view stored);

/// The rows that a changeset touches; rows of tables that are not ours are left out.
Changes changes_of(std::string_view changeset);

/// One value of a changeset row, by column.
struct ConflictColumn {
  int column = 0;    // index in the table
  std::string ours;  // as SQL literals
  std::string before;
  std::string theirs;
};
struct Conflict {
  std::string table;
  std::int64_t id = 0;
  int kind = 0;                         // SQLITE_CHANGESET_DATA, _NOTFOUND, _CONFLICT, _CONSTRAINT, _FOREIGN_KEY
  int operation = 0;                    // SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE
  std::vector<ConflictColumn> columns;  // of an update: those that they changed
};
/// Applies what fits; what does not is left out and returned. `defer`: foreign keys are judged at COMMIT.
std::vector<Conflict> apply(sqlite3* database, std::string_view changeset);

}  // namespace tradewind::storage
