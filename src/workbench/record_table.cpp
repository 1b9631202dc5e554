#include "tradewind/workbench/record_table.h"

#include <algorithm>

namespace tradewind::workbench {
namespace {

using exchange::Cell;
using exchange::ColumnKind;

bool is_number(const Value& value) {
  return std::holds_alternative<double>(value.data) || std::holds_alternative<std::int64_t>(value.data);
}

double number_in(const Value& value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*whole);
  return std::get<double>(value.data);
}

Cell cell_of(const Record& record) {
  const bool numbers = !record.empty() && std::all_of(record.begin(), record.end(), [](const Member& member) {
    return member.value.unknown() || is_number(member.value);
  });
  if (numbers) {
    std::vector<exchange::NamedNumber> cells;
    for (const Member& member : record)
      cells.push_back({member.name, is_number(member.value) ? OptionalNumber{number_in(member.value)} : OptionalNumber{}});
    return cells;
  }
  std::vector<CustomField> cells;
  for (const Member& member : record) {
    // A name with several values stands once for each.
    if (const auto* list = std::get_if<std::vector<Value>>(&member.value.data))
      for (const Value& one : *list) cells.push_back({member.name, to_line(one)});
    else
      cells.push_back({member.name, to_line(member.value)});
  }
  return cells;
}

Cell cell_of(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth;
  if (is_number(value)) return number_in(value);
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* record = std::get_if<Record>(&value.data)) return cell_of(*record);
  if (const auto* list = std::get_if<std::vector<Value>>(&value.data)) {
    std::vector<std::string> texts;
    for (const Value& one : *list) texts.push_back(to_line(one));
    return texts;
  }
  return std::monostate{};
}

ColumnKind kind_of(const Cell& cell) {
  if (std::holds_alternative<bool>(cell)) return ColumnKind::boolean;
  if (std::holds_alternative<double>(cell)) return ColumnKind::number;
  if (std::holds_alternative<std::vector<std::string>>(cell)) return ColumnKind::list;
  if (std::holds_alternative<std::vector<exchange::NamedNumber>>(cell)) return ColumnKind::named_numbers;
  if (std::holds_alternative<std::vector<CustomField>>(cell)) return ColumnKind::named_texts;
  return ColumnKind::text;
}

/// "external_key" → "External key".
std::string title_of(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

}  // namespace

Value field_of(const Record& record, std::string_view name) {
  if (const Value* value = find(record, name)) return *value;
  if (const auto dot = name.find('.'); dot != std::string_view::npos)
    if (const Value* outer = find(record, name.substr(0, dot)))
      if (const auto* inner = std::get_if<Record>(&outer->data))
        if (const Value* value = find(*inner, name.substr(dot + 1))) return *value;
  return {};
}

exchange::DataTable table_of(const std::vector<Record>& records, const std::vector<std::string>& columns) {
  exchange::DataTable table;
  for (const Record& record : records) {
    std::vector<Cell> row;
    for (const std::string& name : columns) row.push_back(cell_of(field_of(record, name)));
    table.rows.push_back(std::move(row));
  }
  for (std::size_t at = 0; at < columns.size(); ++at) {
    exchange::Column column;
    column.key = columns[at];
    column.title = title_of(columns[at]);
    // Keys hold numbers that people read as numbers; ranks compare byte by byte.
    column.order = columns[at] == "rank" ? exchange::TextOrder::bytes : exchange::TextOrder::natural;
    for (const auto& row : table.rows)
      if (!std::holds_alternative<std::monostate>(row[at])) {
        column.kind = kind_of(row[at]);
        break;
      }
    if (column.kind == ColumnKind::number) column.alignment = exchange::Alignment::right;
    table.columns.push_back(std::move(column));
  }
  return table;
}

}  // namespace tradewind::workbench
