// Where the methods contradict each other: these items deserve a conversation, not an average.
#pragma once
#include <array>
#include <span>
#include <vector>

#include "tradewind/domain/item.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::scoring {

/// The place of one item in each order; 0 = unscored.
struct MethodRanks {
  int rice = 0;
  int wsjf = 0;
  int opportunity = 0;
  Moscow moscow = Moscow::unset;
};

struct DisagreementOptions {
  int places = 7;  // so far from the median of the three is a disagreement
  int top = 6;     // within these places of the median only a Must is expected
};

struct Disagreement {
  int median = 0;               // of the three ranks; 0 = not compared, because one of them is unscored
  std::array<int, 3> places{};  // rice, wsjf, opportunity: rank − median where that is a disagreement, else 0
  bool moscow = false;          // a Must in the lower half, or another category among the top
  bool any() const { return moscow || places[0] != 0 || places[1] != 0 || places[2] != 0; }
};

/// In the order of the input; the lower half is that of the input's length.
std::vector<Disagreement> disagreements(std::span<const MethodRanks> ranks, const DisagreementOptions& options = {});
/// The ranks of each item among `items`, in their order.
std::vector<MethodRanks> method_ranks(const Portfolio& portfolio, std::span<const Item* const> items);

}  // namespace tradewind::scoring
