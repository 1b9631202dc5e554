// The problem as a mixed-integer program: one column for each task and start, rows for "once", capacity, order and bands.
//
// Order is disaggregated by period: the successor may have started by t only where the predecessor started early enough. It
// gives a far smaller bound than one row for each pair (Christofides, Alvarez-Valdés & Tamarit 1987).
#pragma once
#include <vector>

#include "planning/options_of_tasks.h"

namespace tradewind::planning {

struct Column {
  int task = -1;  // -1: work below or above a band
  int start = 0;
  double value = 0;
};

struct Row {
  std::vector<int> columns;
  std::vector<double> factors;
  double lower = 0;
  double upper = 0;
};

struct Formulation {
  std::vector<Column> columns;
  std::vector<Row> rows;
  /// Columns of task i: first_column[i] … first_column[i + 1].
  std::vector<int> first_column;
  /// [team][period], -1 where nothing can be short.
  std::vector<std::vector<int>> capacity_row;
};

Formulation formulate(const Problem& problem);

/// The start of each task, or `left_out`, where these columns are taken.
std::vector<int> starts_of(const Formulation& formulation, const std::vector<int>& columns);
/// The columns that a plan takes, in order.
std::vector<int> columns_of(const Formulation& formulation, const std::vector<int>& start);

}  // namespace tradewind::planning
