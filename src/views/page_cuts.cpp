// Looks at the end of each page for the row of pixels that cuts the least.
#include "views/page_cuts.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace tradewind::views {
namespace {

using Cost = std::int64_t;
constexpr Cost cost_of_whole = 1'000'000;  // more than all others together
constexpr Cost cost_of_long_mark = 25;     // two links are rather cut than a lane
constexpr Cost cost_of_small = 10;
constexpr double small_shape = 64;  // what is longer and stands for nothing (grid, long links) is free

constexpr double last_part = 0.75;  // of a page, where a cut is looked for first
constexpr double most_part = 0.4;   // else from here on

bool is_whole(const Extent& extent, const Axis& axis) {
  return extent.kind != Extent::Kind::other && extent.end - extent.begin <= is_cut_beyond(axis);
}

Cost cost_of(const Extent& extent, const Axis& axis) {
  if (is_whole(extent, axis)) return cost_of_whole;
  if (extent.kind == Extent::Kind::mark) return cost_of_long_mark;
  return extent.end - extent.begin <= small_shape ? cost_of_small : 0;
}

/// For each whole position, what a cut there costs.
std::vector<Cost> costs_of(const std::vector<Extent>& extents, const Axis& axis) {
  const double limit = std::ceil(axis.length) + 1;
  std::vector<Cost> costs(static_cast<std::size_t>(limit) + 1, 0);
  for (const Extent& extent : extents) {
    if (extent.end - extent.begin <= 1) continue;
    const double first = std::clamp(std::floor(extent.begin) + 1, 0.0, limit);
    const double last = std::clamp(std::ceil(extent.end), 0.0, limit);
    if (last <= first) continue;
    const Cost cost = cost_of(extent, axis);
    costs[static_cast<std::size_t>(first)] += cost;
    costs[static_cast<std::size_t>(last)] -= cost;
  }
  for (std::size_t at = 1; at < costs.size(); ++at) costs[at] += costs[at - 1];
  return costs;
}

/// The latest of the cheapest.
std::size_t cheapest(const std::vector<Cost>& costs, std::size_t earliest, std::size_t latest) {
  std::size_t best = latest;
  for (std::size_t at = latest; at > earliest && costs[best] > 0; --at)
    if (costs[at - 1] < costs[best]) best = at - 1;
  return best;
}

}  // namespace

std::vector<Stretch> page_cuts(const std::vector<Extent>& extents, const Axis& axis) {
  std::vector<Stretch> stretches;
  std::vector<Cost> costs;
  double begin = 0;
  double room = axis.first;
  while (axis.length - begin > room + 0.01) {
    if (costs.empty()) costs = costs_of(extents, axis);
    const double least = std::max(begin + 1, axis.frozen);
    const double latest = std::max(least, begin + room);
    const auto search = [&](double part) {
      return cheapest(costs, static_cast<std::size_t>(std::ceil(std::max(least, begin + room * part))),
                      static_cast<std::size_t>(latest));
    };
    std::size_t cut = search(last_part);
    if (costs[cut] >= cost_of_whole)
      if (const std::size_t earlier = search(most_part); costs[earlier] < cost_of_whole) cut = earlier;
    const auto at = static_cast<double>(cut);
    stretches.push_back({begin, at});
    double following = at;
    if (costs[cut] >= cost_of_whole)
      for (const Extent& extent : extents)
        if (extent.begin < at && extent.end > at && is_whole(extent, axis)) following = std::min(following, extent.begin);
    begin = std::max({following, axis.frozen, begin + 1});
    room = axis.next;
  }
  stretches.push_back({begin, axis.length});
  return stretches;
}

}  // namespace tradewind::views
