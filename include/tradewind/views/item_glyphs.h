// The signs by which an item is known wherever it is drawn, in pictures and in the window's tables: the colours of its class
// and of its teams, and the dots of its evidence.
#pragma once
#include <array>
#include <cstddef>

#include "tradewind/domain/portfolio.h"
#include "tradewind/views/theme.h"

namespace tradewind::views {

struct ClassTokens {
  Token solid;
  Token soft;  // areas that carry text
  Token text;
};
ClassTokens class_tokens(ClassRole role);
/// The role of the item's class; `other` where it has none.
ClassRole class_role_of(const Item& item, const Portfolio& portfolio);
/// The ordered ramp of the teams; repeats past its end.
Token team_token(std::size_t position);

/// Opinion, interviews, usage data, experiment, pilot: true where there is some that supports the item.
using EvidenceDots = std::array<bool, 5>;
EvidenceDots evidence_dots(const Portfolio& portfolio, ItemId item);

}  // namespace tradewind::views
