// Importing an export of a tracker or a spreadsheet: bytes -> a plan of rows to write and a report of everything that was
// understood, kept aside, or could not be kept. Nothing is written here; the workbench applies the plan in one edit:
//
//     const auto head = inspect_import(bytes, options);                       // which format, which source
//     const auto earlier = workspace.import_records(head->source);
//     const auto plan = plan_import(bytes, options, workspace.portfolio(), earlier);
//
// A second import of the same source follows the three-way rule against the values of the last import: changed only
// there comes in, changed only here stays, changed on both sides stays and is reported as a conflict.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/exchange/date_text.h"
#include "tradewind/exchange/mapping.h"
#include "tradewind/exchange/text_encoding.h"

namespace tradewind {

namespace exchange {
enum class ImportFormat : unsigned char { automatic, jira_csv, csv, tsv };
}
template <>
struct EnumNames<exchange::ImportFormat> {
  static constexpr std::array values{
      std::pair{exchange::ImportFormat::automatic, "auto"}, std::pair{exchange::ImportFormat::jira_csv, "jira-csv"},
      std::pair{exchange::ImportFormat::csv, "csv"}, std::pair{exchange::ImportFormat::tsv, "tsv"}};
};

namespace exchange {

struct ImportOptions {
  ImportFormat format = ImportFormat::automatic;
  ColumnMapping mapping;                // wins over what the headers say
  std::optional<DateOrder> date_order;  // wins over what the values prove
  /// The identity of the source ("jira", "csv:backlog"); external_key is unique within it. Empty: derived from the format
  /// and `file_name`, so that a later export of the same thing is recognised.
  std::string source;
  std::string file_name;  // "backlog_2026-03-18.csv"; only its name counts, never its folder
};

/// The head of a file: enough to choose a mapping and to fetch the earlier records. Reads the first lines only.
struct ImportInspection {
  ImportFormat format = ImportFormat::csv;
  std::string source;
  TextEncoding encoding = TextEncoding::utf8;
  char delimiter = ',';
  std::vector<std::string> columns;  // headers by position, repeated ones repeated
  std::vector<std::string> fields;   // the field each column goes to; "" = kept as a custom field
};
Result<ImportInspection> inspect_import(std::string_view bytes, const ImportOptions& options);

struct ImportReport {
  struct Skipped {
    std::int64_t row = 0;  // line of the file on which the row begins, from 1
    std::string why;
  };
  struct Loss {
    std::int64_t row = 0;
    std::string column;
    std::string value;  // shortened when it is very long
    std::string why;
  };
  struct Conflict {
    std::string key;    // external key, else title
    std::string field;  // as in Item::fields; "effort", "depends_on", "placement", "custom: NAME"
    std::string ours;   // stays
    std::string theirs;
  };
  ImportFormat format = ImportFormat::csv;
  std::string source;
  std::int64_t rows = 0;  // always created + updated + unchanged + skipped.size()
  std::int64_t created = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::vector<Skipped> skipped;
  std::int64_t links_made = 0;      // dependencies that are new in the workspace
  std::int64_t links_dangling = 0;  // distinct links of any type whose other end is neither in the file nor in the workspace
  std::vector<std::string> unmapped_columns;  // kept as custom fields
  std::vector<Loss> losses;
  std::vector<Conflict> conflicts;
  std::vector<std::string> warnings;
};

template <class Entity>
struct RowChanges {
  std::vector<Entity> insert;  // ids are made
  std::vector<Entity> update;  // whole rows
  std::vector<Id<Entity>> erase;
  bool empty() const { return insert.empty() && update.empty() && erase.empty(); }
};

/// Write the members in this order (erase the dependencies before anything is inserted).
struct ImportPlan {
  ImportReport report;
  RowChanges<Team> teams;
  RowChanges<Period> periods;
  RowChanges<Item> items;  // parents before children; `key` is empty (the workspace numbers new items), `rank` is set
  RowChanges<Estimate> estimates;
  RowChanges<Dependency> dependencies;
  RowChanges<Placement> placements;
  RowChanges<ImportRecord> records;
  bool changes_nothing() const {
    return teams.empty() && periods.empty() && items.empty() && estimates.empty() && dependencies.empty() && placements.empty() &&
           records.empty();
  }
};

/// `earlier`: the import records of the same source. Fails (bad_input) when the bytes hold no table, a mapping names a
/// column or field that does not exist, or the order of day and month cannot be told (--date-order says it).
Result<ImportPlan> plan_import(std::string_view bytes, const ImportOptions& options, const Portfolio& current,
                               const std::vector<ImportRecord>& earlier);

}  // namespace exchange
}  // namespace tradewind
