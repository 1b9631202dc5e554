// Where the methods contradict each other: these items deserve a conversation, not an average.
#pragma once
#include <span>
#include <vector>

#include "tradewind/domain/item.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/scoring/registry.h"

namespace tradewind::scoring {

/// What the methods say of one item, each vector in the order of the methods.
struct MethodRanks {
  std::vector<int> places;  // 1 = best; 0 = unscored, or the method gives no places
  std::vector<OptionalNumber> values;
  Moscow moscow = Moscow::unset;
};

struct DisagreementOptions {
  int places = 7;  // so far from the median is a disagreement
  int top = 6;     // within these places of the median only a Must is expected, as far as they are in the upper half
};

/// What is known is compared: the places that an item has by the methods that score it, counted among the items that all of
/// these methods score.
struct Disagreement {
  int compared = 0;         // how many items that are; 0 = no method scores this one
  double median = 0;        // of the places; 0 = there is none
  std::vector<int> places;  // of each method: place − median where that is a disagreement, else 0; of two methods: − the other
  bool moscow = false;      // a Must in the lower half, or another category among the top
  bool any() const;
};

/// RICE, WSJF and opportunity.
std::span<const Method* const> usually_compared();
/// False where a method puts items into a few categories: places within one of them would mean nothing.
bool gives_places(const Method& method);
/// How many methods have a place for the item.
int places_known(std::span<const int> places);

/// In the order of the input. REQUIRES: at most 64 methods.
std::vector<Disagreement> disagreements(std::span<const MethodRanks> ranks, const DisagreementOptions& options = {});
/// What each method says of each item among `items`, in their order.
std::vector<MethodRanks> method_ranks(const Portfolio& portfolio, std::span<const Item* const> items,
                                      std::span<const Method* const> methods);

}  // namespace tradewind::scoring
