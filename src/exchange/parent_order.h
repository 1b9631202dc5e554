// The tree of parents in a plan: no circles, and parents before their children.
#pragma once
#include "tradewind/exchange/import.h"

namespace tradewind::exchange {

/// Takes away (and reports under losses) a parent that would make an item its own ancestor, then puts parents before their
/// children; items keep their order but where a child would come first.
void order_parents(ImportPlan& plan, const Portfolio& current);

}  // namespace tradewind::exchange
