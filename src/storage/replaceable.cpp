#include "tradewind/storage/replaceable.h"

#include <array>

#include "storage/file_opening.h"

namespace tradewind::storage {
namespace {

namespace fs = std::filesystem;

/// By its first bytes: what else says that it is ours may stand in the log only, while it is open.
bool is_database(const fs::path& path) {
  std::error_code code;
  if (!fs::is_regular_file(path, code)) return false;
  try {
    std::array<char, sqlite_magic.size()> first{};
    const auto size = read_bytes(connect_immutable(path).get(), first, 0);
    return std::string_view(first.data(), size) == sqlite_magic;
  } catch (const SqliteFailure&) {
    return false;
  }
}

/// The database that has `path` beside it, as by its name; empty for other names.
fs::path database_beside(const fs::path& path) {
  const std::string name = path.string();
  for (const std::string_view ending : {"-wal", "-shm", "-journal"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return {};
}

}  // namespace

Result<void> may_be_replaced(const fs::path& path) {
  const std::string what = "cannot write " + path.string();
  const std::string way_out = "choose another name; nothing was written";
  std::error_code code;
  if (is_database(path) || (path.extension() == ".tradewind" && fs::exists(path, code)))
    return failure(ErrorCode::conflict, what, "that is a workspace, or a database of another program", way_out);
  if (const fs::path database = database_beside(path); is_database(database))
    return failure(ErrorCode::conflict, what, database.filename().string() + " keeps its latest edits under such names", way_out);
  return {};
}

}  // namespace tradewind::storage
