// Hand-written subset of the Unicode tables: what occurs in the headers, months and statuses of exported files.
#include "exchange/unicode.h"

#include <array>

#include "tradewind/exchange/text_encoding.h"

namespace tradewind::exchange {

char32_t decode_utf8(std::string_view text, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  const auto continues = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0) == 0x80; };
  const char32_t first = byte(0);
  length = 1;
  if (first < 0x80) return first;
  if (first >= 0xC2 && first < 0xE0 && continues(1)) {
    length = 2;
    return (first & 0x1F) << 6 | (byte(1) & 0x3F);
  }
  if (first >= 0xE0 && first < 0xF0 && continues(1) && continues(2)) {
    const char32_t c = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (c < 0x800 || (c >= 0xD800 && c < 0xE000)) return invalid_code_point;
    length = 3;
    return c;
  }
  if (first >= 0xF0 && first < 0xF5 && continues(1) && continues(2) && continues(3)) {
    const char32_t c = (first & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
    if (c < 0x10000 || c > 0x10FFFF) return invalid_code_point;
    length = 4;
    return c;
  }
  return invalid_code_point;
}

void append_utf8(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

bool is_white_space(char32_t c) {
  return c == U' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

char32_t lower_case(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c < 0xC0) return c;
  if (c <= 0xDE) return c == 0xD7 ? c : c + 0x20;
  if (c >= 0x100 && c <= 0x17E) {
    if (c == 0x130) return U'i';
    if (c == 0x178) return 0xFF;
    const bool odd_is_upper = (c >= 0x139 && c <= 0x148) || c >= 0x179;
    if (c == 0x138 || c == 0x149) return c;
    return (c % 2 == 1) == odd_is_upper ? c + 1 : c;
  }
  if (c >= 0x391 && c <= 0x3A9) return c + 0x20;
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;
  if (c >= 0x400 && c <= 0x40F) return c + 0x50;
  return c;
}

char32_t without_accent(char32_t c) {
  static constexpr std::array<char, 32> latin_1 = {'a', 'a', 'a', 'a', 'a', 'a', 'a', 'c', 'e', 'e', 'e',
                                                   'e', 'i', 'i', 'i', 'i', 'd', 'n', 'o', 'o', 'o', 'o',
                                                   'o', '/', 'o', 'u', 'u', 'u', 'u', 'y', 't', 'y'};
  if (c >= 0xE0 && c <= 0xFF) return static_cast<char32_t>(latin_1[c - 0xE0]);
  if (c == 0x451) return 0x435;  // ё
  if (c == 0x153) return U'o';   // œ
  return c;
}

std::string plain_fold(std::string_view text) {
  const std::string folded = fold(text);
  std::string plain;
  plain.reserve(folded.size());
  for (std::size_t i = 0; i < folded.size();) {
    std::size_t length = 1;
    const char32_t c = decode_utf8(std::string_view(folded).substr(i), length);
    i += length;
    const char32_t letter = c == U'-' ? U' ' : c == 0x2019 ? U'\'' : without_accent(c);
    if (letter == U' ' && (plain.empty() || plain.back() == ' ')) continue;
    append_utf8(plain, letter);
  }
  while (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

}  // namespace tradewind::exchange
