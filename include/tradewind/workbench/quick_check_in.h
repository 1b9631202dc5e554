// A check-in of an outcome from one line of plain words:
//
//     42
//     42 after the rollout yesterday
//     9.4 s on 3 May, at risk: supplier is late
//
// The value comes first, with or without the outcome's unit; then, where somebody says it, the health; the rest is the note. The
// day, where it is not today, stands behind the value or the health, or at the end: one of those of plain_words.h.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/domain/error.h"
#include "tradewind/domain/outcome.h"

namespace tradewind::workbench {

/// Without an id. Fails where the line does not begin with a number.
Result<CheckIn> read_quick_check_in(std::string_view line, const Outcome& outcome, Date today);

/// "9.4 s on 18 Jan 2027, At risk: supplier is late", to be shown before it is stored.
std::string describe_check_in(const CheckIn& check_in, const Outcome& outcome);

}  // namespace tradewind::workbench
