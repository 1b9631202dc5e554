#include "planning/period_parts.h"

#include <limits>
#include <map>

#include "planning/linear_program.h"

namespace tradewind::planning {
namespace {

class Splitter {
 public:
  Splitter(const Formulation& formulation, const Relaxation& relaxation)
      : formulation_(formulation),
        relaxation_(relaxation),
        links_of_(formulation.columns.size()),
        part_of_first_(formulation.columns.size(), 0) {}

  PeriodParts split() {
    keep_links();
    std::vector<bool> has_piece(formulation_.columns.size(), false);
    const std::size_t periods = formulation_.capacity_row.empty() ? 0 : formulation_.capacity_row.front().size();
    for (std::size_t period = 0; period < periods; ++period) add_part(period, has_piece);
    for (std::size_t column = 0; column < formulation_.columns.size(); ++column) {
      if (has_piece[column]) continue;
      const Column& loose = formulation_.columns[column];
      result_.loose.push_back({static_cast<int>(column), loose.value,
                               loose.task < 0 ? std::numeric_limits<double>::infinity() : 1, links_of_[column]});
    }
    return std::move(result_);
  }

 private:
  void keep_links() {
    std::vector<bool> is_capacity(formulation_.rows.size(), false);
    for (const auto& team : formulation_.capacity_row)
      for (const int row : team)
        if (row >= 0) is_capacity[static_cast<std::size_t>(row)] = true;
    for (std::size_t index = 0; index < formulation_.rows.size(); ++index) {
      if (is_capacity[index]) continue;
      const Row& row = formulation_.rows[index];
      for (std::size_t at = 0; at < row.columns.size(); ++at)
        links_of_[static_cast<std::size_t>(row.columns[at])].push_back({static_cast<int>(result_.links.size()), row.factors[at]});
      result_.links.push_back({row.lower, row.upper});
      result_.price.push_back(relaxation_.row_price[index]);
    }
  }

  void add_part(std::size_t period, std::vector<bool>& has_piece) {
    PeriodPart part;
    std::vector<int> piece_of(formulation_.columns.size(), -1);
    std::vector<double> cost;  // of a piece, at the prices of the capacity that it takes
    for (const auto& team : formulation_.capacity_row) {
      if (team[period] < 0) continue;
      const Row& row = formulation_.rows[static_cast<std::size_t>(team[period])];
      part.knapsack.capacities.push_back(upper_limit(row));
      part.knapsack.weights.emplace_back(part.pieces.size(), 0);
      for (std::size_t at = 0; at < row.columns.size(); ++at) {
        int& piece = piece_of[static_cast<std::size_t>(row.columns[at])];
        if (piece < 0) {
          piece = static_cast<int>(part.pieces.size());
          part.pieces.push_back({row.columns[at], 0, {}});
          cost.push_back(0);
          for (auto& weights : part.knapsack.weights) weights.push_back(0);
        }
        part.knapsack.weights.back()[static_cast<std::size_t>(piece)] = row.factors[at];
        cost[static_cast<std::size_t>(piece)] += row.factors[at] * relaxation_.row_price[static_cast<std::size_t>(team[period])];
      }
    }
    for (std::size_t piece = 0; piece < part.pieces.size(); ++piece) attach(part.pieces[piece], cost[piece], has_piece);
    part.knapsack.profits.assign(part.pieces.size(), 0);
    std::map<int, std::vector<int>> of_task;
    for (std::size_t piece = 0; piece < part.pieces.size(); ++piece)
      of_task[formulation_.columns[static_cast<std::size_t>(part.pieces[piece].column)].task].push_back(static_cast<int>(piece));
    for (auto& [task, pieces] : of_task) part.groups.push_back(std::move(pieces));
    if (!part.pieces.empty()) result_.parts.push_back(std::move(part));
  }

  /// The first piece stands for the column; each later one is taken exactly where that is.
  void attach(Piece& piece, double cost, std::vector<bool>& has_piece) {
    const auto column = static_cast<std::size_t>(piece.column);
    if (!has_piece[column]) {
      has_piece[column] = true;
      part_of_first_[column] = result_.parts.size();
      piece.value = formulation_.columns[column].value;
      piece.links = links_of_[column];
      return;
    }
    const int link = static_cast<int>(result_.links.size());
    result_.links.push_back({0, 0});
    result_.price.push_back(cost);
    piece.links = {{link, -1}};
    for (Piece& first : result_.parts[part_of_first_[column]].pieces)
      if (first.column == piece.column) first.links.push_back({link, 1});
  }

  const Formulation& formulation_;
  const Relaxation& relaxation_;
  std::vector<std::vector<Entry>> links_of_;
  std::vector<std::size_t> part_of_first_;  // per column
  PeriodParts result_;
};

}  // namespace

PackingColumn packing_column(const PeriodParts& parts, std::size_t period, const std::vector<int>& pieces) {
  PackingColumn column;
  std::vector<double> factors(parts.links.size(), 0);
  for (const int number : pieces) {
    const Piece& piece = parts.parts[period].pieces[static_cast<std::size_t>(number)];
    column.value += piece.value;
    for (const Entry& entry : piece.links) factors[static_cast<std::size_t>(entry.row)] += entry.factor;
  }
  for (std::size_t row = 0; row < factors.size(); ++row)
    if (factors[row] != 0) column.entries.push_back({static_cast<int>(row), factors[row]});
  column.entries.push_back({static_cast<int>(parts.links.size() + period), 1});
  return column;
}

PeriodParts split_by_period(const Formulation& formulation, const Relaxation& relaxation) {
  return Splitter(formulation, relaxation).split();
}

}  // namespace tradewind::planning
