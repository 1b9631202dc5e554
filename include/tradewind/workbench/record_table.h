// Records as a table of exchange's: for sorting, CSV and Markdown.
#pragma once
#include <string>
#include <vector>

#include "tradewind/exchange/data_table.h"
#include "tradewind/workbench/record.h"

namespace tradewind::workbench {

/// "custom.Squad" looks into the record "custom"; unknown where there is nothing.
Value field_of(const Record& record, std::string_view name);

/// One column per name; its kind is that of the first cell that is known.
exchange::DataTable table_of(const std::vector<Record>& records, const std::vector<std::string>& columns);

}  // namespace tradewind::workbench
