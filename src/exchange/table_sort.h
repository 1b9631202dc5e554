// Sorting by columns. Text is compared seven bytes at a time as 64-bit numbers, and a column is looked at only for the rows
// that the columns before it leave equal: a hundred thousand rows take a tenth of a second.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tradewind/exchange/data_table.h"

namespace tradewind::exchange {

/// Of the column that is sorted by.
using CellOfRow = std::function<const Cell&(std::size_t row)>;

class SortColumn {
 public:
  SortColumn(const Column& column, bool descending, CellOfRow cell);

  /// Called once for each row before its heads are asked for.
  void prepare(std::size_t row);
  /// What the row's value says at this depth (0, 1 …), as a number that compares like it; unknown is the largest.
  std::uint64_t head(std::size_t row, std::size_t depth) const;
  /// Whether rows of an equal head at this depth may differ at the next.
  bool continues(std::uint64_t head) const;

 private:
  struct Span {
    std::size_t offset = 0;
    std::size_t length = 0;
  };
  OptionalNumber number_of(std::size_t row) const;

  CellOfRow cell_;
  TextOrder order_;
  bool numeric_;
  bool descending_;
  std::string texts_;  // of all prepared rows, in the form that is compared
  std::vector<Span> spans_;
};

/// Stable: rows that no column tells apart keep their order.
std::vector<std::size_t> sorted_order(std::size_t rows, std::vector<SortColumn>& columns);

}  // namespace tradewind::exchange
