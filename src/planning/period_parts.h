// The program taken apart by period: within a period only the teams' capacities count; rows that tie periods together stay apart.
#pragma once
#include "planning/relaxation.h"
#include "tradewind/planning/instances.h"

namespace tradewind::planning {

struct Entry {
  int row = 0;
  double factor = 0;
};

/// A column's work in one of the periods that it lasts.
struct Piece {
  int column = 0;
  /// In the first piece of a column, the whole value; the others follow it (a link for each).
  double value = 0;
  std::vector<Entry> links;
};

struct PeriodPart {
  std::vector<Piece> pieces;
  /// Pieces of the same task: a plan takes at most one of each group.
  std::vector<std::vector<int>> groups;
  /// Items are the pieces, constraints the teams that can be short; the profits are for the caller to fill in.
  Knapsack knapsack;
};

/// A column that takes no scarce capacity.
struct LooseColumn {
  int column = 0;
  double value = 0;
  double most = 0;
  std::vector<Entry> links;
};

struct Link {
  double lower = 0;
  double upper = 0;
};

struct PeriodParts {
  std::vector<PeriodPart> parts;
  std::vector<LooseColumn> loose;
  std::vector<Link> links;
  /// Per link, from the linear relaxation: what one more of its upper limit would bring (below 0: one less of its lower limit).
  std::vector<double> price;
};

/// A packing as a column of a program over packings: rows are the links, then one for each period.
struct PackingColumn {
  std::vector<Entry> entries;
  double value = 0;
};
PackingColumn packing_column(const PeriodParts& parts, std::size_t period, const std::vector<int>& pieces);

PeriodParts split_by_period(const Formulation& formulation, const Relaxation& relaxation);

}  // namespace tradewind::planning
