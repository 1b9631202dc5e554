// One number of every item (a score, an effort), computed once and kept right edit by edit: 100,000 rows are not counted again
// for each key that somebody presses.
#pragma once
#include <cstddef>
#include <vector>

#include "tradewind/scoring/context.h"

namespace tradewind::gui {

class ItemNumbers {
 public:
  using Value = OptionalNumber (*)(const scoring::ScoringContext& context, const Item& item);

  /// Lifetime: the portfolio must outlive it.
  ItemNumbers(const Portfolio& portfolio, Value value_of);

  /// To be called when nothing but these items has another number now. REQUIRES: no item was erased.
  void update(const scoring::ScoringContext& context, const std::vector<ItemId>& items);

  OptionalNumber value(ItemId item) const;
  /// 0 where no number is known.
  double greatest() const { return greatest_; }
  /// How many items have a number, and how many a greater one than this item.
  struct Place {
    std::size_t greater = 0;
    std::size_t of = 0;
  };
  Place place(ItemId item) const;

 private:
  void find_greatest();

  const Portfolio* portfolio_;
  Value value_;
  std::vector<OptionalNumber> by_slot_;
  double greatest_ = 0;
};

}  // namespace tradewind::gui
