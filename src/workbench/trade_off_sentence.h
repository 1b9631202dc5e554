// What a trade-off says in words.
#pragma once
#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

/// A sentence for the executive, made of the numbers, and what else has to be said of the question.
std::vector<Phrase> sentences_of(const TradeOff& answer, const Portfolio& portfolio);
/// Where each number and date of that comes from.
std::vector<ExplainedPart> explained_parts(const TradeOff& answer, const Portfolio& portfolio);

/// The milestone of the item or of its outcomes that it passes when its work ends later, if any: the first one.
const Milestone* milestone_passed(const Slip& slip, const Portfolio& portfolio);

}  // namespace tradewind::workbench
