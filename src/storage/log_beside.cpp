#include "storage/log_beside.h"

namespace tradewind::storage {

std::filesystem::path log_of(const std::filesystem::path& path) { return path.string() + "-wal"; }

bool log_is_in_use(const std::filesystem::path& path) {
  std::error_code code;
  const auto size = std::filesystem::file_size(log_of(path), code);
  return !code && size > 0;
}

Result<void> refuse_log_of_another(const std::filesystem::path& path, const std::string& what) {
  if (!log_is_in_use(path)) return {};
  return failure(ErrorCode::conflict, what, log_of(path).filename().string() + " is there and holds edits of another file",
                 "choose another name, or move it back beside the file it belongs to");
}

void fold_log_when_closed(sqlite3* database, bool fold) {
  check(database, sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, fold ? 0 : 1, nullptr), "set the file up");
}

void fold_log(sqlite3* database) {
  int leaves_log = 0;
  if (sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, -1, &leaves_log) == SQLITE_OK && leaves_log == 0)
    sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
}

Error with_log_beside(Error error, const std::filesystem::path& path) {
  if (error.code == ErrorCode::damaged && log_is_in_use(path))
    error.what_to_do = "save what can be read, with the last edits that stand in " + log_of(path).filename().string() +
                       " beside it, with `tradewind-cli salvage`; before a backup takes its place, move both files away";
  return error;
}

}  // namespace tradewind::storage
