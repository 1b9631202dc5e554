// 70/20/10 of a period: target, planned and actual, as a whole and by team or person.
#pragma once
#include <string>

#include "tradewind/allocation/allocation.h"
#include "tradewind/domain/error.h"

namespace tradewind::workbench {

struct AllocationOptions {
  std::string period;  // a PERIOD; empty = the roadmap's period that holds `today`, else its first
  Date today{};
  std::optional<Span> booked;  // whose time entries; unset: those of the period
};

/// The period need not be a row of the workspace.
Result<allocation::Allocation> report_allocation(const Portfolio& portfolio, const AllocationOptions& options);

/// The period that a text means: one of the workspace, else what the text itself says.
Result<Period> period_called(const Portfolio& portfolio, const std::string& text);
/// The period of the first roadmap's kind that holds the day, else the last one before it, else the first.
Result<Period> current_period(const Portfolio& portfolio, Date today);

}  // namespace tradewind::workbench
