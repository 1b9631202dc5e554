// What the options of an exported view mean: which items, which period, and which options a view knows at all.
#pragma once
#include <optional>
#include <vector>

#include "tradewind/workbench/export_view.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

Result<void> check_view_options(View view, const ViewOptions& options);
/// nullopt: neither items nor a filter were given. In their own order, else in that of rank.
Result<std::optional<std::vector<ItemId>>> selected_items(const Portfolio& portfolio, const ViewOptions& options);
/// nullopt: no period was given.
Result<std::optional<Period>> selected_period(const Portfolio& portfolio, const ViewOptions& options);

/// What is to be priced. REQUIRES: check_view_options, and not priced already.
Result<TradeOffOptions> selected_request(const Portfolio& portfolio, const ViewOptions& options);

}  // namespace tradewind::workbench
