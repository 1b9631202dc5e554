// Where a dependency line turns: at the place with the fewest bars and lines in the way.
#include "views/timeline_links.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace tradewind::views::timeline {
namespace {

constexpr double stub = 7;               // between a bar and the turn of its line
constexpr double line_distance = 4;      // between two vertical legs side by side
constexpr std::size_t most_probes = 80;  // rows looked at for one candidate: enough for what a screen shows

/// Rows of all lanes from top to bottom, each with what it holds from left to right.
class Rows {
 public:
  explicit Rows(const Model& model) {
    for (const Bar& bar : model.bars) rows_[bar.y].push_back({bar.left, bar.right});
    for (auto& [y, extents] : rows_)
      std::sort(extents.begin(), extents.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  /// Bars (with labels) that a vertical leg at x would run under, between the rows at y0 and y1 (both left out).
  int crossings_down(double x, double y0, double y1) const {
    int count = 0;
    std::size_t probes = 0;
    const double top = std::min(y0, y1);
    const double bottom = std::max(y0, y1);
    for (auto row = rows_.upper_bound(top); row != rows_.end() && row->first < bottom && probes < most_probes; ++row, ++probes) {
      const auto after = std::upper_bound(row->second.begin(), row->second.end(), x,
                                          [](double value, const auto& extent) { return value < extent.first; });
      if (after != row->second.begin() && std::prev(after)->second > x) ++count;
    }
    return count;
  }

  /// Whether a turn at x would be hidden under a bar of the row: the line would seem to end there.
  bool covers(double row, double x) const {
    const auto found = rows_.find(row);
    if (found == rows_.end()) return false;
    const auto after = std::upper_bound(found->second.begin(), found->second.end(), x,
                                        [](double value, const auto& extent) { return value < extent.first; });
    return after != found->second.begin() && std::prev(after)->second >= x;
  }
  /// Where the last bar of the row before x ends; x itself when there is none.
  double end_before(double row, double x) const {
    const auto found = rows_.find(row);
    if (found == rows_.end()) return x;
    const auto after = std::lower_bound(found->second.begin(), found->second.end(), x,
                                        [](const auto& extent, double value) { return extent.first < value; });
    return after == found->second.begin() ? x : std::min(x, std::prev(after)->second);
  }
  /// Bars of the row that a horizontal leg between the two would run under.
  int crossings_along(double row, double x0, double x1) const {
    const auto found = rows_.find(row);
    if (found == rows_.end()) return 0;
    const auto by_left = [](const auto& extent, double value) { return extent.first < value; };
    const auto first = std::lower_bound(found->second.begin(), found->second.end(), x0, by_left);
    const auto last = std::lower_bound(first, found->second.end(), x1 - 1, by_left);
    int count = static_cast<int>(last - first);
    if (first != found->second.begin() && std::prev(first)->second > x0 + 1) ++count;
    return count;
  }

 private:
  std::map<double, std::vector<std::pair<double, double>>> rows_;
};

/// Vertical legs that are drawn already, so that another one does not seem to be the same line.
class Legs {
 public:
  bool is_free(double x, double y0, double y1, std::size_t successor) const {
    const auto found = legs_.find(slot(x));
    if (found == legs_.end()) return true;
    const double top = std::min(y0, y1);
    const double bottom = std::max(y0, y1);
    return std::none_of(found->second.begin(), found->second.end(),
                        [&](const Leg& leg) { return leg.successor != successor && leg.top < bottom && top < leg.bottom; });
  }
  void take(double x, double y0, double y1, std::size_t successor) {
    auto& legs = legs_[slot(x)];
    // A bundle of this many lines at one x cannot be told apart anyway; keep the search short.
    if (legs.size() < 64) legs.push_back({std::min(y0, y1), std::max(y0, y1), successor});
  }

 private:
  struct Leg {
    double top, bottom;
    std::size_t successor;
  };
  static long slot(double x) { return std::lround(x / 3); }
  std::map<long, std::vector<Leg>> legs_;
};

class Router {
 public:
  explicit Router(const Model& model) : rows_(model) {}

  std::vector<Point> route(const Bar& from, const Bar& to, std::size_t successor) {
    const double y0 = from.y + bar_height / 2;
    const double y1 = to.y + bar_height / 2;
    const double start = from.label_place == LabelPlace::right ? from.right + 4 : from.x1;
    const double end = to.label_place == LabelPlace::left ? to.left : to.x0;
    if (from.y == to.y && end > from.x1) return {{std::min(start, end - 2), y0}, {end, y1}};
    if (end - start >= 2 * stub) return with_turn(start, end, y0, y1, from.y, to.y, successor);
    if (from.y == to.y) return around(from, to, y0, y1);
    // No room between the two: down from the bar itself, then into the successor.
    const double x = std::min(from.x1 - 4, end - stub - 1);
    if (x > from.x0 + 4) {
      const double leave = y1 > y0 ? from.y + bar_height : from.y;
      legs_.take(x, leave, y1, successor);
      return {{x, leave}, {x, y1}, {end, y1}};
    }
    return around(from, to, y0, y1);
  }

 private:
  std::vector<Point> with_turn(double start, double end, double y0, double y1, double row0, double row1, std::size_t successor) {
    const double latest = end - stub - 2;
    const double earliest = start + stub;
    const std::array candidates{
        latest,   latest - line_distance,   latest - 2 * line_distance, latest - 3 * line_distance,
        earliest, earliest + line_distance, (latest + earliest) / 2,    rows_.end_before(row1, end - 1) + stub};
    double best = latest;
    int least = -1;
    for (const double x : candidates) {
      if (x < start + 3 || x > latest) continue;
      // Running along another line misleads more than passing under a bar.
      const int hidden = (rows_.covers(row0, x) ? 15 : 0) + (rows_.covers(row1, x) ? 15 : 0);
      const int cost = hidden +
                       10 * (rows_.crossings_down(x, row0, row1) + rows_.crossings_along(row0, start, x) +
                             rows_.crossings_along(row1, x, end)) +
                       (legs_.is_free(x, y0, y1, successor) ? 0 : 25);
      if (least < 0 || cost < least) {
        least = cost;
        best = x;
      }
      if (least == 0) break;
    }
    legs_.take(best, y0, y1, successor);
    return {{start, y0}, {best, y0}, {best, y1}, {end, y1}};
  }

  /// The successor starts left of where the line leaves: out below the bar, back between the rows, and in from the left.
  std::vector<Point> around(const Bar& from, const Bar& to, double y0, double y1) {
    const double below = y1 >= y0 ? from.y + bar_height + 2 : from.y - 2;
    const double end = to.label_place == LabelPlace::left ? to.left : to.x0;
    const double in = end - stub - 1;
    const double out = std::max(from.x0 + 4, from.x1 - 4);
    return {{out, y1 >= y0 ? from.y + bar_height : from.y}, {out, below}, {in, below}, {in, y1}, {end, y1}};
  }

  Rows rows_;
  Legs legs_;
};

}  // namespace

std::vector<std::vector<Point>> route_links(const Model& model) {
  std::vector<std::vector<Point>> routes;
  routes.reserve(model.links.size());
  Router router(model);
  for (const Link& link : model.links)
    routes.push_back(router.route(model.bars[link.predecessor], model.bars[link.successor], link.successor));
  return routes;
}

}  // namespace tradewind::views::timeline
