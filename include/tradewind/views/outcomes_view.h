// Outcomes with their progress: does the planned work add up to the target, and if not, how much is missing.
//
//     const Scene picture = layout_outcomes(portfolio, OutcomesOptions{}, measurer);
#pragma once
#include <optional>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

struct OutcomesOptions {
  Size size{1440, 900};
  RoadmapId roadmap;          // whose placements count as planned; the first by position when none
  std::optional<bool> items;  // the work behind each outcome as a waterfall; nullopt = when there are at most 60 such items
  bool header = true;
};

/// The scene is as wide as asked for (at least 800) and at least as high: it grows with its rows.
Scene layout_outcomes(const Portfolio& portfolio, const OutcomesOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
