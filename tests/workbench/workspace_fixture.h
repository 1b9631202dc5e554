// A workspace file in a folder of its own that goes when the test ends.
#pragma once
#include <filesystem>
#include <string>

#include "support/catch.h"
#include "tradewind/domain/id.h"
#include "tradewind/workbench/create_workspace.h"
#include "tradewind/workbench/edit_rows.h"
#include "tradewind/workbench/list_rows.h"

namespace tradewind::workbench {

class TemporaryFolder {
 public:
  TemporaryFolder() : path_(std::filesystem::temp_directory_path() / ("tradewind-" + std::to_string(next_id_value()))) {
    std::filesystem::create_directories(path_);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline constexpr Date test_day = make_date(2027, 1, 18);

inline storage::Workspace new_workspace(const TemporaryFolder& folder, Template from = Template::quarterly) {
  CreateOptions options;
  options.from = from;
  options.today = test_day;
  auto workspace = create_workspace(folder / "test.tradewind", options);
  if (!workspace) FAIL(workspace.error().what << ": " << workspace.error().why);
  return std::move(*workspace);
}

/// Assignments from texts that are known to be well formed.
inline std::vector<Assignment> assignments(const std::vector<std::string>& texts) {
  auto parsed = parse_assignments(texts);
  if (!parsed) FAIL(parsed.error().what);
  return *parsed;
}

/// Adds a row and returns its record.
inline Record added(storage::Workspace& workspace, std::string_view noun, const std::vector<std::string>& texts) {
  const auto touched = add_row(workspace, noun, assignments(texts));
  if (!touched) FAIL(touched.error().what << ": " << touched.error().why);
  return touched->rows.front();
}

inline std::string text_in(const Record& record, std::string_view field) {
  const Value* value = find(record, field);
  if (value == nullptr) FAIL("no field " << field);
  return to_line(*value);
}

inline Record listed(const storage::Workspace& workspace, std::string_view noun, const std::string& key) {
  const auto rows = list_rows(workspace.portfolio(), noun, {});
  if (!rows) FAIL(rows.error().what);
  for (const Record& row : *rows)
    for (const std::string_view name : {"key", "name"})
      if (const Value* value = find(row, name); value != nullptr && to_line(*value) == key) return row;
  FAIL("no row " << key);
  return {};
}

}  // namespace tradewind::workbench
