// The log of the last edits that SQLite keeps beside a file and folds into it: usually whoever closes the file last. After a
// crash it holds edits that are nowhere else.
#pragma once
#include <filesystem>

#include "storage/sqlite.h"
#include "tradewind/domain/error.h"

namespace tradewind::storage {

/// Where SQLite keeps what was edited last.
std::filesystem::path log_of(const std::filesystem::path& path);
/// Whether edits stand in the log beside the file that are not in the file yet.
bool log_is_in_use(const std::filesystem::path& path);
/// SQLite takes a log for that of the file it lies beside, and deletes it with a new one: of a file that is to be made, at
/// `path`.
Result<void> refuse_log_of_another(const std::filesystem::path& path, const std::string& what);
/// Whether the last connection that is closed folds the log into the file. A file that `open_file` found a log beside is left
/// alone until it has proved to be whole: say so then.
void fold_log_when_closed(sqlite3* database, bool fold);
/// Folds the log into the file now, also while others read it, unless it is to be left alone. What cannot be done now is done by
/// whoever closes the file last.
void fold_log(sqlite3* database);
/// Of a damaged file with a log the way out is another one: a backup put over the file would get the edits of the log.
Error with_log_beside(Error error, const std::filesystem::path& path);

}  // namespace tradewind::storage
