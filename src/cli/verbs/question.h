// What verbs ask that price a request: KEY by PERIOD.
#pragma once
#include <string>
#include <vector>

#include "cli/verbs/planning_options.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::cli {

struct Question {
  std::string key;
  std::string by;  // a PERIOD; empty = the first
  PlanningVerbOptions planning;
};

struct Answer {
  workbench::TradeOff price;
  std::vector<workbench::RequestOption> ways;
};

/// `file` is named in messages.
Result<workbench::TradeOff> price_of(const Question& question, const Portfolio& portfolio, const std::string& file);
Result<Answer> answer_to(const Question& question, const Portfolio& portfolio, const std::string& file);

}  // namespace tradewind::cli
