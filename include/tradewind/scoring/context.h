// What scoring many items of a workspace needs once: efforts by item, quadrant lines, criteria in order.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/scoring/impact_effort.h"

namespace tradewind::scoring {

/// Lifetime: the portfolio (and the selected items in it) must live and not change while the context is used.
/// One thread at a time.
class ScoringContext {
 public:
  /// Every item of the portfolio is the selection. Cheap to make: use it to score one item.
  explicit ScoringContext(const Portfolio& portfolio);
  /// The quadrant lines are the medians of this selection. Adds all estimates up once: use it to score many items.
  ScoringContext(const Portfolio& portfolio, std::span<const Item* const> selection);
  ~ScoringContext();
  ScoringContext(ScoringContext&&) noexcept;
  ScoringContext& operator=(ScoringContext&&) noexcept;

  const Portfolio& portfolio() const { return *portfolio_; }
  /// Person-weeks of all teams; the same as Portfolio::likely_effort, faster.
  OptionalNumber likely_effort(ItemId item) const;
  /// Stored in the settings, else medians of the selection.
  const QuadrantCuts& cuts() const;
  /// By position.
  const std::vector<const Criterion*>& criteria() const { return criteria_; }

 private:
  class EffortTable;
  const Portfolio* portfolio_;
  std::vector<const Item*> selection_;  // empty = all
  bool everything_ = false;
  std::unique_ptr<EffortTable> efforts_;  // null = ask the portfolio
  std::vector<const Criterion*> criteria_;
  mutable std::optional<QuadrantCuts> cuts_;
};

}  // namespace tradewind::scoring
