// The rows that are different between two portfolios of one workspace, field by field.
#pragma once
#include "tradewind/domain/portfolio.h"
#include "tradewind/workbench/scenario_compare.h"

namespace tradewind::workbench {

std::vector<ChangedRow> changed_rows(const Portfolio& before, const Portfolio& after);

}  // namespace tradewind::workbench
