// Items whose place differs much between the methods.
#include "tradewind/scoring/disagreement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <unordered_map>

#include "tradewind/scoring/ranking.h"

namespace tradewind::scoring {
namespace {

using MethodSet = std::uint64_t;  // bit by method

MethodSet scored_by(const MethodRanks& item) {
  MethodSet set = 0;
  for (std::size_t method = 0; method < item.places.size(); ++method)
    if (item.places[method] != 0) set |= MethodSet{1} << method;
  return set;
}

/// The items that a method scores, best first.
std::vector<std::size_t> order_of(std::span<const MethodRanks> ranks, std::size_t method) {
  std::vector<std::size_t> order;
  for (std::size_t item = 0; item < ranks.size(); ++item)
    if (ranks[item].places[method] != 0) order.push_back(item);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return ranks[a].places[method] < ranks[b].places[method]; });
  return order;
}

double median_of(std::vector<int> places) {
  std::sort(places.begin(), places.end());
  const std::size_t middle = places.size() / 2;
  return places.size() % 2 == 1 ? places[middle] : (places[middle - 1] + places[middle]) / 2.0;
}

/// `places` are those of one item; 0 = a method that does not score it.
Disagreement compared(const std::vector<int>& places, int items, Moscow moscow, const DisagreementOptions& options) {
  std::vector<int> known;
  std::copy_if(places.begin(), places.end(), std::back_inserter(known), [](int place) { return place != 0; });
  Disagreement one;
  one.compared = items;
  one.median = median_of(known);
  one.places.assign(places.size(), 0);
  for (std::size_t method = 0; method < places.size(); ++method) {
    if (places[method] == 0) continue;
    // Half the way between two methods is nobody's opinion.
    const double other = known.size() == 2 ? known[0] + known[1] - places[method] : one.median;
    if (const double off = places[method] - other; std::abs(off) >= options.places) one.places[method] = static_cast<int>(off);
  }
  const bool lower_half = 2 * one.median > items;
  if (moscow == Moscow::must)
    one.moscow = lower_half;
  else if (moscow != Moscow::unset)
    one.moscow = !lower_half && one.median <= options.top;
  return one;
}

}  // namespace

bool Disagreement::any() const {
  return moscow || std::any_of(places.begin(), places.end(), [](int off) { return off != 0; });
}

std::span<const Method* const> usually_compared() {
  static const std::array<const Method*, 3> methods{find_method("rice"), find_method("wsjf"), find_method("opportunity")};
  return methods;
}

bool gives_places(const Method& method) {
  constexpr std::array<std::string_view, 3> categories{"moscow", "impact-effort", "kano"};
  return std::find(categories.begin(), categories.end(), method.key) == categories.end();
}

int places_known(std::span<const int> places) {
  return static_cast<int>(std::count_if(places.begin(), places.end(), [](int place) { return place != 0; }));
}

std::vector<Disagreement> disagreements(std::span<const MethodRanks> ranks, const DisagreementOptions& options) {
  std::vector<Disagreement> result(ranks.size());
  if (ranks.empty()) return result;
  const std::size_t methods = ranks.front().places.size();
  std::vector<std::vector<std::size_t>> orders;
  for (std::size_t method = 0; method < methods; ++method) orders.push_back(order_of(ranks, method));
  std::vector<MethodSet> sets;
  std::map<MethodSet, std::vector<std::size_t>> items_by_set;
  for (std::size_t item = 0; item < ranks.size(); ++item) {
    sets.push_back(scored_by(ranks[item]));
    items_by_set[sets.back()].push_back(item);
  }
  std::vector<std::vector<int>> places(ranks.size());
  for (const auto& [set, items] : items_by_set) {
    if (set == 0) continue;  // nothing is known
    int count = 0;
    for (const std::size_t item : items) places[item].assign(methods, 0);
    for (std::size_t method = 0; method < methods; ++method) {
      if ((set >> method & 1U) == 0) continue;
      count = 0;
      for (const std::size_t item : orders[method]) {
        if ((sets[item] & set) != set) continue;
        ++count;
        if (sets[item] == set) places[item][method] = count;
      }
    }
    for (const std::size_t item : items) result[item] = compared(places[item], count, ranks[item].moscow, options);
  }
  return result;
}

std::vector<MethodRanks> method_ranks(const Portfolio& portfolio, std::span<const Item* const> items,
                                      std::span<const Method* const> methods) {
  const ScoringContext context(portfolio, items);
  std::vector<MethodRanks> result;
  std::unordered_map<ItemId, std::size_t> position;
  for (const Item* item : items) {
    position.emplace(item->id, result.size());
    result.push_back({std::vector<int>(methods.size()), std::vector<OptionalNumber>(methods.size()), item->moscow});
  }
  for (std::size_t method = 0; method < methods.size(); ++method)
    for (const RankedItem& ranked : rank_items(context, items, *methods[method])) {
      MethodRanks& one = result[position.at(ranked.item->id)];
      one.values[method] = ranked.value;
      if (gives_places(*methods[method])) one.places[method] = ranked.rank;
    }
  return result;
}

}  // namespace tradewind::scoring
