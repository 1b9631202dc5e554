// Wraps libcsv, which nothing else sees. The text goes in line by line, so that each row knows the line it begins on.
#include "tradewind/exchange/csv_reader.h"

#include <csv.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>

namespace tradewind::exchange {

struct CsvTable::Reading {
  CsvTable* table;
  char* next_character;
  std::size_t first_cell = 0;
  bool row_open = false;
  std::int64_t row_line = 0;

  static void on_cell(void* cell, std::size_t size, void* data) {
    auto& self = *static_cast<Reading*>(data);
    if (size > 0) std::memcpy(self.next_character, cell, size);
    self.table->cells_.emplace_back(self.next_character, size);
    self.next_character += size;
    self.row_open = true;
  }
  static void on_row(int, void* data) {
    auto& self = *static_cast<Reading*>(data);
    const auto count = self.table->cells_.size() - self.first_cell;
    if (count > 0) self.table->rows_.push_back({self.first_cell, count, self.row_line});
    self.first_cell = self.table->cells_.size();
    self.row_open = false;
    self.row_line = 0;
  }
};

CsvTable::CsvTable(std::string_view text, char delimiter) : characters_(new char[text.size() + 1]) {
  csv_parser parser;
  if (csv_init(&parser, 0) != 0) throw std::bad_alloc();
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  csv_set_blk_size(&parser, 4096);
  Reading reading{this, characters_.get()};

  const char* at = text.data();
  const char* const end = at + text.size();
  std::int64_t line = 0;
  while (at < end) {
    ++line;
    const auto* feed = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
    const char* const next = feed ? feed + 1 : end;
    const bool blank = next - at == (feed ? 1 : 0);
    if (reading.row_line == 0 && !blank) reading.row_line = line;
    const auto length = static_cast<std::size_t>(next - at);
    if (csv_parse(&parser, at, length, Reading::on_cell, Reading::on_row, &reading) != length) {
      csv_free(&parser);
      throw std::bad_alloc();
    }
    at = next;
    if (rows_.size() == 256) {
      // The first rows tell how much room the rest will take.
      const auto read = static_cast<std::size_t>(at - text.data());
      const auto rows_expected = text.size() / (read / 256 + 1) + 256;
      rows_.reserve(rows_expected + rows_expected / 8);
      cells_.reserve((rows_expected + rows_expected / 8) * rows_[0].cell_count);
    }
  }
  const auto rows_before = rows_.size();
  // A quote that is never closed swallows the rest of the file into one cell: say in which row.
  constexpr int inside_cell = 2;  // libcsv's FIELD_BEGUN, which its header does not name
  const bool open_quote = parser.quoted != 0 && parser.pstate == inside_cell;
  csv_fini(&parser, Reading::on_cell, Reading::on_row, &reading);
  if (open_quote && rows_.size() > rows_before) unclosed_quote_line_ = rows_.back().line;
  csv_free(&parser);
}

char sniff_delimiter(std::string_view text) {
  static constexpr std::array<char, 4> candidates = {',', ';', '\t', '|'};
  constexpr std::size_t lines_looked_at = 30;
  std::array<std::vector<std::size_t>, 4> counts;
  std::array<std::size_t, 4> current{};
  bool quoted = false;
  bool line_has_text = false;
  const auto end_line = [&] {
    if (line_has_text)
      for (std::size_t i = 0; i < candidates.size(); ++i) counts[i].push_back(current[i]);
    current = {};
    line_has_text = false;
  };
  for (const char c : text.substr(0, std::min<std::size_t>(text.size(), 1 << 18))) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') {
      end_line();
      if (counts[0].size() == lines_looked_at) break;
      continue;
    }
    line_has_text = true;
    for (std::size_t i = 0; i < candidates.size(); ++i)
      if (c == candidates[i]) ++current[i];
  }
  if (counts[0].size() < lines_looked_at) end_line();

  // The header decides which delimiters are possible at all; among them the one whose count the most lines share.
  std::size_t best = 0;
  double best_score = -1;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (counts[i].empty() || counts[i].front() == 0) continue;
    const auto header_count = counts[i].front();
    const auto alike = static_cast<double>(std::count(counts[i].begin(), counts[i].end(), header_count));
    const double score =
        alike / static_cast<double>(counts[i].size()) * 10 + static_cast<double>(std::min<std::size_t>(header_count, 50)) / 10;
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return candidates[best];
}

}  // namespace tradewind::exchange
