#include "tradewind/allocation/largest_remainder.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tradewind::allocation {

std::vector<std::int64_t> apportioned(const std::vector<double>& parts, std::int64_t whole) {
  std::vector<std::int64_t> shares(parts.size(), 0);
  const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
  if (!(sum > 0)) return shares;

  std::vector<double> remainders(parts.size());
  std::int64_t missing = whole;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const double exact = static_cast<double>(whole) * parts[at] / sum;
    shares[at] = static_cast<std::int64_t>(std::floor(exact));
    remainders[at] = exact - std::floor(exact);
    missing -= shares[at];
  }
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t turn = 0; missing > 0; ++turn, --missing) ++shares[order[turn % order.size()]];
  return shares;
}

std::vector<int> rounded_to_hundred(const std::vector<double>& parts) {
  std::vector<int> percentages;
  for (const std::int64_t share : apportioned(parts, 100)) percentages.push_back(static_cast<int>(share));
  return percentages;
}

}  // namespace tradewind::allocation
