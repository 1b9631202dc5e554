#include "storage/file_opening.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "storage/file_locks.h"
#include "storage/log_beside.h"
#include "storage/sealed_pages.h"

namespace tradewind::storage {
namespace {

namespace fs = std::filesystem;

std::string opening(const fs::path& path) { return "cannot open " + path.filename().string(); }

/// A path as an SQLite URI; everything but the plainest characters is escaped.
std::string uri_of(const fs::path& path, std::string_view parameters) {
  static constexpr std::string_view hex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const unsigned char c : fs::absolute(path).string()) {
    if (std::isalnum(c) != 0 || c == '/' || c == '.' || c == '_' || c == '-') {
      uri += static_cast<char>(c);
    } else {
      uri += '%';
      uri += hex[c >> 4U];
      uri += hex[c & 15U];
    }
  }
  return uri + std::string(parameters);
}

bool set_sqlite_up() {
  // Neither statistics nor locks are needed, and both cost at every allocation: a connection stays with its thread.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  make_locks_last();
  return true;
}

DatabaseHandle connect(const fs::path& path, int flags, std::string_view parameters) {
  [[maybe_unused]] static const bool once = set_sqlite_up();
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(uri_of(path, parameters).c_str(), &raw,
                                   flags | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX, sealing_file_system());
  DatabaseHandle database(raw);
  check(raw, code, "open the file");
  return database;
}

/// A file from a stranger cannot make us run anything: no functions of its schema are trusted, no shadow tables written.
void harden(sqlite3* database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
}

void configure(sqlite3* database, const Options& options, bool read_only) {
  sqlite3_busy_timeout(database, static_cast<int>(options.lock_timeout.count()));
  execute(database, "PRAGMA foreign_keys=ON", "set the file up");
  execute(database, "PRAGMA cell_size_check=ON", "set the file up");
  execute(database, "PRAGMA temp_store=MEMORY", "set the file up");
  if (read_only) return;
  if (query_text(database, "PRAGMA journal_mode=WAL", "set the file up") != "wal")
    throw SqliteFailure(nullptr, SQLITE_READONLY, "switch to the write-ahead log");
  execute(database, "PRAGMA synchronous=FULL", "set the file up");
  // Folding the log into the file takes tens of milliseconds: at 32 MB, one edit in thousands waits for it. Closing does it.
  execute(database, "PRAGMA wal_autocheckpoint=8000", "set the file up");
}

/// Whether the file's mode lets anyone write. Asked apart from access(2), which always says yes to root.
bool marked_read_only(const fs::path& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0;
}

/// Of all these SQLite would only say that it cannot open the file.
Result<void> look_for_file(const fs::path& path) {
  std::error_code code;
  if (!fs::exists(path, code))
    return failure(ErrorCode::not_found, opening(path), "there is no such file", "check the name, or make a new workspace");
  if (!fs::is_regular_file(path, code))
    return failure(ErrorCode::not_ours, opening(path), "it is not a file", "choose a *.tradewind file");
  if (::access(path.c_str(), R_OK) != 0)
    return failure(ErrorCode::no_permission, opening(path), "you may not read it", "ask its owner for access");
  return {};
}

/// Looks at the first bytes before SQLite acts on them: an empty or a text file must not become a database by being opened.
Result<void> look_at_header(sqlite3* database, const fs::path& path) {
  std::array<char, 100> header{};
  const auto size = read_bytes(database, header, 0);
  if (std::string_view(header.data(), std::min(size, sqlite_magic.size())) != sqlite_magic)
    return failure(ErrorCode::not_ours, opening(path), "it is not a Tradewind workspace",
                   "choose a file that Tradewind made, or make a workspace and import this one into it");
  if (size < header.size()) return failure(ErrorCode::damaged, opening(path), "the file is cut off", "restore a backup");
  return {};
}

Result<int> version_of(sqlite3* database, const fs::path& path, int newest) {
  if (query_integer(database, "PRAGMA application_id", "read the file's kind") != application_id)
    return failure(ErrorCode::not_ours, opening(path), "it is a database of another program",
                   "choose a file that Tradewind made");
  const auto version = query_integer(database, "PRAGMA user_version", "read the file's version");
  if (version > newest)
    return failure(ErrorCode::too_new, opening(path),
                   "it was made by a newer Tradewind (file version " + std::to_string(version) + ", this one knows " +
                       std::to_string(newest) + ")",
                   "update Tradewind; the file was not changed");
  if (version < 1) return failure(ErrorCode::damaged, opening(path), "its version is not known", "restore a backup");
  return static_cast<int>(version);
}

Result<void> refuse_foreign_objects(sqlite3* database, const fs::path& path, int version, const std::vector<Migration>& all) {
  const auto foreign = foreign_objects(database, version, all);
  if (foreign.empty()) return {};
  return failure(ErrorCode::not_ours, opening(path), foreign.front(),
                 "do not trust this file; export its data as JSON from the copy you had it from, or use a backup");
}

/// Reads every page. On a connection of its own, because it takes as long as loading the rows and runs beside it.
Result<void> prove_whole(const fs::path& path, std::string parameters) {
  parameters += parameters.empty() ? "?verify=1" : "&verify=1";
  try {
    const DatabaseHandle database = connect(path, SQLITE_OPEN_READONLY, parameters);
    fold_log_when_closed(database.get(), false);
    harden(database.get());
    // The checksums find what the disk did, the check of the structure what a stranger wrote with right checksums.
    if ((!has_seals(database.get()) || seals_hold(database.get(), path)) &&
        query_text(database.get(), "PRAGMA quick_check(1)", "check the file") == "ok")
      return {};
    return tl::unexpected(damaged(opening(path)));
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, opening(path)));
  }
}

/// Nothing where the log cannot be read, be it that it is damaged too or that its folder is read-only.
DatabaseHandle connect_with_log(const fs::path& path, const Options& options) {
  try {
    DatabaseHandle database = connect(path, SQLITE_OPEN_READONLY, "?mode=ro");
    fold_log_when_closed(database.get(), false);
    sqlite3_busy_timeout(database.get(), static_cast<int>(options.lock_timeout.count()));
    query_integer(database.get(), "PRAGMA user_version", "read the log");
    return database;
  } catch (const SqliteFailure&) {
    return nullptr;
  }
}

void copy_pages(sqlite3* from, sqlite3* to) {
  sqlite3_backup* backup = sqlite3_backup_init(to, "main", from, "main");
  if (backup == nullptr) check(to, sqlite3_errcode(to), "copy the file");
  const int step = sqlite3_backup_step(backup, -1);
  const int finish = sqlite3_backup_finish(backup);
  if (step != SQLITE_DONE) throw SqliteFailure(nullptr, step, "copy the file");
  check(to, finish, "copy the file");
}

void back_up_before_migration(sqlite3* database, const fs::path& path, int version) {
  fs::path backup = path;
  backup += ".v" + std::to_string(version) + ".backup";
  std::error_code code;
  if (!fs::exists(backup, code)) copy_database(database, backup);
}

/// For a file of before there were checksums.
void seal_all_pages(sqlite3* database) {
  make_room_for_seals(database);
  execute(database, "VACUUM", "add checksums to the file");
  check(database, sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr),
        "add checksums to the file");
}

}  // namespace

Result<OpenedFile> create_file(const fs::path& path, const Options& options) {
  const std::string what = "cannot create " + path.filename().string();
  std::error_code code;
  if (fs::exists(path, code))
    return failure(ErrorCode::conflict, what, "a file of that name exists", "choose another name or remove it first");
  if (auto alone = refuse_log_of_another(path, what); !alone) return tl::unexpected(alone.error());
  try {
    OpenedFile opened;
    opened.database = connect(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "");
    harden(opened.database.get());
    make_room_for_seals(opened.database.get());
    configure(opened.database.get(), options, false);
    migrate(opened.database.get(), 0, migrations());
    return opened;
  } catch (const SqliteFailure& problem) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(fs::path(path.string() + suffix), code);
    return tl::unexpected(explain(problem, what));
  }
}

Result<OpenedFile> open_file(const fs::path& path, const Options& options, const std::vector<Migration>& all) {
  if (auto file = look_for_file(path); !file) return tl::unexpected(file.error());
  try {
    const bool read_only = options.read_only || marked_read_only(path);
    std::error_code code;
    const bool has_log = fs::exists(log_of(path), code);
    OpenedFile opened;
    opened.read_only = read_only;
    // Without a log beside it a read-only file can be read from any medium; with one, SQLite must be able to lock.
    const std::string parameters = !read_only ? "" : has_log ? "?mode=ro" : "?mode=ro&immutable=1";
    opened.database = connect(path, read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, parameters);
    sqlite3* database = opened.database.get();
    // Whoever closes a damaged file would fold the log into it, and the edits in the log would be lost with the file.
    if (log_is_in_use(path)) fold_log_when_closed(database, false);
    if (auto header = look_at_header(database, path); !header) return tl::unexpected(header.error());
    harden(database);
    sqlite3_busy_timeout(database, static_cast<int>(options.lock_timeout.count()));
    const auto version = version_of(database, path, current_version(all));
    if (!version) return tl::unexpected(version.error());
    if (auto ours = refuse_foreign_objects(database, path, *version, all); !ours) return tl::unexpected(ours.error());
    opened.proof = std::async(std::launch::async, prove_whole, path, parameters);
    const bool is_old = *version < current_version(all);
    const bool add_seals = !read_only && !has_seals(database);
    if (is_old || add_seals || (!read_only && query_text(database, "PRAGMA journal_mode", "read the file's mode") != "wal")) {
      // What follows writes.
      if (auto whole = opened.proof.get(); !whole) return tl::unexpected(whole.error());
      fold_log_when_closed(database, true);
    }
    if (is_old && read_only) {
      // What the older file, which must stay as it is, would hold in this version.
      opened.database = copy_in_memory(database);
      migrate(opened.database.get(), *version, all);
      configure(opened.database.get(), options, read_only);
      return opened;
    }
    if (is_old) {
      back_up_before_migration(database, path, *version);
      // A migration may rebuild tables that others refer to.
      execute(database, "PRAGMA foreign_keys=OFF", "set the file up");
      migrate(database, *version, all);
    }
    configure(database, options, read_only);
    if (add_seals) seal_all_pages(database);
    return opened;
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, opening(path)));
  }
}

DatabaseHandle connect_immutable(const fs::path& path) { return connect(path, SQLITE_OPEN_READONLY, "?mode=ro&immutable=1"); }

DatabaseHandle open_again(const fs::path& path, const Options& options) {
  DatabaseHandle database = connect(path, SQLITE_OPEN_READWRITE, "");
  harden(database.get());
  configure(database.get(), options, false);
  return database;
}

Result<DamagedFile> open_damaged(const fs::path& path, const Options& options) {
  if (auto file = look_for_file(path); !file) return tl::unexpected(file.error());
  try {
    DamagedFile opened;
    if (log_is_in_use(path)) opened.database = connect_with_log(path, options);
    opened.without_log = log_is_in_use(path) && opened.database == nullptr;
    if (opened.database == nullptr) opened.database = connect_immutable(path);
    if (auto header = look_at_header(opened.database.get(), path); !header && header.error().code != ErrorCode::damaged)
      return tl::unexpected(header.error());
    harden(opened.database.get());
    return opened;
  } catch (const SqliteFailure& problem) {
    return tl::unexpected(explain(problem, opening(path)));
  }
}

void copy_database(sqlite3* from, const fs::path& target) {
  sqlite3* raw = nullptr;
  // Page by page: a copy has checksums where the original has.
  const int code = sqlite3_open_v2(target.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                   has_seals(from) ? sealing_file_system() : nullptr);
  const DatabaseHandle copy(raw);
  check(raw, code, "create the copy");
  copy_pages(from, raw);
  // The copy is one file that can be mailed: no write-ahead log beside it.
  execute(raw, "PRAGMA journal_mode=DELETE", "finish the copy");
}

DatabaseHandle copy_in_memory(sqlite3* from) {
  sqlite3* raw = nullptr;
  const int code = sqlite3_open_v2(
      ":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_FULLMUTEX, nullptr);
  DatabaseHandle copy(raw);
  check(raw, code, "make a copy in memory");
  copy_pages(from, raw);
  harden(raw);
  return copy;
}

}  // namespace tradewind::storage
