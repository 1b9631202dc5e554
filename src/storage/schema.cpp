#include "storage/schema.h"

#include <map>

#include "storage/schema_versions.h"

namespace tradewind::storage {
namespace {

struct SchemaObject {
  std::string type;
  std::string sql;
};

std::map<std::string, SchemaObject> objects_of(sqlite3* database) {
  std::map<std::string, SchemaObject> objects;
  Statement statement(database, "SELECT name, type, coalesce(sql, '') FROM sqlite_schema");
  while (statement.step("read the schema"))
    objects[std::string(statement.text(0))] = {std::string(statement.text(1)), std::string(statement.text(2))};
  return objects;
}

/// The tables that SQLite's own ANALYZE and the indices of primary keys make.
bool made_by_sqlite(const std::string& name) {
  return name.rfind("sqlite_stat", 0) == 0 || name.rfind("sqlite_autoindex", 0) == 0;
}

}  // namespace

const std::vector<Migration>& migrations() {
  static const std::vector<Migration> all{{1, schema_version_1}, {2, schema_version_2}};
  return all;
}

void migrate(sqlite3* database, int from, const std::vector<Migration>& all) {
  for (const Migration& migration : all) {
    if (migration.version <= from) continue;
    Transaction transaction(database);
    execute(database, std::string(migration.sql), "bring the file to a newer version");
    execute(database, "PRAGMA application_id=" + std::to_string(application_id), "mark the file");
    execute(database, "PRAGMA user_version=" + std::to_string(migration.version), "mark the file");
    transaction.commit();
  }
}

std::vector<std::string> foreign_objects(sqlite3* database, int version, const std::vector<Migration>& all) {
  sqlite3* memory = nullptr;
  check(nullptr, sqlite3_open(":memory:", &memory), "compare the schema");
  const DatabaseHandle reference(memory);
  for (const Migration& migration : all)
    if (migration.version <= version) execute(memory, std::string(migration.sql), "compare the schema");
  const auto expected = objects_of(memory);
  const auto found = objects_of(database);
  std::vector<std::string> foreign;
  for (const auto& [name, object] : found) {
    if (made_by_sqlite(name)) continue;
    const auto known = expected.find(name);
    if (known == expected.end())
      foreign.push_back("it holds a " + object.type + " named \"" + name + "\" that Tradewind does not make");
    else if (known->second.type != object.type || known->second.sql != object.sql)
      foreign.push_back("its " + object.type + " \"" + name + "\" is not as Tradewind makes it");
  }
  for (const auto& [name, object] : expected)
    if (found.count(name) == 0 && !made_by_sqlite(name)) foreign.push_back("its " + object.type + " \"" + name + "\" is missing");
  return foreign;
}

}  // namespace tradewind::storage
