#include "storage/sqlite.h"

#include <algorithm>
#include <iterator>

namespace tradewind::storage {

SqliteFailure::SqliteFailure(sqlite3* database, int code, std::string_view attempt)
    : std::runtime_error(std::string(attempt) + ": " + (database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code))),
      code_(database != nullptr ? sqlite3_extended_errcode(database) : code) {
  if ((code_ & 0xFF) == SQLITE_OK) code_ = code;
}

Error damaged(const std::string& what) {
  return {ErrorCode::damaged, what, "the file is damaged; it was not changed",
          "restore a backup, or save what can be read with `tradewind-cli salvage`"};
}

Error explain(const SqliteFailure& failure, const std::string& what) {
  if (failure.code() == SQLITE_IOERR_DATA) return damaged(what);  // a page that does not match its checksum
  switch (failure.code() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::busy, what, "another program is writing to the file",
              "wait until it has finished, or close it, and try again"};
    case SQLITE_FULL:
      return {ErrorCode::no_space, what, "the disk is full", "free some space and try again; nothing was changed"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return {ErrorCode::no_permission, what, "the file or its folder is read-only", "make it writable or work on a copy"};
    case SQLITE_CANTOPEN:
      return {ErrorCode::no_permission, what, "the file or its folder cannot be opened",
              "check that it exists and that you may write there"};
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT:
      return damaged(what);
    case SQLITE_NOTADB:
      return {ErrorCode::not_ours, what, "the file is not a Tradewind workspace",
              "choose a file that Tradewind made, or import it"};
    case SQLITE_IOERR:
      return {ErrorCode::no_space, what, "the disk refused to read or write (it may be full, limited or failing)",
              "check the disk and its free space, then try again; nothing was changed"};
    case SQLITE_NOMEM:
      return {ErrorCode::internal, what, "the memory is exhausted", "close other programs and try again"};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::bad_input, what, "a row refers to something that does not exist or breaks a rule of the file",
              "check the values and try again"};
    case SQLITE_TOOBIG:
      return {ErrorCode::bad_input, what, "a text is too long", "shorten it"};
    default:
      return {ErrorCode::internal, what, "the workspace file could not be used",
              "try again; if it happens again, save a copy and report it"};
  }
}

void check(sqlite3* database, int code, std::string_view attempt) {
  if (code != SQLITE_OK) throw SqliteFailure(database, code, attempt);
}

void execute(sqlite3* database, const std::string& sql, std::string_view attempt) {
  check(database, sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr), attempt);
}

AskingToGoOn::AskingToGoOn(sqlite3* database, const std::function<bool()>& go_on) : database_(database) {
  if (!go_on) return;
  constexpr int steps = 1000;  // of SQLite's machine: a handful of rows
  const auto ask = [](void* asked) { return (*static_cast<const std::function<bool()>*>(asked))() ? 0 : 1; };
  // SQLite takes a pointer to anything and hands it back.
  void* asked = const_cast<std::function<bool()>*>(&go_on);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  sqlite3_progress_handler(database, steps, ask, asked);
}

AskingToGoOn::~AskingToGoOn() { sqlite3_progress_handler(database_, 0, nullptr, nullptr); }

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  check(database,
        sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr),
        "prepare a statement");
  statement_.reset(statement);
}

bool Statement::step(std::string_view attempt) {
  const int code = sqlite3_step(handle());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const SqliteFailure failure(sqlite3_db_handle(handle()), code, attempt);
  reset();
  throw failure;
}

void Statement::run(std::string_view attempt) {
  while (step(attempt)) {
  }
  reset();
}

std::int64_t query_integer(sqlite3* database, const std::string& sql, std::string_view attempt) {
  Statement statement(database, sql);
  return statement.step(attempt) ? statement.integer(0) : 0;
}

std::string query_text(sqlite3* database, const std::string& sql, std::string_view attempt) {
  Statement statement(database, sql);
  return statement.step(attempt) ? std::string(statement.text(0)) : std::string();
}

std::size_t read_bytes(sqlite3* database, std::span<char> bytes, std::int64_t offset) {
  sqlite3_file* file = nullptr;
  check(database, sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file), "read the file");
  sqlite3_int64 size = 0;
  check(nullptr, file->pMethods->xFileSize(file, &size), "read the file");
  const int code = file->pMethods->xRead(file, bytes.data(), static_cast<int>(bytes.size()), offset);
  if (code != SQLITE_IOERR_SHORT_READ) check(nullptr, code, "read the file");
  return static_cast<std::size_t>(std::clamp<sqlite3_int64>(size - offset, 0, std::ssize(bytes)));
}

Transaction::Transaction(sqlite3* database) : database_(database) { execute(database, "BEGIN IMMEDIATE", "begin a change"); }

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  execute(database_, "COMMIT", "make the change durable");
  open_ = false;
}

void Transaction::roll_back() {
  if (!open_) return;
  open_ = false;
  sqlite3_exec(database_, "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace tradewind::storage
