// The roadmap without dates: what is being done, what comes next, what later.
//
//     NowNextLaterOptions options;
//     options.today = today();
//     const Scene picture = layout_now_next_later(portfolio, options, measurer);
#pragma once
#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

struct NowNextLaterOptions {
  RoadmapId roadmap;     // none = the first by position
  Date today{};          // decides which period is now
  Size size{1440, 900};  // exactly; at least 640 × 320
  bool header = true;    // title and counts above
};

/// Now: work in the current period, and open work that should have ended before. Next: starts in the following period.
/// Later: starts after that; then items that are validated or ready but not placed, marked "no date". Finished and dropped
/// items are left out. Each column is in the order of the backlog; what does not fit is counted under it.
Scene layout_now_next_later(const Portfolio& portfolio, const NowNextLaterOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
