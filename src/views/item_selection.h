// Which items a view shows when nobody names them.
#pragma once
#include <optional>
#include <vector>

#include "tradewind/domain/open_item.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::views {

/// The chosen items that exist, in the order given; without a choice every open item (not launched, measured or dropped)
/// in the order of the backlog.
inline std::vector<const Item*> chosen_items(const Portfolio& portfolio, const std::optional<std::vector<ItemId>>& chosen) {
  std::vector<const Item*> items;
  if (chosen) {
    for (const ItemId id : *chosen)
      if (const Item* item = portfolio.find(id)) items.push_back(item);
    return items;
  }
  for (const Item* item : portfolio.items_by_rank())
    if (is_open(*item)) items.push_back(item);
  return items;
}

}  // namespace tradewind::views
