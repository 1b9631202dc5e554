// The one place that includes SQLite: the session extension must be switched on before its header is read.
#pragma once
#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tradewind/domain/error.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind::storage {

/// A failed SQLite call with what was being attempted. Never leaves the room: public functions turn it into an Error.
class SqliteFailure : public std::runtime_error {
 public:
  SqliteFailure(sqlite3* database, int code, std::string_view attempt);
  int code() const { return code_; }  // extended result code

 private:
  int code_;
};

/// The reason and the way out in words that a person can use; no SQL and no code of SQLite in it.
Error explain(const SqliteFailure& failure, const std::string& what);
/// Of a file that is not as it was written.
Error damaged(const std::string& what);

/// Throws SqliteFailure unless `code` is SQLITE_OK.
void check(sqlite3* database, int code, std::string_view attempt);

struct CloseDatabase {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
using DatabaseHandle = std::unique_ptr<sqlite3, CloseDatabase>;

void execute(sqlite3* database, const std::string& sql, std::string_view attempt);

/// While it lives, `go_on` is asked every millisecond or so that the connection works; where it says no, what runs fails: ask
/// `go_on` again to tell such a failure from others. An empty one is not asked.
class AskingToGoOn {
 public:
  /// REQUIRES: `go_on` outlives it and throws nothing.
  AskingToGoOn(sqlite3* database, const std::function<bool()>& go_on);
  ~AskingToGoOn();
  AskingToGoOn(const AskingToGoOn&) = delete;
  AskingToGoOn& operator=(const AskingToGoOn&) = delete;

 private:
  sqlite3* database_;
};

/// A prepared statement for bulk traffic: parameters and columns by position, text without copies. Columns are asked through
/// their values, which takes no lock for each question. REQUIRES: one thread at a time uses the connection.
class Statement {
 public:
  Statement() = default;
  Statement(sqlite3* database, std::string_view sql);

  sqlite3_stmt* handle() const { return statement_.get(); }
  explicit operator bool() const { return statement_ != nullptr; }
  /// True while there is a row.
  bool step(std::string_view attempt);
  /// Runs a statement without rows and makes it ready for the next.
  void run(std::string_view attempt);
  void reset() { sqlite3_reset(statement_.get()); }

  void bind(int index, std::int64_t value) { sqlite3_bind_int64(handle(), index, value); }
  void bind(int index, double value) { sqlite3_bind_double(handle(), index, value); }
  void bind_null(int index) { sqlite3_bind_null(handle(), index); }
  /// REQUIRES: the text lives until the statement is reset or bound again.
  void bind(int index, std::string_view value) {
    // A null pointer would bind NULL; an empty view may have one.
    sqlite3_bind_text(handle(), index, value.data() == nullptr ? "" : value.data(), static_cast<int>(value.size()),
                      SQLITE_STATIC);
  }
  void bind_blob(int index, std::string_view value) {
    sqlite3_bind_blob64(handle(), index, value.data() == nullptr ? "" : value.data(), value.size(), SQLITE_STATIC);
  }
  std::int64_t integer(int column) const { return sqlite3_column_int64(handle(), column); }
  double real(int column) const { return sqlite3_column_double(handle(), column); }
  /// Unknown where the column is NULL.
  OptionalNumber number(int column) const {
    sqlite3_value* const value = sqlite3_column_value(handle(), column);
    return sqlite3_value_type(value) == SQLITE_NULL ? OptionalNumber{} : OptionalNumber{sqlite3_value_double(value)};
  }
  bool is_null(int column) const { return sqlite3_column_type(handle(), column) == SQLITE_NULL; }
  /// Valid until the next step or reset.
  std::string_view text(int column) const {
    sqlite3_value* const value = sqlite3_column_value(handle(), column);
    const auto* data = sqlite3_value_text(value);
    if (data == nullptr) return {};
    return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_value_bytes(value))};
  }
  std::string_view blob(int column) const {
    const void* data = sqlite3_column_blob(handle(), column);
    if (data == nullptr) return {};
    return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(handle(), column))};
  }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// The single integer that a query gives; 0 when it gives no row.
std::int64_t query_integer(sqlite3* database, const std::string& sql, std::string_view attempt);
std::string query_text(sqlite3* database, const std::string& sql, std::string_view attempt);

/// Fills `bytes` from the database's file as it lies on the disk, with zeros where that is shorter; returns how many came from
/// it. Reads with SQLite's own descriptor, because closing any other one of the file would take away the locks that this
/// process holds on it: another process would believe the workspace closed, and delete the log under it.
std::size_t read_bytes(sqlite3* database, std::span<char> bytes, std::int64_t offset);

/// BEGIN IMMEDIATE … COMMIT; rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(sqlite3* database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();
  void roll_back();

 private:
  sqlite3* database_;
  bool open_ = true;
};

}  // namespace tradewind::storage
