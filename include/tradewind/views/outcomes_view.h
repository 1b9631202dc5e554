// Outcomes with their progress: does the planned work add up to the target, and if not, how much is missing.
//
//     const Scene picture = layout_outcomes(portfolio, OutcomesOptions{}, measurer);
#pragma once
#include <optional>
#include <unordered_map>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/scene.h"

namespace tradewind::views {

struct OutcomesOptions {
  Size size{1440, 900};
  RoadmapId roadmap;          // whose placements count as planned; the first by position when none
  std::optional<bool> items;  // the work behind each outcome as a waterfall; nullopt = when there are at most 60 such items
  /// Outcomes that somebody folded (false: without their items and parts) or opened (true: with their items); the others are
  /// as `items` says, with their parts.
  std::unordered_map<OutcomeId, bool> open;
  bool header = true;
};

/// Mark::second of the chevron before an outcome, whose mark is otherwise that of the row: what a click does.
inline constexpr std::int64_t fold_mark = 1;
inline constexpr std::int64_t unfold_mark = 2;

/// An outcome at its place in the tree of parents.
struct OutcomeInTree {
  const Outcome* outcome = nullptr;
  int depth = 0;
  bool has_parts = false;
};
/// Parents before their parts, siblings in order. Where parents go round in a circle the first of them is a root: none is lost.
std::vector<OutcomeInTree> outcome_tree(const Portfolio& portfolio);
/// Whether the outcome is `whole`, or a part of it at any depth.
bool is_within(const Portfolio& portfolio, const Outcome* outcome, OutcomeId whole);

/// The scene is as wide as asked for (at least 800) and at least as high: it grows with its rows.
Scene layout_outcomes(const Portfolio& portfolio, const OutcomesOptions& options, const TextMeasurer& measurer);

}  // namespace tradewind::views
