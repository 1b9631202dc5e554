#include "planning/packing_losses.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tradewind::planning {
namespace {

/// To look at a period with one piece taken: at most, and what a look costs in any case.
constexpr int nodes_beside = 2000;
constexpr int nodes_of_look = 10;
constexpr double tolerance = 1e-7;
/// Bounds are sums of many numbers; as a share of them.
constexpr double rounding_error = 1e-7;

/// What the other groups can bring at most beside the item, or `least` where it is less.
double best_beside(const Knapsack& knapsack, const std::vector<std::vector<int>>& groups, const std::vector<int>& group, int item,
                   double least, std::int64_t& nodes_left, const std::function<bool()>& go_on) {
  Knapsack others = knapsack;
  for (std::size_t row = 0; row < others.capacities.size(); ++row) {
    others.capacities[row] -= others.weights[row][static_cast<std::size_t>(item)];
    if (others.capacities[row] < -tolerance) return least;
    others.capacities[row] = std::max(0.0, others.capacities[row]);
  }
  for (const int other : group) others.profits[static_cast<std::size_t>(other)] = 0;
  const DenseKnapsackAnswer answer = solve_dense(others, groups, std::max(least, 0.0), 0, nodes_beside, go_on);
  nodes_left -= nodes_of_look + answer.nodes;
  return answer.bound;
}

}  // namespace

std::vector<bool> hopeless_columns(const PackingRelaxation& relaxation, const std::vector<bool>& open, double known,
                                   std::int64_t nodes, const std::function<bool()>& go_on) {
  const double enough = relaxation.bound() - known + rounding_error * std::max(1.0, std::abs(relaxation.bound()));
  std::vector<double> loss(open.size(), 0);
  for (std::size_t number = 0; number < relaxation.periods().size(); ++number) {
    const PeriodPart& part = relaxation.parts().parts[number];
    const PackingRelaxation::Period& period = relaxation.periods()[number];
    for (const std::vector<int>& group : part.groups)
      for (const int piece : group) {
        if (!go_on()) return std::vector<bool>(open.size(), false);
        const auto column = static_cast<std::size_t>(part.pieces[static_cast<std::size_t>(piece)].column);
        if (!open[column] || loss[column] >= enough || nodes <= 0) continue;
        const double profit = period.knapsack.profits[static_cast<std::size_t>(piece)];
        const double beside =
            best_beside(period.knapsack, part.groups, group, piece, period.most - enough - profit, nodes, go_on);
        loss[column] += std::max(0.0, period.most - profit - beside);
      }
  }
  std::vector<bool> hopeless;
  for (const double lost : loss) hopeless.push_back(lost >= enough);
  return hopeless;
}

void close(Relaxation& relaxation, const std::vector<bool>& columns) {
  for (std::size_t column = 0; column < columns.size(); ++column) {
    if (!columns[column]) continue;
    relaxation.share[column] = 0;
    relaxation.loss[column] = std::numeric_limits<double>::infinity();
  }
}

}  // namespace tradewind::planning
