// The schema's versions. A file's version is its PRAGMA user_version; docs/how-to-change.md says how to add one.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "storage/sqlite.h"

namespace tradewind::storage {

/// "TrWd", in the header of every workspace file.
inline constexpr std::int64_t application_id = 0x54725764;

/// Takes a file from `version - 1` to `version`. The SQL names tables and columns as they were then: it is never edited
/// after a release, whatever the domain is called today.
struct Migration {
  int version;
  std::string_view sql;
};

const std::vector<Migration>& migrations();
inline int current_version(const std::vector<Migration>& all) { return all.back().version; }

/// Runs the migrations after `from`, each in its own transaction. Throws SqliteFailure; the file then has the last
/// version that was reached.
void migrate(sqlite3* database, int from, const std::vector<Migration>& all);

/// Tables, views, triggers and indices that the file has and a file of this version would not, or has otherwise: what
/// a stranger planted. In words; empty when all is as it should be.
std::vector<std::string> foreign_objects(sqlite3* database, int version, const std::vector<Migration>& all);

}  // namespace tradewind::storage
