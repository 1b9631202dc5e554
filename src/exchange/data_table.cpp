// Tables: sorting, and the text of a cell.
#include "tradewind/exchange/data_table.h"

#include "exchange/json_text.h"
#include "exchange/table_sort.h"

namespace tradewind::exchange {
namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (c == ';' || c == '=' || c == '\\') out += '\\';
    out += c;
  }
}

void begin_entry(std::string& out) {
  if (!out.empty()) out += "; ";
}

struct CellText {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(double value) const { return shortest_text(value); }
  std::string operator()(const std::string& value) const { return value; }
  std::string operator()(const std::vector<std::string>& values) const {
    std::string out;
    for (const std::string& value : values) {
      begin_entry(out);
      append_escaped(out, value);
    }
    return out;
  }
  std::string operator()(const std::vector<NamedNumber>& values) const {
    std::string out;
    for (const NamedNumber& value : values) {
      begin_entry(out);
      append_escaped(out, value.name);
      out += '=';
      if (value.value.has_value()) out += shortest_text(value.value.value());
    }
    return out;
  }
  std::string operator()(const std::vector<CustomField>& values) const {
    std::string out;
    for (const CustomField& value : values) {
      begin_entry(out);
      append_escaped(out, value.name);
      out += '=';
      append_escaped(out, value.value);
    }
    return out;
  }
};

}  // namespace

SortKey parse_sort_key(std::string_view text) {
  SortKey key;
  key.descending = !text.empty() && text.front() == '-';
  key.field = text.substr(key.descending ? 1 : 0);
  return key;
}

std::string cell_text(const Cell& cell) { return std::visit(CellText{}, cell); }

Result<std::vector<std::size_t>> sorted_order(const DataTable& table, const std::vector<SortKey>& keys) {
  std::vector<SortColumn> columns;
  for (const SortKey& key : keys) {
    std::size_t number = 0;
    while (number < table.columns.size() && table.columns[number].key != key.field) ++number;
    if (number == table.columns.size())
      return failure(ErrorCode::bad_input, "cannot sort by \"" + key.field + '"', "the table has no such column");
    columns.emplace_back(table.columns[number], key.descending,
                         [&table, number](std::size_t row) -> const Cell& { return table.rows[row][number]; });
  }
  return sorted_order(table.rows.size(), columns);
}

}  // namespace tradewind::exchange
