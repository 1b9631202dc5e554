// Delimited text -> rows of cells, by position: headers repeat, so nothing here is a map of names. Quoting as in RFC 4180
// and as spreadsheets bend it: line ends inside quoted cells, doubled quotes, stray quotes kept as they are.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace tradewind::exchange {

class CsvTable {
 public:
  /// `text` is UTF-8 with LF line ends (see decode_text). Blank lines are not rows.
  CsvTable(std::string_view text, char delimiter);

  std::size_t row_count() const { return rows_.size(); }
  /// Views into the table; valid while it lives, also after it is moved.
  std::span<const std::string_view> row(std::size_t index) const {
    return {cells_.data() + rows_[index].first_cell, rows_[index].cell_count};
  }
  /// The line of the file (from 1) on which the row begins.
  std::int64_t line(std::size_t index) const { return rows_[index].line; }
  /// The line of the row whose quoted cell never ends; 0 when every quote is closed.
  std::int64_t unclosed_quote_line() const { return unclosed_quote_line_; }

 private:
  struct Row {
    std::size_t first_cell = 0;
    std::size_t cell_count = 0;
    std::int64_t line = 0;
  };
  struct Reading;
  std::unique_ptr<char[]> characters_;
  std::vector<std::string_view> cells_;
  std::vector<Row> rows_;
  std::int64_t unclosed_quote_line_ = 0;
};

/// The one of , ; tab | that parts the first lines most evenly (quoted cells left aside); ',' when none does.
char sniff_delimiter(std::string_view text);

}  // namespace tradewind::exchange
