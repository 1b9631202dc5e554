// Guesses the encoding of exported files and turns them into UTF-8; see text_encoding.h for the order of the guesses.
#include "tradewind/exchange/text_encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "exchange/unicode.h"

namespace tradewind::exchange {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Bytes 0x80–0x9F of Windows-1252; the five unused ones stand for themselves, as browsers read them.
constexpr std::array<char32_t, 32> windows_1252_high = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80)
      text += c;
    else
      append_utf8(text, byte < 0xA0 ? windows_1252_high[byte - 0x80U] : char32_t{byte});
  }
  return text;
}

std::string from_utf16(std::string_view bytes, bool big_endian, std::size_t& replaced) {
  const auto unit_at = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]);
    const auto second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::string text;
  text.reserve(bytes.size());
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t unit = unit_at(i);
    if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size()) {
      const char32_t low = unit_at(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (unit >= 0xD800 && unit < 0xE000) {
      unit = replacement;
      ++replaced;
    }
    append_utf8(text, unit);
  }
  if (i < bytes.size()) {
    append_utf8(text, replacement);
    ++replaced;
  }
  return text;
}

/// UTF-16 without a byte-order mark shows by its zero bytes: text in it is mostly ASCII punctuation, digits and letters.
bool looks_like_utf16(std::string_view bytes, bool big_endian) {
  const std::size_t looked_at = std::min<std::size_t>(bytes.size() & ~std::size_t{1}, 4096);
  if (looked_at < 4) return false;
  std::size_t zeros_where_expected = 0;
  std::size_t zeros_elsewhere = 0;
  for (std::size_t i = 0; i < looked_at; ++i)
    if (bytes[i] == '\0') ++((i % 2 == 0) == big_endian ? zeros_where_expected : zeros_elsewhere);
  return zeros_where_expected * 10 > looked_at * 2 && zeros_elsewhere * 20 < looked_at;
}

/// CR LF and lone CR become LF, in place.
void unify_line_ends(std::string& text) {
  auto at = text.find('\r');
  if (at == std::string::npos) return;
  char* to = text.data() + at;
  const char* from = to;
  const char* const end = text.data() + text.size();
  while (from < end) {
    if (*from == '\r') {
      *to++ = '\n';
      from += from + 1 < end && from[1] == '\n' ? 2 : 1;
      continue;
    }
    const auto* next = static_cast<const char*>(std::memchr(from, '\r', static_cast<std::size_t>(end - from)));
    const auto run = static_cast<std::size_t>((next ? next : end) - from);
    std::memmove(to, from, run);
    to += run;
    from += run;
  }
  text.resize(static_cast<std::size_t>(to - text.data()));
}

}  // namespace

DecodedText decode_text(std::string_view bytes) {
  using namespace std::string_view_literals;
  DecodedText decoded;
  const auto has_mark = [&](std::string_view mark) {
    if (!bytes.starts_with(mark)) return false;
    bytes.remove_prefix(mark.size());
    decoded.had_byte_order_mark = true;
    return true;
  };
  if (has_mark("\xEF\xBB\xBF"sv))
    decoded.encoding = TextEncoding::utf8;
  else if (has_mark("\xFF\xFE"sv))
    decoded.encoding = TextEncoding::utf16_little_endian;
  else if (has_mark("\xFE\xFF"sv))
    decoded.encoding = TextEncoding::utf16_big_endian;
  else if (looks_like_utf16(bytes, false))
    decoded.encoding = TextEncoding::utf16_little_endian;
  else if (looks_like_utf16(bytes, true))
    decoded.encoding = TextEncoding::utf16_big_endian;

  switch (decoded.encoding) {
    case TextEncoding::utf16_little_endian:
    case TextEncoding::utf16_big_endian:
      decoded.text = from_utf16(bytes, decoded.encoding == TextEncoding::utf16_big_endian, decoded.replaced);
      break;
    case TextEncoding::utf8:
    case TextEncoding::windows_1252:
      if (is_valid_utf8(bytes)) {
        decoded.text = bytes;
      } else {
        decoded.encoding = TextEncoding::windows_1252;
        decoded.text = from_windows_1252(bytes);
      }
  }
  unify_line_ends(decoded.text);
  return decoded;
}

bool is_valid_utf8(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at < end) {
    if (end - at >= 8) {
      std::uint64_t word;
      std::memcpy(&word, at, sizeof word);
      if ((word & 0x8080808080808080U) == 0) {
        at += 8;
        continue;
      }
    }
    if (static_cast<unsigned char>(*at) < 0x80) {
      ++at;
      continue;
    }
    std::size_t length = 0;
    if (decode_utf8({at, static_cast<std::size_t>(end - at)}, length) == invalid_code_point) return false;
    at += length;
  }
  return true;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool gap = false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    char32_t c = static_cast<unsigned char>(text[i]);
    if (c >= 0x80) c = decode_utf8(text.substr(i), length);
    if (c == invalid_code_point) {
      c = replacement;
      length = 1;
    }
    i += length;
    if (is_white_space(c) || c == U'_') {
      gap = !folded.empty();
      continue;
    }
    if (gap) folded += ' ';
    gap = false;
    append_utf8(folded, lower_case(c));
  }
  return folded;
}

std::string_view trimmed(std::string_view text) {
  const auto white_at_start = [](std::string_view t) -> std::size_t {
    if (t.empty()) return 0;
    if (static_cast<unsigned char>(t[0]) < 0x80) return is_white_space(static_cast<unsigned char>(t[0])) ? 1 : 0;
    std::size_t length = 0;
    const char32_t c = decode_utf8(t, length);
    return c != invalid_code_point && is_white_space(c) ? length : 0;
  };
  const auto white_at_end = [](std::string_view t) -> std::size_t {
    if (t.empty()) return 0;
    if (static_cast<unsigned char>(t.back()) < 0x80) return is_white_space(static_cast<unsigned char>(t.back())) ? 1 : 0;
    for (std::size_t length = 2; length <= 3 && length <= t.size(); ++length) {
      std::size_t decoded_length = 0;
      const char32_t c = decode_utf8(t.substr(t.size() - length), decoded_length);
      if (c != invalid_code_point && decoded_length == length) return is_white_space(c) ? length : 0;
    }
    return 0;
  };
  while (const auto n = white_at_start(text)) text.remove_prefix(n);
  while (const auto n = white_at_end(text)) text.remove_suffix(n);
  return text;
}

}  // namespace tradewind::exchange
