// A time entry from one line of plain words:
//
//     2h firefighting incident review yesterday
//     1.5d Platform CDP-117 query tuning mon
//     45m roadmap Data Science
//
// The length is first or anywhere: 2h, 1h30m, 90m, 0.5d (a day is a fifth of the workspace's hours per week). A day is today,
// yesterday, a weekday's name (the last one), or 2027-01-18; without one it is today. Class, team and item are found by their
// names and keys; what is left says what the time went to.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::workbench {

/// Without an id, without a person. An item brings its class where none is named; the only team of a workspace is taken where
/// none is named. Fails without a length, with two, or with one beyond 24 hours a day.
Result<TimeEntry> read_quick_time(std::string_view line, const Portfolio& portfolio, Date today);

/// "2 h Firefighting, Platform, 17 Jan 2027: incident review", to be shown before it is stored.
std::string describe_time(const TimeEntry& entry, const Portfolio& portfolio);

}  // namespace tradewind::workbench
