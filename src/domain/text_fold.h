// Reading UTF-8 letter by letter, folded.
#pragma once
#include <cstddef>
#include <string_view>

#include "tradewind/domain/text.h"

namespace tradewind {

constexpr unsigned char ascii_lower(unsigned char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c - 'A' + 'a') : c;
}
constexpr bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

/// The code point at `at`, which moves behind it. A byte that starts no valid sequence is returned above the Unicode range,
/// so that it equals nothing but itself. REQUIRES: at < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  constexpr char32_t invalid_byte = 0x200000;
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  const std::size_t more = lead >= 0xF0 && lead <= 0xF4  ? 3
                           : lead >= 0xE0 && lead < 0xF0 ? 2
                           : lead >= 0xC2 && lead < 0xE0 ? 1
                                                         : 0;
  if (more == 0 || text.size() - at < more) return invalid_byte + lead;
  char32_t letter = lead & (0x3FU >> more);
  for (std::size_t i = 0; i < more; ++i) {
    if (!is_continuation(text[at + i])) return invalid_byte + lead;
    letter = (letter << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  }
  at += more;
  return letter;
}

inline char32_t next_folded(std::string_view text, std::size_t& at) {
  if (const auto c = static_cast<unsigned char>(text[at]); c < 0x80) {
    ++at;
    return ascii_lower(c);
  }
  return fold_code_point(next_code_point(text, at));
}

}  // namespace tradewind
