// The options that verbs share which plan.
#pragma once
#include <string>

#include "cli/verb.h"
#include "tradewind/planning/plan.h"
#include "tradewind/workbench/planning_problem.h"

namespace tradewind::cli {

struct PlanningVerbOptions {
  std::string roadmap;
  std::string today;
  std::string basis = "automatic";
  std::string estimates = "likely";
  double time_limit = 0;  // seconds; 0 = none
  std::uint64_t seed = 1;

  void add_to(CLI::App& verb);
  workbench::PlanningOptions planning() const;
  /// What the verb searches with unless the options say otherwise.
  planning::Options search(planning::Options usual) const;
};

}  // namespace tradewind::cli
