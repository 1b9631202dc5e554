// Small portfolios for the tests of scoring.
#pragma once
#include <string>

#include "tradewind/domain/portfolio.h"

namespace tradewind::test {

class PortfolioMaker {
 public:
  Portfolio portfolio;

  /// Adds an item with `key` and, when effort is known, one estimate of no particular team.
  const Item& add(Item item, OptionalNumber effort = {}) {
    item.id = ItemId{++last_id_};
    const ItemId id = item.id;
    portfolio.insert(std::move(item));
    if (effort.has_value()) estimate(id, effort);
    return *portfolio.find(id);
  }
  void estimate(ItemId item, OptionalNumber likely, OptionalNumber low = {}, OptionalNumber high = {}) {
    Estimate row;
    row.id = EstimateId{++last_id_};
    row.item = item;
    row.team = TeamId{last_id_};
    row.low = low;
    row.likely = likely;
    row.high = high;
    portfolio.insert(row);
  }
  std::int64_t next_id() { return ++last_id_; }

 private:
  std::int64_t last_id_ = 0;
};

inline Item item_with(std::string key, OptionalNumber reach = {}, OptionalNumber impact = {}, OptionalNumber confidence = {}) {
  Item item;
  item.key = std::move(key);
  item.reach = reach;
  item.impact = impact;
  item.confidence = confidence;
  return item;
}

}  // namespace tradewind::test
