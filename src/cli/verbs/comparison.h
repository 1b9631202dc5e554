// What `scenario compare` prints.
#pragma once
#include <string>

#include "tradewind/workbench/scenario_compare.h"

namespace tradewind::cli {

void print_comparison(const workbench::PlanComparison& comparison, const std::string& from, const std::string& to, bool json);

}  // namespace tradewind::cli
