// A table of values, free of where it came from and of where it goes: the command line's lists, CSV, Markdown and JSON.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/domain/item.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind::exchange {

struct NamedNumber {
  std::string name;
  OptionalNumber value;
  friend bool operator==(const NamedNumber&, const NamedNumber&) = default;
};

/// monostate: unknown. Dates are text in ISO 8601.
using Cell = std::variant<std::monostate, bool, double, std::string, std::vector<std::string>, std::vector<NamedNumber>,
                          std::vector<CustomField>>;

enum class ColumnKind : unsigned char { text, number, boolean, date, list, named_numbers, named_texts };
enum class Alignment : unsigned char { left, right, centre };
/// How the text of a column is compared: ignoring case; ignoring case with runs of digits as numbers (TW-2 before
/// TW-10); byte by byte.
enum class TextOrder : unsigned char { folded, natural, bytes };

struct Column {
  std::string key;    // "external_key": what scripts and filters say
  std::string title;  // "External key": what people see
  ColumnKind kind = ColumnKind::text;
  Alignment alignment = Alignment::left;
  TextOrder order = TextOrder::folded;
};

struct DataTable {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // each as long as `columns`
};

struct SortKey {
  std::string field;  // a column's key
  bool descending = false;
};
/// "effort" or "-effort".
SortKey parse_sort_key(std::string_view text);

/// The order in which to show the rows: the first key decides, the next ones where it does not, the present order where none
/// does. Unknown and empty come last in both directions; lists compare as their text. bad_input for an unknown field.
Result<std::vector<std::size_t>> sorted_order(const DataTable& table, const std::vector<SortKey>& keys);

/// The cell in one line of text: "8", "2.5", "true", "alpha; beta", "Platform=5; Mobile=3"; unknown is "". In lists a
/// backslash stands before each ; = and \ that belongs to a value.
std::string cell_text(const Cell& cell);

struct CsvOptions {
  bool titles = false;  // titles instead of keys in the first line
  /// Text that a spreadsheet would run as a formula (first character = + - @, tab or carriage return, after any number of
  /// apostrophes) gets an apostrophe in front. unguarded() takes exactly that away, so nothing is lost. Numbers are not
  /// text: -5 stays -5.
  bool guard_formulas = true;
  bool byte_order_mark = false;  // Excel on Windows reads UTF-8 only with one
};
/// RFC 4180: CRLF after each record; cells with a comma, a quote, a line break or outer spaces are quoted.
std::string to_csv(const DataTable& table, const CsvOptions& options = {});
std::string guarded(std::string_view text);
std::string unguarded(std::string_view text);

/// A GitHub-flavoured table with titles. | and \ are escaped, < is &lt;, a line break is <br>; other Markdown in the values
/// stays in force.
std::string to_markdown(const DataTable& table);

/// An array of objects, one a line. Unknown is null, a list an array, named numbers an object; named texts are an object
/// whose members are texts, or arrays of texts where a name occurs more than once.
std::string to_json(const DataTable& table);

}  // namespace tradewind::exchange
