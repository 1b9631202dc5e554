// The roadmap without dates: what is being done, what comes next, what later.
//
//     NowNextLaterOptions options;
//     options.today = today();
//     const Scene picture = layout_now_next_later(portfolio, options, measurer);
#pragma once
#include "tradewind/domain/portfolio.h"
#include "tradewind/views/board.h"

namespace tradewind::views {

struct NowNextLaterOptions {
  RoadmapId roadmap;     // none = the first by position
  Date today{};          // decides which period is now
  Size size{1440, 900};  // at least, and at least 640 × 320; the picture grows downwards: no card is left out
  bool header = true;    // title and counts above
};

/// Now: work in the current period, and open work that should have ended before. Next: starts in the following period.
/// Later: starts after that; then items that are validated or ready but not placed, marked "no date". Finished and dropped
/// items are left out. Each column is in the order of the backlog.
Scene layout_now_next_later(const Portfolio& portfolio, const NowNextLaterOptions& options, const TextMeasurer& measurer);

/// The picture with what a drag needs to know. The keys are those of the periods to which a card of the column goes: the current
/// one, the following one and the one after that; 0 where the workspace has no such period yet.
Board arrange_now_next_later(const Portfolio& portfolio, const NowNextLaterOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
