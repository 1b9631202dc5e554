// Efforts, quadrant lines and criteria, prepared once for scoring many items.
#include "tradewind/scoring/context.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "tradewind/scoring/factors.h"

namespace tradewind::scoring {

/// Sums of likely estimates by item in one flat open-addressing table: it stays in the processor's cache where the
/// portfolio's index, made for looking up rows, would miss it at every item.
class ScoringContext::EffortTable {
 public:
  explicit EffortTable(const Portfolio& portfolio)
      : slots_(std::bit_ceil(2 * std::min(portfolio.all<Item>().size(), portfolio.all<Estimate>().size()) + 16)) {
    for (const Estimate& estimate : portfolio.all<Estimate>())
      if (estimate.likely.has_value()) add(estimate.item.value, estimate.likely.value());
  }

  OptionalNumber find(ItemId item) const {
    const Slot& slot = slots_[index_of(item.value)];
    return slot.key == item.value && item.value != 0 ? OptionalNumber{slot.sum} : OptionalNumber{};
  }

 private:
  struct Slot {
    std::int64_t key = 0;
    double sum = 0;
  };

  /// Where the item is, or the empty slot where it would go.
  std::size_t index_of(std::int64_t key) const {
    constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15U;
    const auto mask = slots_.size() - 1;
    auto at = static_cast<std::size_t>((static_cast<std::uint64_t>(key) * golden_ratio) >> 32U) & mask;
    while (slots_[at].key != key && slots_[at].key != 0) at = (at + 1) & mask;
    return at;
  }

  void add(std::int64_t key, double effort) {
    if (key == 0) return;
    Slot& slot = slots_[index_of(key)];
    if (slot.key == 0) {
      slot.key = key;
      slot.sum = effort;
      if (++used_ > slots_.size() / 2 + 8) grow();  // only where estimates refer to items that are not there
      return;
    }
    slot.sum += effort;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.key != 0) slots_[index_of(slot.key)] = slot;
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

namespace {

std::vector<const Criterion*> criteria_in_order(const Portfolio& portfolio) {
  std::vector<const Criterion*> criteria;
  for (const Criterion& criterion : portfolio.all<Criterion>()) criteria.push_back(&criterion);
  std::sort(criteria.begin(), criteria.end(), [](const Criterion* a, const Criterion* b) {
    return a->position != b->position ? a->position < b->position : a->id < b->id;
  });
  return criteria;
}

// Below this many items asking the portfolio is cheaper than adding every estimate up.
constexpr std::size_t worth_a_table = 256;

}  // namespace

ScoringContext::ScoringContext(const Portfolio& portfolio)
    : portfolio_(&portfolio), everything_(true), criteria_(criteria_in_order(portfolio)) {}

ScoringContext::ScoringContext(const Portfolio& portfolio, std::span<const Item* const> selection)
    : portfolio_(&portfolio), selection_(selection.begin(), selection.end()), criteria_(criteria_in_order(portfolio)) {
  if (selection.size() >= worth_a_table) efforts_ = std::make_unique<EffortTable>(portfolio);
}

ScoringContext::~ScoringContext() = default;
ScoringContext::ScoringContext(ScoringContext&&) noexcept = default;
ScoringContext& ScoringContext::operator=(ScoringContext&&) noexcept = default;

OptionalNumber ScoringContext::likely_effort(ItemId item) const {
  return efforts_ ? efforts_->find(item) : portfolio_->likely_effort(item);
}

const QuadrantCuts& ScoringContext::cuts() const {
  if (!cuts_) {
    const WorkspaceSettings& settings = portfolio_->settings();
    std::vector<ImpactEffort> points;
    const auto add = [&](const Item& item) { points.push_back(impact_effort_factors(*this, item)); };
    if (settings.impact_cut <= 0 || settings.effort_cut <= 0) {
      if (everything_)
        for (const Item& item : portfolio_->all<Item>()) add(item);
      else
        for (const Item* item : selection_) add(*item);
    }
    cuts_ = quadrant_cuts(points, settings.impact_cut, settings.effort_cut);
  }
  return *cuts_;
}

}  // namespace tradewind::scoring
