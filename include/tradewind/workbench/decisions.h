// The record of what was decided about a request: the options as they were shown, with their figures, which was chosen, who
// chose it, why and when. What is recorded stays as it was, whatever becomes of the plan.
#pragma once
#include <filesystem>
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

struct NumberedDecision {
  int number = 0;  // from 1, in the order in which they were recorded; the next ones change nothing about it
  const Decision* decision = nullptr;
};
/// The oldest first, by their dates; what was recorded first comes first on a day.
std::vector<NumberedDecision> numbered_decisions(const Portfolio& portfolio);

/// Number, date, title, request, choice, role, reason, and what was shown: "by", "unit", "cost" and between what it lies,
/// "sentence", "moves" (what slips and drops), "options" (with their figures, "choice" and "name").
Record decision_record(const NumberedDecision& decision, const Portfolio& portfolio);
/// Of such a record: its "moves" or "options"; empty where it has none.
std::vector<Record> records_in(const Record& decision, std::string_view list);
/// Of such a record: what was chosen as the page called it, "Test for one week first", "Not at all".
std::string choice_name(const Record& decision);

/// Markdown: to read. CSV: a line for each option that was shown. JSON: the records.
std::string decisions_text(const std::vector<NumberedDecision>& decisions, const Portfolio& portfolio, TableFormat format);
/// The same as a file, in the format that its name says: .md, .csv or .json. Returns its size.
Result<std::int64_t> write_decisions(const std::filesystem::path& path, const std::vector<NumberedDecision>& decisions,
                                     const Portfolio& portfolio);

}  // namespace tradewind::workbench
