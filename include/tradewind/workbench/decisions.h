// The record of what was decided about a request: the options as they were shown, with their figures, which was chosen, who
// chose it, why and when. What is recorded stays as it was, whatever becomes of the plan.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/storage/workspace.h"
#include "tradewind/workbench/export_view.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

/// Nothing of it is done.
inline constexpr std::string_view decline = "decline";

/// "now", "later:2027Q2", "test-first" …: names one of the options of a request.
std::string choice_of(const RequestOption& option, const Portfolio& portfolio);

struct DecisionNote {
  std::string choice;  // as choice_of; "later" where there is one later option only; or decline
  std::string role;    // who decided
  std::string reason;
  Date date{};
};

/// One undoable edit. Fails where the choice is none of the options, or role or reason are missing.
Result<DecisionId> record_decision(storage::Workspace& workspace, const TradeOff& answer, const std::vector<RequestOption>& shown,
                                   const DecisionNote& note);

/// The oldest first; a decision's number is its place here, from 1.
std::vector<const Decision*> decisions_in_order(const Portfolio& portfolio);
/// Number, date, title, request, choice, role, reason, and what was shown: "by", "unit", "cost", "sentence", "moves" (what slips
/// and drops), "options" (with their figures and "choice").
Record decision_record(const Decision& decision, const Portfolio& portfolio);
/// Markdown: to read. CSV: a line for each option that was shown. JSON: the records.
std::string decisions_text(const std::vector<const Decision*>& decisions, const Portfolio& portfolio, TableFormat format);

}  // namespace tradewind::workbench
