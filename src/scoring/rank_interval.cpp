// Seeded draws of the RICE factors and the ranks that come of them.
#include "tradewind/scoring/rank_interval.h"

#include <algorithm>
#include <cmath>

#include "tradewind/scoring/factors.h"

namespace tradewind::scoring {
namespace {

constexpr double reach_spread = 0.3;
constexpr double confidence_factor = 1.6;
constexpr double least_confidence = 0.05;

/// Mulberry32: 32 bits of state, uniform in [0, 1), the same on every machine.
class Mulberry32 {
 public:
  explicit Mulberry32(std::uint32_t seed) : state_(seed) {}
  double operator()() {
    state_ += 0x6D2B79F5U;
    std::uint32_t mixed = (state_ ^ (state_ >> 15U)) * (1U | state_);
    mixed = (mixed + (mixed ^ (mixed >> 7U)) * (61U | mixed)) ^ mixed;
    return static_cast<double>(mixed ^ (mixed >> 14U)) / 4294967296.0;
  }

 private:
  std::uint32_t state_;
};

double draw_triangular(Mulberry32& uniform, const EffortRange& range) {
  const double u = uniform();  // drawn even where the estimate is certain, so that one estimate does not shift the others
  const double width = range.high - range.low;
  if (width == 0) return range.low;
  const double left_share = (range.likely - range.low) / width;
  return u < left_share ? range.low + std::sqrt(u * width * (range.likely - range.low))
                        : range.high - std::sqrt((1 - u) * width * (range.high - range.likely));
}

/// Triangular around 0, from −1 to 1.
double draw_symmetric(Mulberry32& uniform) {
  const double first = uniform();
  return first + uniform() - 1;
}

double draw_score(Mulberry32& uniform, const UncertainFactors& item) {
  double effort = 0;
  for (const EffortRange& range : item.efforts) effort += draw_triangular(uniform, range);
  const double reach = item.reach * (1 + draw_symmetric(uniform) * reach_spread);
  const double confidence = std::clamp(
      item.confidence * (1 + draw_symmetric(uniform) * item.confidence_spread * confidence_factor), least_confidence, 1.0);
  return reach * item.impact * confidence / effort;
}

}  // namespace

double confidence_spread_of(std::optional<EvidenceKind> strongest) {
  if (!strongest) return 0.45;
  switch (*strongest) {
    case EvidenceKind::launch_data:
      return 0.08;
    case EvidenceKind::test_results:
      return 0.12;
    case EvidenceKind::user_evidence:
    case EvidenceKind::market_data:
      return 0.20;
    case EvidenceKind::anecdote:
      return 0.30;
    default:
      return 0.45;
  }
}

std::vector<RankInterval> rank_intervals(std::span<const UncertainFactors> items, const RankIntervalOptions& options) {
  struct Draw {
    double score;
    std::size_t item;
  };
  Mulberry32 uniform(options.seed);
  const auto draws = static_cast<std::size_t>(options.draws);
  std::vector<int> ranks(items.size() * draws);  // item by item
  std::vector<Draw> order(items.size());
  for (std::size_t draw = 0; draw < draws; ++draw) {
    for (std::size_t i = 0; i < items.size(); ++i) order[i] = {draw_score(uniform, items[i]), i};
    std::sort(order.begin(), order.end(),
              [](const Draw& a, const Draw& b) { return a.score != b.score ? a.score > b.score : a.item < b.item; });
    for (std::size_t place = 0; place < order.size(); ++place)
      ranks[order[place].item * draws + draw] = static_cast<int>(place) + 1;
  }

  const auto at_quantile = [&](double quantile) {
    const auto index = static_cast<std::size_t>(std::floor(static_cast<double>(draws) * std::clamp(quantile, 0.0, 1.0)));
    return static_cast<std::ptrdiff_t>(std::min(index, draws - 1));
  };
  std::vector<RankInterval> intervals;
  intervals.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto first = ranks.begin() + static_cast<std::ptrdiff_t>(i * draws);
    std::sort(first, first + static_cast<std::ptrdiff_t>(draws));
    intervals.push_back(
        {first[at_quantile(options.lower)], first[static_cast<std::ptrdiff_t>(draws / 2)], first[at_quantile(options.upper)]});
  }
  return intervals;
}

std::optional<UncertainFactors> uncertain_factors(const Portfolio& portfolio, const Item& item) {
  if (!rice_value(rice_factors(ScoringContext(portfolio), item)).has_value()) return std::nullopt;
  UncertainFactors factors;
  factors.reach = item.reach.value();
  factors.impact = item.impact.value();
  factors.confidence = item.confidence.value();

  std::optional<EvidenceKind> strongest;
  for (const Evidence& evidence : portfolio.owned_by<&Evidence::item>(item.id))
    if (evidence.supports && (!strongest || *strongest < evidence.kind)) strongest = evidence.kind;
  factors.confidence_spread = confidence_spread_of(strongest);

  // By id: the order of the draws must not depend on the order of the rows in memory.
  std::vector<const Estimate*> estimates;
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(item.id))
    if (estimate.likely.has_value()) estimates.push_back(&estimate);
  std::sort(estimates.begin(), estimates.end(), [](const Estimate* a, const Estimate* b) { return a->id < b->id; });
  for (const Estimate* estimate : estimates) {
    const double likely = estimate->likely.value();
    factors.efforts.push_back(
        {std::min(likely, estimate->low.value_or(likely)), likely, std::max(likely, estimate->high.value_or(likely))});
  }
  return factors;
}

}  // namespace tradewind::scoring
