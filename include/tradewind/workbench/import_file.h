// Importing an export file into a workspace as one undoable edit "Import <file name>".
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "tradewind/exchange/import.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::workbench {

struct ImportFileOptions {
  /// "auto" (by content), "jira-csv", "csv", "tsv", or "json" for a workspace's own JSON.
  std::string format = "auto";
  exchange::ColumnMapping mapping;
  /// A profile's JSON file, or the name of a profile kept in the workspace; `mapping` wins over it.
  std::string profile;
  std::optional<exchange::DateOrder> date_order;
  /// Which source the rows belong to; empty = from the format and the file's name.
  std::string source;
  /// Report what would happen and change nothing.
  bool dry_run = false;
  /// Asked between the steps and every few rows that are written; false gives up. Then nothing is written, and the error's
  /// code is `cancelled`. Once the last row is written it is not asked any more.
  std::function<bool()> go_on;
};

struct ImportOutcome {
  std::string format;  // what the file was taken for
  exchange::ImportReport report;
  storage::Receipt receipt;  // seq 0 on a dry run and when nothing changed
};

/// Texts that ImportFileOptions::format takes.
std::vector<std::string> import_formats();

/// A workspace's own JSON brings in every entity: rows are recognised by id, then teams, periods, classes, policies and
/// roadmaps by name; its settings are taken over only while the workspace has no items. The report counts items.
Result<ImportOutcome> import_file(storage::Workspace& workspace, const std::filesystem::path& path,
                                  const ImportFileOptions& options);

}  // namespace tradewind::workbench
