// Scenarios by name, and made from the answer to a request.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/storage/scenario.h"
#include "tradewind/workbench/record.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

/// Ignoring case; not_found names the scenarios that there are.
Result<ScenarioId> scenario_called(const Portfolio& portfolio, std::string_view name);
/// By name.
std::vector<const Scenario*> scenarios_in_order(const Portfolio& portfolio);

/// A scenario whose first edit makes the roadmap what the answer says. Fails where the request is impossible.
Result<ScenarioId> scenario_from(storage::Workspace& workspace, const TradeOff& answer, Scenario scenario);

/// A conflict in words: "row" ("item CDP-104"), "field", "before", "ours", "theirs". Where the row itself is in question, "field"
/// is unknown and the others say what became of it.
Record describe_conflict(const storage::Workspace::MergeConflict& conflict, const Portfolio& portfolio);

}  // namespace tradewind::workbench
