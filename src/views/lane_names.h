// What the heads of lanes say, for pages on which a lane goes on.
#pragma once
#include <cstdint>
#include <vector>

#include "tradewind/views/scene_pages.h"
#include "views/page_cuts.h"

namespace tradewind::views {

struct LaneName {
  Rect lane;                         // its head: the whole height of the lane
  std::vector<std::uint32_t> lines;  // shapes, from top to bottom
};

/// Of the column that is frozen left of `left`; 0: none.
std::vector<LaneName> lane_names(const Scene& scene, double left);

/// The name of the lane that the page's stretch goes on with, as much of it as the lane has room for there: its place on the
/// page is the caller's. Without shapes where a lane begins there.
PagePane name_at(const Scene& scene, const std::vector<LaneName>& lanes, const Stretch& page);

}  // namespace tradewind::views
