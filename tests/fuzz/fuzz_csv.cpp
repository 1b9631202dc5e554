// Any bytes as a table: decoding, sniffing, reading and importing must neither crash nor lose count of the rows.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "tradewind/exchange/csv_reader.h"
#include "tradewind/exchange/import.h"

using namespace tradewind;
using namespace tradewind::exchange;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto decoded = decode_text(bytes);
  if (!is_valid_utf8(decoded.text)) std::abort();
  const CsvTable table(decoded.text, sniff_delimiter(decoded.text));
  for (std::size_t row = 0; row < table.row_count(); ++row)
    if (table.row(row).empty() || table.line(row) < 1) std::abort();
  read_date_text(bytes);

  ImportOptions options;
  options.format = ImportFormat::csv;
  options.date_order = DateOrder::dmy;
  const auto plan = plan_import(bytes, options, Portfolio{}, {});
  if (!plan) return plan.error().why.empty() ? std::abort(), 0 : 0;
  const auto& report = plan->report;
  if (report.rows != report.created + report.updated + report.unchanged + static_cast<std::int64_t>(report.skipped.size()))
    std::abort();
  return 0;
}
