// Tables as CSV, Markdown and JSON.
#include <algorithm>

#include "exchange/json_text.h"
#include "tradewind/exchange/data_table.h"

namespace tradewind::exchange {
namespace {

bool starts_like_a_formula(std::string_view text) {
  const auto first = text.find_first_not_of('\'');
  return first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

void append_csv_cell(std::string& out, std::string_view text) {
  const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (!outer_space && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

/// Readers skip a blank line, so a record of one empty cell is written as "".
void append_csv_record(std::string& out, const std::vector<std::string>& cells) {
  if (cells.size() == 1 && cells.front().empty()) out += "\"\"";
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) out += ',';
    append_csv_cell(out, cells[at]);
  }
  out += "\r\n";
}

/// Text that a table line can hold.
std::string markdown_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    switch (text[at]) {
      case '|':
        out += "\\|";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '<':
        out += "&lt;";
        break;
      case '\r':
        if (at + 1 == text.size() || text[at + 1] != '\n') out += "<br>";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out += text[at];
    }
  }
  return out;
}

std::string_view rule_of(Alignment alignment) {
  switch (alignment) {
    case Alignment::right:
      return " ---: |";
    case Alignment::centre:
      return " :---: |";
    case Alignment::left:
      break;
  }
  return " --- |";
}

/// A list in Markdown reads as people write it; nobody parses it back.
std::string readable(const Cell& cell) {
  const auto* values = std::get_if<std::vector<std::string>>(&cell);
  if (values == nullptr) return cell_text(cell);
  std::string out;
  for (const std::string& value : *values) out += (out.empty() ? "" : ", ") + value;
  return out;
}

class JsonCell {
 public:
  explicit JsonCell(std::string& out) : out_(out) {}
  void operator()(std::monostate) const { out_ += "null"; }
  void operator()(bool value) const { out_ += value ? "true" : "false"; }
  void operator()(double value) const { append_json_number(out_, value); }
  void operator()(const std::string& value) const { append_json_string(out_, value); }
  void operator()(const std::vector<std::string>& values) const {
    out_ += '[';
    for (std::size_t at = 0; at < values.size(); ++at) {
      if (at > 0) out_ += ", ";
      append_json_string(out_, values[at]);
    }
    out_ += ']';
  }
  void operator()(const std::vector<NamedNumber>& values) const {
    out_ += '{';
    for (std::size_t at = 0; at < values.size(); ++at) {
      if (at > 0) out_ += ", ";
      append_name(values[at].name);
      if (values[at].value.has_value()) {
        append_json_number(out_, values[at].value.value());
      } else {
        out_ += "null";
      }
    }
    out_ += '}';
  }
  void operator()(const std::vector<CustomField>& values) const {
    out_ += '{';
    bool first = true;
    for (auto field = values.begin(); field != values.end(); ++field) {
      const auto same_name = [&](const CustomField& other) { return other.name == field->name; };
      if (std::any_of(values.begin(), field, same_name)) continue;  // written with the first of that name
      if (!first) out_ += ", ";
      first = false;
      append_name(field->name);
      std::vector<std::string> texts;
      for (auto other = field; other != values.end(); ++other)
        if (same_name(*other)) texts.push_back(other->value);
      if (texts.size() == 1) {
        append_json_string(out_, texts.front());
      } else {
        (*this)(texts);
      }
    }
    out_ += '}';
  }

 private:
  void append_name(std::string_view name) const {
    append_json_string(out_, name);
    out_ += ": ";
  }
  std::string& out_;
};

}  // namespace

std::string guarded(std::string_view text) { return (starts_like_a_formula(text) ? "'" : "") + std::string(text); }

std::string unguarded(std::string_view text) {
  const bool has_guard = !text.empty() && text.front() == '\'' && starts_like_a_formula(text);
  return std::string(has_guard ? text.substr(1) : text);
}

std::string to_csv(const DataTable& table, const CsvOptions& options) {
  std::string out = options.byte_order_mark ? "\xef\xbb\xbf" : "";
  std::vector<std::string> cells;
  for (const Column& column : table.columns) cells.push_back(options.titles ? column.title : column.key);
  append_csv_record(out, cells);
  for (const auto& row : table.rows) {
    cells.clear();
    for (const Cell& cell : row) {
      const bool guard = options.guard_formulas && !std::holds_alternative<double>(cell);
      cells.push_back(guard ? guarded(cell_text(cell)) : cell_text(cell));
    }
    append_csv_record(out, cells);
  }
  return out;
}

std::string to_markdown(const DataTable& table) {
  std::string out = "|";
  for (const Column& column : table.columns) out += ' ' + markdown_text(column.title) + " |";
  out += "\n|";
  for (const Column& column : table.columns) out += rule_of(column.alignment);
  out += '\n';
  for (const auto& row : table.rows) {
    out += '|';
    for (const Cell& cell : row) out += ' ' + markdown_text(readable(cell)) + " |";
    out += '\n';
  }
  return out;
}

std::string to_json(const DataTable& table) {
  std::string out = "[";
  for (std::size_t at = 0; at < table.rows.size(); ++at) {
    out += at > 0 ? ",\n{" : "\n{";
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      if (column > 0) out += ", ";
      append_json_string(out, table.columns[column].key);
      out += ": ";
      std::visit(JsonCell{out}, table.rows[at][column]);
    }
    out += '}';
  }
  out += table.rows.empty() ? "]\n" : "\n]\n";
  return out;
}

}  // namespace tradewind::exchange
