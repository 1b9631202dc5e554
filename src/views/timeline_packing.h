// Which row of its lane a bar gets, so that neither bars nor their labels touch.
#pragma once
#include <cstddef>
#include <vector>

namespace tradewind::views::timeline {

struct Extent {
  double left = 0;
  double right = 0;
};

/// For each extent, in the order given, the first row whose content ends before its left; `gap` is kept free between
/// neighbours. n log n. REQUIRES: ascending by left.
std::vector<std::size_t> pack_rows(const std::vector<Extent>& extents, double gap);

}  // namespace tradewind::views::timeline
