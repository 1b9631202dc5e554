// The rows of a table as items with the references between them still in the words of the source.
#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import_columns.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/exchange/csv_reader.h"
#include "tradewind/exchange/import.h"

namespace tradewind::exchange {

/// Views point into the CsvTable.
struct SourceRecord {
  std::int64_t line = 0;
  Item item;  // the source's values; id set when it is identified
  std::string_view key;
  std::string_view issue_id;
  std::string_view parent;  // key, id or title
  std::string_view parent_key;
  std::string_view parent_title;
  std::string_view team;
  OptionalNumber effort;  // person-weeks
  int occurrence = 1;     // of this title among the rows without a key
  bool is_new = false;
};

/// "This row says that `record` is linked to `other`."
struct LinkStatement {
  std::uint32_t record = 0;
  std::uint32_t column = 0;
  std::string_view other;
};

struct SourceRecords {
  std::vector<SourceRecord> list;
  std::vector<LinkStatement> links;  // in the order of the records
  std::vector<Period> sprints;       // those whose dates are known, one per name, without ids
  std::deque<std::string> texts;     // what links refer to that is no cell of its own
};

/// Reads every row; rows that cannot be items and values that cannot be kept go to the report.
SourceRecords read_records(const CsvTable& table, const Columns& columns, char delimiter, const Portfolio& current,
                           ImportReport& report);

/// For reports: at most 200 bytes, cut between characters.
std::string shortened(std::string_view text);

}  // namespace tradewind::exchange
