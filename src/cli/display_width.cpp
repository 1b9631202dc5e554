#include <algorithm>
#include <array>
#include <utility>

#include "cli/output.h"

namespace tradewind::cli {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

// Combining marks, variation selectors, joiners.
constexpr std::array no_width{Range{0x0300, 0x036F},   Range{0x0483, 0x0489},  Range{0x0591, 0x05BD}, Range{0x0610, 0x061A},
                              Range{0x064B, 0x065F},   Range{0x200B, 0x200F},  Range{0x202A, 0x202E}, Range{0x2060, 0x2064},
                              Range{0x20D0, 0x20FF},   Range{0xFE00, 0xFE0F},  Range{0xFE20, 0xFE2F}, Range{0xFEFF, 0xFEFF},
                              Range{0x1F3FB, 0x1F3FF}, Range{0xE0100, 0xE01EF}};
// East Asian wide and full-width, and emoji.
constexpr std::array two_wide{Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},  Range{0x25FD, 0x25FE},
                              Range{0x2614, 0x2615},   Range{0x2648, 0x2653},   Range{0x26A1, 0x26A1},  Range{0x26BD, 0x26BE},
                              Range{0x26D4, 0x26D4},   Range{0x2705, 0x2705},   Range{0x270A, 0x270B},  Range{0x2728, 0x2728},
                              Range{0x274C, 0x274C},   Range{0x2753, 0x2757},   Range{0x2795, 0x2797},  Range{0x2B50, 0x2B50},
                              Range{0x2E80, 0x303E},   Range{0x3041, 0x33FF},   Range{0x3400, 0x4DBF},  Range{0x4E00, 0x9FFF},
                              Range{0xA000, 0xA4CF},   Range{0xA960, 0xA97F},   Range{0xAC00, 0xD7A3},  Range{0xF900, 0xFAFF},
                              Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},  Range{0x1F300, 0x1F64F},
                              Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD}};

template <std::size_t N>
bool lies_in(char32_t character, const std::array<Range, N>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const Range& range) { return character >= range.first && character <= range.last; });
}

/// The next character and its length in bytes; a byte that is not UTF-8 counts as one character.
std::pair<char32_t, std::size_t> next_character(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char first = byte(0);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
  if (length == 1 || length > text.size()) return {first < 0x80 ? first : 0xFFFDU, 1};
  char32_t character = first & (0x7FU >> length);
  for (std::size_t at = 1; at < length; ++at) {
    if ((byte(at) & 0xC0U) != 0x80U) return {0xFFFDU, 1};
    character = (character << 6U) | (byte(at) & 0x3FU);
  }
  return {character, length};
}

std::size_t width_of(char32_t character) {
  if (character < 0x20 || character == 0x7F || lies_in(character, no_width)) return 0;
  return lies_in(character, two_wide) ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  std::size_t width = 0;
  while (!utf8.empty()) {
    const auto [character, length] = next_character(utf8);
    width += width_of(character);
    utf8.remove_prefix(length);
  }
  return width;
}

std::string shortened(std::string_view utf8, std::size_t columns) {
  if (display_width(utf8) <= columns) return std::string{utf8};
  std::size_t bytes = 0;
  std::size_t width = 0;
  while (bytes < utf8.size()) {
    const auto [character, length] = next_character(utf8.substr(bytes));
    if (width + width_of(character) + 1 > columns) break;
    width += width_of(character);
    bytes += length;
  }
  return std::string{utf8.substr(0, bytes)} + "…";
}

}  // namespace tradewind::cli
