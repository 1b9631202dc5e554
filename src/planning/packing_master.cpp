#include "planning/packing_master.h"

#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <cmath>
#include <limits>

#include "planning/linear_program.h"

namespace tradewind::planning {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
/// The size of the box around a price, where the price is small: as a share of what prices are on average.
constexpr double of_average = 0.3;

}  // namespace

PackingMaster::PackingMaster(const PeriodParts& parts) : parts_(parts) {
  solver_.messageHandler()->setLogLevel(0);
  const int rows = static_cast<int>(parts.links.size() + parts.parts.size());
  CoinPackedMatrix matrix(false, 0, 0);
  matrix.setDimensions(rows, 0);
  std::vector<double> lower;
  std::vector<double> upper;
  for (const Link& link : parts.links) {
    lower.push_back(as_bound(link.lower));
    upper.push_back(as_bound(link.upper));
  }
  lower.resize(static_cast<std::size_t>(rows), -COIN_DBL_MAX);
  upper.resize(static_cast<std::size_t>(rows), 1);
  solver_.loadProblem(matrix, nullptr, nullptr, nullptr, lower.data(), upper.data());
  double all = 1;
  for (const LooseColumn& loose : parts.loose) {
    add(loose.links, loose.value, loose.most);
    if (!std::isinf(loose.most)) all += std::abs(loose.value);
  }
  for (const PeriodPart& part : parts.parts)
    for (const Piece& piece : part.pieces) all += std::abs(piece.value);
  // Until packings keep all ties, something else has to: at a price that nothing is worth.
  for (std::size_t link = 0; link < parts.links.size(); ++link) {
    if (parts.links[link].lower > 0) add({{static_cast<int>(link), 1}}, -all, infinite);
    if (parts.links[link].upper < 0) add({{static_cast<int>(link), -1}}, -all, infinite);
  }
}

void PackingMaster::add_packing(std::size_t period, const std::vector<int>& pieces) {
  const PackingColumn column = packing_column(parts_, period, pieces);
  add(column.entries, column.value, infinite);
}

// What is short can be bought above the box, and what is left sold below (the box step method; Marsten, Hogan & Blankenship
// 1975).
void PackingMaster::stay_near(const std::vector<double>& price, double radius) {
  double sum = 0;
  for (const double amount : price) sum += std::abs(amount);
  const double average = sum / static_cast<double>(std::max<std::size_t>(1, price.size()));
  if (first_of_box_ < 0) {
    first_of_box_ = solver_.getNumCols();
    for (std::size_t link = 0; link < price.size(); ++link)
      for (const double sign : {-1.0, 1.0}) add({{static_cast<int>(link), sign}}, 0, infinite);
  }
  for (std::size_t link = 0; link < price.size(); ++link) {
    const double width = radius * std::max(std::abs(price[link]), of_average * average);
    const int column = first_of_box_ + 2 * static_cast<int>(link);
    solver_.setObjCoeff(column, price[link] + width);
    solver_.setObjCoeff(column + 1, width - price[link]);
  }
}

double PackingMaster::solve() {
  solver_.resolve();
  return -solver_.getObjValue();
}

double PackingMaster::price(std::size_t link) const {
  const double price = -solver_.getRowPrice()[link];
  if (std::isinf(parts_.links[link].lower)) return std::max(0.0, price);
  return std::isinf(parts_.links[link].upper) ? std::min(0.0, price) : price;
}

void PackingMaster::add(const std::vector<Entry>& entries, double value, double most) {
  std::vector<int> rows;
  std::vector<double> factors;
  for (const Entry& entry : entries) {
    rows.push_back(entry.row);
    factors.push_back(entry.factor);
  }
  solver_.addCol(static_cast<int>(rows.size()), rows.data(), factors.data(), 0, as_bound(most), -value);
}

}  // namespace tradewind::planning
