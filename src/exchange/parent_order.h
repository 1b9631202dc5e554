// The tree of parents in a plan: no circles, and parents before their children.
#pragma once
#include <vector>

#include "tradewind/exchange/import.h"

namespace tradewind::exchange {

/// A parent that would make an item its own ancestor is taken away and reported under losses.
void break_parent_circles(ImportPlan& plan, const Portfolio& current);
/// Stable: items keep their order but where a child would come before its parent.
void put_parents_first(std::vector<Item>& items);

}  // namespace tradewind::exchange
