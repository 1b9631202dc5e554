// What verbs ask that price a request: KEY by PERIOD.
#pragma once
#include <string>
#include <vector>

#include "cli/verbs/planning_options.h"
#include "tradewind/workbench/trade_off.h"

namespace tradewind::cli {

/// What trying the request out first takes.
struct TestVerbOptions {
  workbench::RequestTest test;
  std::string team;

  void add_to(CLI::App& verb);
  Result<workbench::RequestTest> of(const Portfolio& portfolio, const std::string& file) const;
};

struct Question {
  std::string key;
  std::string by;  // a PERIOD; empty = the first
  TestVerbOptions test;
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
