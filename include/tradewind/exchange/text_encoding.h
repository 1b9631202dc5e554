// Bytes of an exported file -> UTF-8 text with plain line feeds, whatever program wrote it.
#pragma once
#include <string>
#include <string_view>

#include "tradewind/domain/enum_names.h"

namespace tradewind {

namespace exchange {
enum class TextEncoding : unsigned char { utf8, utf16_little_endian, utf16_big_endian, windows_1252 };
}
template <>
struct EnumNames<exchange::TextEncoding> {
  static constexpr std::array values{std::pair{exchange::TextEncoding::utf8, "UTF-8"},
                                     std::pair{exchange::TextEncoding::utf16_little_endian, "UTF-16LE"},
                                     std::pair{exchange::TextEncoding::utf16_big_endian, "UTF-16BE"},
                                     std::pair{exchange::TextEncoding::windows_1252, "Windows-1252"}};
};

namespace exchange {

struct DecodedText {
  std::string text;  // valid UTF-8, line ends are LF, no byte-order mark
  TextEncoding encoding = TextEncoding::utf8;
  bool had_byte_order_mark = false;
  std::size_t replaced = 0;  // code units that stand for no character, each now U+FFFD
};

/// By byte-order mark, else UTF-16 by its zero bytes, else UTF-8 where it is valid, else Windows-1252. Never fails.
DecodedText decode_text(std::string_view bytes);

bool is_valid_utf8(std::string_view text);

/// For comparing headers and names: lower case (Latin, Greek and Cyrillic letters), every run of white space,
/// non-breaking space and underscore one space, none at the ends.
std::string fold(std::string_view text);

/// Without white space and non-breaking spaces at the ends.
std::string_view trimmed(std::string_view text);

}  // namespace exchange
}  // namespace tradewind
