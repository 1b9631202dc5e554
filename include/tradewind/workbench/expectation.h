// What a way to answer a request comes to where the request brings what is hoped of it, and where it brings nothing: the two
// ends of a wager whose mean is the expected net value.
#pragma once
#include <optional>

#include "tradewind/workbench/trade_off.h"

namespace tradewind::workbench {

/// In the unit of the value basis. The chance is what RequestOption counts with: the confidence in the request, 0–1.
struct Expectation {
  struct Case {
    double value = 0;  // of the request, up to the horizon
    double cost = 0;   // of delay of what moves
    double net() const { return value - cost; }
  };
  double chance = 0;
  Case works;
  Case fails;
  /// RequestOption::net() again.
  double expected() const { return chance * works.net() + (1 - chance) * fails.net(); }
};

/// Other work is delayed whether the request works or not; only where it is tested first is nothing delayed for one that
/// fails. What the test itself costs is paid in both cases. nullopt where nobody has said how likely it is or
/// what it is worth, and where the chance is none.
std::optional<Expectation> expectation_of(const RequestOption& option, OptionalNumber confidence);

}  // namespace tradewind::workbench
