// Sorting of table rows by any columns.
#include "exchange/table_sort.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "tradewind/domain/text.h"

namespace tradewind::exchange {
namespace {

constexpr std::uint64_t unknown_head = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t sign_bit = std::uint64_t{1} << 63;
constexpr std::size_t bytes_in_head = 7;

/// Order-preserving: a < b exactly when the results compare so. Never unknown_head, which is a NaN's.
std::uint64_t head_of(double number) {
  const auto bits = std::bit_cast<std::uint64_t>(number + 0.0);  // -0 and 0 are equal
  return (bits & sign_bit) != 0 ? ~bits : bits | sign_bit;
}

/// The first seven bytes and then how many there are (8 = more than seven), so that a text comes after its beginnings.
std::uint64_t head_of(std::string_view text) {
  std::uint64_t head = 0;
  for (std::size_t at = 0; at < bytes_in_head; ++at)
    head = head << 8 | (at < text.size() ? static_cast<unsigned char>(text[at]) : 0U);
  return head << 8 | std::min(text.size(), bytes_in_head + 1);
}

/// Turned round without meeting unknown_head, which stays last.
std::uint64_t turned(std::uint64_t head) { return unknown_head - 1 - head; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Puts the length of each run of digits in front of it, so that bytes compare as numbers do.
void append_with_digit_counts(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_digit(text[at])) {
      out += text[at++];
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    while (at + 1 < end && text[at] == '0') ++at;
    out += static_cast<char>('0' + std::min<std::size_t>(end - at, 70));
    out += text.substr(at, end - at);
    at = end;
  }
}

void append_folded(std::string& out, std::string_view text) {
  const std::size_t before = out.size();
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) {
      out.resize(before);
      out += fold_case(text);
      return;
    }
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
}

}  // namespace

SortColumn::SortColumn(const Column& column, bool descending, CellOfRow cell)
    : cell_(std::move(cell)),
      order_(column.kind == ColumnKind::date ? TextOrder::bytes : column.order),
      numeric_(column.kind == ColumnKind::number || column.kind == ColumnKind::boolean),
      descending_(descending) {}

OptionalNumber SortColumn::number_of(std::size_t row) const {
  const Cell& cell = cell_(row);
  if (const bool* truth = std::get_if<bool>(&cell)) return *truth ? 1.0 : 0.0;
  const double* number = std::get_if<double>(&cell);
  return number == nullptr ? OptionalNumber{} : OptionalNumber{*number};
}

void SortColumn::prepare(std::size_t row) {
  if (numeric_) return;
  if (spans_.size() <= row) spans_.resize(row + 1);
  const std::string text = cell_text(cell_(row));
  const std::size_t before = texts_.size();
  switch (order_) {
    case TextOrder::bytes:
      texts_ += text;
      break;
    case TextOrder::folded:
      append_folded(texts_, text);
      break;
    case TextOrder::natural: {
      std::string folded;
      append_folded(folded, text);
      append_with_digit_counts(texts_, folded);
    }
  }
  spans_[row] = {before, texts_.size() - before};
}

std::uint64_t SortColumn::head(std::size_t row, std::size_t depth) const {
  std::uint64_t head = 0;
  if (numeric_) {
    const OptionalNumber number = number_of(row);
    if (!number.has_value()) return unknown_head;
    head = head_of(number.value());
  } else {
    const Span span = spans_[row];
    if (span.length == 0) return unknown_head;
    const std::size_t skipped = std::min(depth * bytes_in_head, span.length);
    head = head_of(std::string_view(texts_).substr(span.offset + skipped, span.length - skipped));
  }
  return descending_ ? turned(head) : head;
}

bool SortColumn::continues(std::uint64_t head) const {
  if (numeric_ || head == unknown_head) return false;
  return ((descending_ ? turned(head) : head) & 0xFFU) > bytes_in_head;
}

std::vector<std::size_t> sorted_order(std::size_t rows, std::vector<SortColumn>& columns) {
  struct Entry {
    std::uint64_t head = 0;
    std::size_t row = 0;
  };
  struct Run {  // entries that nothing so far tells apart
    std::size_t begin, end, column, depth;
  };
  std::vector<Entry> entries(rows);
  for (std::size_t row = 0; row < rows; ++row) entries[row].row = row;
  std::vector<Run> runs;
  if (rows > 1 && !columns.empty()) runs.push_back({0, rows, 0, 0});
  while (!runs.empty()) {
    const Run run = runs.back();
    runs.pop_back();
    SortColumn& column = columns[run.column];
    for (std::size_t at = run.begin; at < run.end; ++at) {
      if (run.depth == 0) column.prepare(entries[at].row);
      entries[at].head = column.head(entries[at].row, run.depth);
    }
    const auto begin = entries.begin() + static_cast<std::ptrdiff_t>(run.begin);
    const auto end = entries.begin() + static_cast<std::ptrdiff_t>(run.end);
    const auto comes_before = [](const Entry& a, const Entry& b) { return a.head != b.head ? a.head < b.head : a.row < b.row; };
    if (!std::is_sorted(begin, end, comes_before)) std::sort(begin, end, comes_before);
    for (std::size_t first = run.begin; first < run.end;) {
      std::size_t past = first + 1;
      while (past < run.end && entries[past].head == entries[first].head) ++past;
      if (past - first > 1) {
        if (column.continues(entries[first].head)) {
          runs.push_back({first, past, run.column, run.depth + 1});
        } else if (run.column + 1 < columns.size()) {
          runs.push_back({first, past, run.column + 1, 0});
        }
      }
      first = past;
    }
  }
  std::vector<std::size_t> order(rows);
  for (std::size_t at = 0; at < rows; ++at) order[at] = entries[at].row;
  return order;
}

}  // namespace tradewind::exchange
