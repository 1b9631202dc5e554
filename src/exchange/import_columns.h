// The columns of one file: which field each goes to and how its values are to be read.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/header_words.h"
#include "tradewind/domain/error.h"
#include "tradewind/exchange/csv_reader.h"
#include "tradewind/exchange/import.h"

namespace tradewind::exchange {

struct SourceColumn {
  std::string header;
  Field field = Field::custom;
  std::string custom_name;  // where a value is kept that the field cannot hold
  std::string link_type;
  bool inward = false;
  bool is_mapped = false;  // by a person, not by its header
  LinkOrder order = LinkOrder::none;
  std::optional<DateOrder> date_order;
  bool values_are_percent = false;  // confidence without a percent sign, as 80
  bool is_unknown_scale = false;    // confidence as 1–5 or 1–10, nobody says which
};

struct Columns {
  std::vector<SourceColumn> list;
  ImportFormat format = ImportFormat::csv;
  std::string source;
  std::vector<std::string> warnings;

  bool is_jira() const { return format == ImportFormat::jira_csv; }
  bool has(Field field) const;
};

/// From the headers and the person's mapping.
Result<Columns> resolve_columns(std::span<const std::string_view> headers, char delimiter, const ImportOptions& options);

/// From the values: the order of day and month of every date column, the scale of confidence.
Result<void> learn_from_values(Columns& columns, const CsvTable& table, const ImportOptions& options);

}  // namespace tradewind::exchange
