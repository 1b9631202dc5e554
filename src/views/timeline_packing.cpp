// First-fit packing over a tree of row ends.
#include "views/timeline_packing.h"

#include <algorithm>
#include <limits>

namespace tradewind::views::timeline {
namespace {

/// The rows' right ends under a binary tree of minima: the first row that is free from x on is found in log n.
class RowEnds {
 public:
  explicit RowEnds(std::size_t rows) {
    while (leaves_ < rows) leaves_ *= 2;
    ends_.assign(2 * leaves_, -std::numeric_limits<double>::infinity());
  }
  std::size_t first_free_from(double x) const {
    std::size_t node = 1;
    while (node < leaves_) node = ends_[2 * node] <= x ? 2 * node : 2 * node + 1;
    return node - leaves_;
  }
  void occupy(std::size_t row, double end) {
    std::size_t node = row + leaves_;
    ends_[node] = std::max(ends_[node], end);
    for (node /= 2; node >= 1; node /= 2) ends_[node] = std::min(ends_[2 * node], ends_[2 * node + 1]);
  }

 private:
  std::size_t leaves_ = 1;
  std::vector<double> ends_;
};

}  // namespace

std::vector<std::size_t> pack_rows(const std::vector<Extent>& extents, double gap) {
  std::vector<std::size_t> rows;
  rows.reserve(extents.size());
  RowEnds ends(extents.size());  // never more rows than extents, so there always is a free one
  for (const Extent& extent : extents) {
    const std::size_t row = ends.first_free_from(extent.left);
    ends.occupy(row, extent.right + gap);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace tradewind::views::timeline
