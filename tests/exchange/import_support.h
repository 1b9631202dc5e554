// Importing texts and files into a portfolio, as the workbench does it.
#pragma once
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "support/catch.h"
#include "tradewind/exchange/import.h"

namespace tradewind::exchange::testing {

struct World {
  Portfolio portfolio;
  std::vector<ImportRecord> records;

  template <class Entity>
  void write(const RowChanges<Entity>& changes) {
    for (const auto id : changes.erase) portfolio.erase(id);
    for (const auto& row : changes.insert) portfolio.insert(row);
    for (const auto& row : changes.update) portfolio.update(row);
  }
  /// Imports and applies; the report is that of a plan that must exist.
  ImportReport import(const std::string& bytes, const ImportOptions& options = {}) {
    const auto plan = plan_import(bytes, options, portfolio, records);
    INFO((plan ? std::string{} : plan.error().what + ": " + plan.error().why));
    REQUIRE(plan.has_value());
    const auto& report = plan->report;
    CHECK(report.rows == report.created + report.updated + report.unchanged + static_cast<std::int64_t>(report.skipped.size()));
    write(plan->teams);
    write(plan->periods);
    for (const auto id : plan->dependencies.erase) portfolio.erase(id);
    write(plan->items);
    write(plan->estimates);
    for (const auto& row : plan->dependencies.insert) portfolio.insert(row);
    write(plan->placements);
    for (const auto& row : plan->records.insert) records.push_back(row);
    for (const auto& row : plan->records.update)
      for (auto& record : records)
        if (record.id == row.id) record = row;
    return report;
  }
  const Item& item(const std::string& key) const {
    for (const Item& row : portfolio.all<Item>())
      if (row.external_key == key || row.title == key) return row;
    FAIL("no item " << key);
    throw 0;
  }
  template <class Change>
  void edit(const std::string& key, Change&& change) {
    Item changed = item(key);
    change(changed);
    portfolio.update(changed);
  }
  bool depends(const std::string& predecessor, const std::string& successor) const {
    for (const Dependency& row : portfolio.all<Dependency>())
      if (row.predecessor == item(predecessor).id && row.successor == item(successor).id) return true;
    return false;
  }
  OptionalNumber effort(const std::string& key) const { return portfolio.likely_effort(item(key).id); }
};

inline std::vector<std::string> custom(const Item& item, const std::string& name) {
  std::vector<std::string> values;
  for (const auto& field : item.custom)
    if (field.name == name) values.push_back(field.value);
  return values;
}

inline std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}
inline std::string own_data(const std::string& name) { return file_text(std::string(TRADEWIND_TEST_DATA) + "/" + name); }
/// Empty where the shared exports are not there.
inline std::string shared_export(const std::string& name) {
  return file_text(std::string(TRADEWIND_SHARED_DATA) + "/exports/" + name);
}

inline std::string with_crlf(const std::string& text) {
  std::string changed;
  for (const char c : text) {
    if (c == '\n') changed += '\r';
    changed += c;
  }
  return changed;
}
inline std::string with_mark(const std::string& text) { return text.starts_with("\xEF\xBB\xBF") ? text : "\xEF\xBB\xBF" + text; }

/// Everything an import made, without ids.
inline std::vector<std::string> contents(const World& world) {
  std::vector<std::string> lines;
  for (const ImportRecord& record : world.records) lines.push_back(record.snapshot);
  for (const Item* item : world.portfolio.items_by_rank()) {
    const Item* parent = world.portfolio.find(item->parent);
    std::string line =
        item->external_key + "|" + item->title + "|" + item->description + "|" + item->rank + "|" + (parent ? parent->title : "");
    for (const auto& field : item->custom) line += "|" + field.name + "=" + field.value;
    lines.push_back(line);
  }
  lines.push_back(std::to_string(world.portfolio.all<Dependency>().size()));
  return lines;
}

}  // namespace tradewind::exchange::testing
