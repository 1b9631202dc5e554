// Opening a workspace file that may be anything: missing, a stranger's, newer, older, damaged, read-only, locked. Nothing
// is written before the file has proved to be ours and whole.
#pragma once
#include <filesystem>
#include <future>
#include <optional>
#include <string_view>

#include "storage/schema.h"
#include "storage/sqlite.h"
#include "tradewind/domain/error.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::storage {

/// The first bytes of every database.
inline constexpr std::string_view sqlite_magic{"SQLite format 3\0", 16};

struct OpenedFile {
  DatabaseHandle database;
  bool read_only = false;
  /// Every page is being read on another thread; ask before the first write. Not valid where nothing had to be proved.
  std::future<Result<void>> proof;
  /// What the file holds, where that is known already.
  std::optional<Portfolio> rows;
};

Result<OpenedFile> create_file(const std::filesystem::path& path, const Options& options);
/// `all`: the migrations to know, a parameter so that tests can look at the mechanism with versions of their own.
Result<OpenedFile> open_file(const std::filesystem::path& path, const Options& options,
                             const std::vector<Migration>& all = migrations());
/// One more connection to a file that is open for writing and has proved to be whole. Throws SqliteFailure.
DatabaseHandle open_again(const std::filesystem::path& path, const Options& options);
/// A connection that can only read, takes no lock and knows nothing of a log. Throws SqliteFailure.
DatabaseHandle connect_immutable(const std::filesystem::path& path);
/// For saving what can be read: nothing of the file, nor of the log beside it, is changed.
struct DamagedFile {
  DatabaseHandle database;
  /// There is a log, and it cannot be read.
  bool without_log = false;
};
Result<DamagedFile> open_damaged(const std::filesystem::path& path, const Options& options);

/// Copies a database page by page, as it is at this moment.
void copy_database(sqlite3* from, const std::filesystem::path& target);
/// The same in memory, for changes that the file never sees. Unlike those to files, the connection may be copied from on another
/// thread while its own reads it.
DatabaseHandle copy_in_memory(sqlite3* from);

}  // namespace tradewind::storage
