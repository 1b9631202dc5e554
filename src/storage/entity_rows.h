// Rows of one entity in the file: SQL built once from Entity::fields, statements prepared once.
#pragma once
#include <string>

#include "storage/column_codec.h"
#include "storage/sqlite.h"

namespace tradewind::storage {

template <class Entity>
class EntityRows {
 public:
  explicit EntityRows(sqlite3* database) : database_(database) {}

  void insert(const Entity& row) {
    if (!insert_) insert_ = Statement(database_, insert_sql());
    write(insert_, row);
  }
  void update(const Entity& row) {
    if (!update_) update_ = Statement(database_, update_sql());
    write(update_, row);
  }
  void erase(Id<Entity> id) {
    if (!erase_) erase_ = Statement(database_, "DELETE FROM " + std::string(Entity::table) + " WHERE id=?1");
    erase_.bind(1, id.value);
    erase_.run("erase a row");
  }
  std::optional<Entity> load(Id<Entity> id) {
    if (!load_) load_ = Statement(database_, select_sql() + " WHERE id=?1");
    load_.bind(1, id.value);
    std::optional<Entity> row;
    if (load_.step("read a row")) read(load_, row.emplace());
    load_.reset();
    return row;
  }
  /// Calls visit(Entity&&) for every row of the query, a full SELECT by default.
  template <class Visitor>
  void for_each(Visitor&& visit, const std::string& clause = {}) {
    Statement statement(database_, select_sql() + clause);
    while (statement.step("read rows")) {
      Entity row;
      read(statement, row);
      visit(std::move(row));
    }
  }
  std::vector<Entity> all() {
    std::vector<Entity> rows;
    rows.reserve(
        static_cast<std::size_t>(query_integer(database_, "SELECT count(*) FROM " + std::string(Entity::table), "count rows")));
    Statement statement(database_, select_sql());
    while (statement.step("read rows")) read(statement, rows.emplace_back());
    return rows;
  }

 private:
  static std::string column_list() {
    std::string list = "id";
    Entity prototype;
    Entity::fields(prototype, [&](const char* name, auto&) { (list += ",") += name; });
    return list;
  }
  static std::string select_sql() { return "SELECT " + column_list() + " FROM " + std::string(Entity::table); }
  static std::string insert_sql() {
    std::string values = "?1";
    int index = 1;
    Entity prototype;
    Entity::fields(prototype, [&](const char*, auto&) { (values += ",?") += std::to_string(++index); });
    return "INSERT INTO " + std::string(Entity::table) + "(" + column_list() + ") VALUES(" + values + ")";
  }
  static std::string update_sql() {
    std::string assignments;
    int index = 1;
    Entity prototype;
    Entity::fields(prototype, [&](const char* name, auto&) {
      if (!assignments.empty()) assignments += ",";
      ((assignments += name) += "=?") += std::to_string(++index);
    });
    return "UPDATE " + std::string(Entity::table) + " SET " + assignments + " WHERE id=?1";
  }

  void write(Statement& statement, const Entity& row) {
    buffer_.clear();
    buffer_.reserve(16);  // views into its strings are bound; no entity has more encoded fields
    statement.bind(1, row.id.value);
    int index = 1;
    Entity::fields(row, [&](const char*, const auto& value) { bind_field(statement, ++index, value, buffer_); });
    statement.run("write a row");
  }
  static void read(const Statement& statement, Entity& row) {
    row.id.value = statement.integer(0);
    int column = 0;
    Entity::fields(row, [&](const char*, auto& value) { read_field(statement, ++column, value); });
  }

  sqlite3* database_;
  BindBuffer buffer_;
  Statement insert_;
  Statement update_;
  Statement erase_;
  Statement load_;
};

}  // namespace tradewind::storage
