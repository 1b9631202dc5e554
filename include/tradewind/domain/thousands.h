// Commas between thousands, in every figure that people read.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string>

namespace tradewind {

/// "-3153.5" is "-3,153.5". `number` is written in ASCII digits, with a sign, a fraction or an exponent where it has one.
inline std::string with_thousands(std::string number) {
  const std::size_t first = number.starts_with('-') ? 1 : 0;
  std::size_t at = std::min(number.find_first_not_of("0123456789", first), number.size());
  for (; at > first + 3; at -= 3) number.insert(at - 3, 1, ',');
  return number;
}

}  // namespace tradewind
