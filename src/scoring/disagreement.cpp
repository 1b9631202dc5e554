// Items whose rank differs much between the methods.
#include "tradewind/scoring/disagreement.h"

#include <algorithm>
#include <cstdlib>
#include <unordered_map>

#include "tradewind/scoring/ranking.h"

namespace tradewind::scoring {
namespace {

constexpr std::array<std::string_view, 3> compared{"rice", "wsjf", "opportunity"};

}  // namespace

std::vector<Disagreement> disagreements(std::span<const MethodRanks> ranks, const DisagreementOptions& options) {
  std::vector<Disagreement> result;
  result.reserve(ranks.size());
  const auto count = static_cast<int>(ranks.size());
  for (const MethodRanks& item : ranks) {
    Disagreement& one = result.emplace_back();
    const std::array<int, 3> places{item.rice, item.wsjf, item.opportunity};
    if (std::find(places.begin(), places.end(), 0) != places.end()) continue;
    std::array<int, 3> sorted = places;
    std::sort(sorted.begin(), sorted.end());
    one.median = sorted[1];
    for (std::size_t i = 0; i < places.size(); ++i)
      if (const int distance = places[i] - one.median; std::abs(distance) >= options.places) one.places[i] = distance;
    if (item.moscow == Moscow::must)
      one.moscow = 2 * one.median > count;
    else if (item.moscow != Moscow::unset)
      one.moscow = one.median <= options.top;
  }
  return result;
}

std::vector<MethodRanks> method_ranks(const Portfolio& portfolio, std::span<const Item* const> items) {
  const ScoringContext context(portfolio, items);
  std::unordered_map<ItemId, std::array<int, 3>> places;
  for (std::size_t i = 0; i < compared.size(); ++i)
    for (const RankedItem& ranked : rank_items(context, items, *find_method(compared[i])))
      places[ranked.item->id][i] = ranked.rank;
  std::vector<MethodRanks> result;
  result.reserve(items.size());
  for (const Item* item : items) {
    const auto& [rice, wsjf, opportunity] = places.at(item->id);
    result.push_back({rice, wsjf, opportunity, item->moscow});
  }
  return result;
}

}  // namespace tradewind::scoring
