#include "cli/output.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/log.h"
#include "cli/verb.h"
#include "tradewind/workbench/record_table.h"

namespace tradewind::cli {
namespace {

using Json = nlohmann::ordered_json;
using workbench::Record;
using workbench::Value;

constexpr std::size_t widest_cell = 60;

Json to_json(const Value& value);

Json to_json(const Record& record) {
  Json object = Json::object();
  for (const workbench::Member& member : record) object[member.name] = to_json(member.value);
  return object;
}

Json to_json(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth;
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return *whole;
  if (const auto* number = std::get_if<double>(&value.data)) return *number;
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* record = std::get_if<Record>(&value.data)) return to_json(*record);
  if (const auto* list = std::get_if<std::vector<Value>>(&value.data)) {
    Json array = Json::array();
    for (const Value& entry : *list) array.push_back(to_json(entry));
    return array;
  }
  return nullptr;
}

bool is_number(const Value& value) {
  return std::holds_alternative<std::int64_t>(value.data) || std::holds_alternative<double>(value.data);
}

/// On one line: line breaks and tabs inside a cell would break the columns.
std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

/// As people read it: two decimals, and of what is less than 1 three digits. JSON and CSV have all of them.
double readable(double number) {
  const double digits = std::abs(number) >= 1 || number == 0 ? 2 : 2 - std::floor(std::log10(std::abs(number)));
  const double unit = std::pow(10, digits);
  return std::isfinite(number * unit) ? std::round(number * unit) / unit : number;
}

std::string cell_text(const Value* value) {
  if (value == nullptr) return {};
  if (const auto* number = std::get_if<double>(&value->data)) return workbench::to_line(Value{readable(*number)});
  return one_line(workbench::to_line(*value));
}

std::string sentence(std::string text, bool capital) {
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
  if (capital && !text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

std::string message_of(const Error& error) {
  std::string message = "tradewind-cli: " + sentence(error.what, false) + ": " + sentence(error.why, false) + ".";
  if (!error.what_to_do.empty()) message += " " + sentence(error.what_to_do, true) + ".";
  return message + "\n";
}

bool is_list_of_records(const Value& value) {
  const auto* list = std::get_if<std::vector<Value>>(&value.data);
  return list != nullptr && !list->empty() && std::holds_alternative<Record>(list->front().data);
}

}  // namespace

int report(const Error& error) {
  std::cerr << message_of(error);
  log_failure(error.code);
  return refused;
}

void report_warning(const Error& warning) { std::cerr << message_of(warning); }

void print(std::string_view line) { std::cout << line << "\n"; }

void print_json(const Value& value) { std::cout << to_json(value).dump(2, ' ', false, Json::error_handler_t::replace) << "\n"; }

void print_table(const std::vector<Record>& rows, const std::vector<std::string>& columns) {
  if (rows.empty()) {
    print("none");
    return;
  }
  std::vector<std::size_t> widths;
  for (const std::string& column : columns) {
    std::size_t width = display_width(column);
    // Nothing stands behind the last column that a long text would push away.
    const std::size_t widest = &column == &columns.back() ? std::string::npos : widest_cell;
    for (const Record& row : rows) width = std::max(width, std::min(widest, display_width(cell_text(find(row, column)))));
    widths.push_back(width);
  }
  const auto print_line = [&](const auto& cell) {
    std::string line;
    for (std::size_t at = 0; at < columns.size(); ++at) {
      const auto [text, right] = cell(at);
      const std::string gap(widths[at] - std::min(widths[at], display_width(text)), ' ');
      if (at > 0) line += "  ";
      line += right ? gap + text : text + gap;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    print(line);
  };
  const auto is_number_column = [&](std::size_t at) {
    return std::any_of(rows.begin(), rows.end(), [&](const Record& row) {
      const Value* value = find(row, columns[at]);
      return value != nullptr && is_number(*value);
    });
  };
  print_line([&](std::size_t at) { return std::pair{columns[at], is_number_column(at)}; });
  for (const Record& row : rows)
    print_line([&](std::size_t at) {
      const Value* value = find(row, columns[at]);
      return std::pair{shortened(cell_text(value), widths[at]), value != nullptr && is_number(*value)};
    });
}

void print_record(const Record& record, std::size_t indent) {
  std::size_t width = 0;
  for (const workbench::Member& member : record) width = std::max(width, display_width(member.name));
  const std::string margin(indent, ' ');
  for (const workbench::Member& member : record) {
    if (is_list_of_records(member.value)) {
      print(margin + member.name);
      for (const Value& entry : std::get<std::vector<Value>>(member.value.data)) {
        print_record(std::get<Record>(entry.data), indent + 2);
        print("");
      }
      continue;
    }
    const std::string text = workbench::to_line(member.value);
    if (text.empty()) continue;  // unknown
    print(margin + member.name + std::string(width - display_width(member.name) + 2, ' ') + text);
  }
}

void print_csv(const std::vector<Record>& rows, const std::vector<std::string>& columns) {
  std::cout << exchange::to_csv(workbench::table_of(rows, columns));
}

}  // namespace tradewind::cli
