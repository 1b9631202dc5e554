// Fractional ranking: a rank is a string over 0-9A-Za-z that compares as bytes, and between any two different ranks
// there is always another, so that a drag changes one row only.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tradewind {

/// A rank strictly between; empty `before` = the start, empty `after` = the end. REQUIRES: before < after where both
/// are given. Never ends in '0', so that something always fits below it.
std::string rank_between(std::string_view before, std::string_view after);
/// `count` ascending ranks between the two, evenly spread and as short as possible: for imports.
std::vector<std::string> ranks_between(std::string_view before, std::string_view after, std::size_t count);

}  // namespace tradewind
