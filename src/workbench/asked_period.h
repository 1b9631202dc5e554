// The period that a request is asked for by, which need not be one of the plan's.
#pragma once
#include <string>

#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

struct AskedPeriod {
  AskedFor place = AskedFor::period_of_plan;
  int number = 0;    // of the plan's periods: the one that is meant, else the first or the last one
  std::string name;  // as people call it; empty where it is one of the plan's
};

/// `text`: a PERIOD; empty = the plan's first. Fails where it is no period, or one that is no whole number of the plan's.
Result<AskedPeriod> asked_period(const Portfolio& portfolio, const PlanningProblem& problem, const std::string& text,
                                 const std::string& what);

}  // namespace tradewind::workbench
