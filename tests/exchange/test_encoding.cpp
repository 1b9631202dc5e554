#include "import_support.h"
#include "tradewind/exchange/text_encoding.h"

using namespace tradewind::exchange;
using namespace std::string_literals;

namespace {
std::string utf16(const std::u16string& text, bool big_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  }
  return bytes;
}
}  // namespace

TEST_CASE("text is decoded whatever wrote it", "[encoding]") {
  const std::string text = "Título,Größe €\nA😀,ё\n";
  CHECK(decode_text(text).text == text);
  CHECK(decode_text("\xEF\xBB\xBF" + text).text == text);
  CHECK(decode_text("\xEF\xBB\xBF" + text).had_byte_order_mark);
  const std::u16string wide = u"Título,Größe €\nA😀,ё\n";
  CHECK(decode_text("\xFF\xFE" + utf16(wide, false)).text == text);
  CHECK(decode_text("\xFE\xFF" + utf16(wide, true)).text == text);
  CHECK(decode_text(utf16(u"Title,Effort\nOne,2\n", false)).text == "Title,Effort\nOne,2\n");
  CHECK(decode_text(utf16(u"Title,Effort\nOne,2\n", true)).encoding == TextEncoding::utf16_big_endian);
  const auto western = decode_text("T\xEDtulo \x80 \x93x\x94");
  CHECK(western.encoding == TextEncoding::windows_1252);
  CHECK(western.text == "Título € “x”");
}

TEST_CASE("broken UTF-16 is counted, not dropped", "[encoding]") {
  const auto decoded = decode_text("\xFF\xFE" +
                                   utf16(u"a\xD800"
                                         u"b",
                                         false) +
                                   "c");
  CHECK(decoded.text == "a\uFFFDb\uFFFD");
  CHECK(decoded.replaced == 2);
}

TEST_CASE("line ends become LF", "[encoding]") {
  CHECK(decode_text("a\r\nb\rc\n\r\n").text == "a\nb\nc\n\n");
  CHECK(decode_text("\r").text == "\n");
}

TEST_CASE("malformed UTF-8 is recognised", "[encoding]") {
  for (const auto& bad : {"\xC0\xAF"s, "\xED\xA0\x80"s, "\xF5\x80\x80\x80"s, "abcdefgh\xE2\x82"s, "\x80"s})
    CHECK_FALSE(is_valid_utf8(bad));
  CHECK(is_valid_utf8("12345678Ünïcödé😀"));
}

TEST_CASE("names compare without case, spacing and non-breaking spaces", "[encoding]") {
  CHECK(fold("  Story\u00A0 Points_X ") == "story points x");
  CHECK(fold("КЛЮЧ Проблемы Ё") == "ключ проблемы ё");
  CHECK(trimmed("\u00A0 x\u00A0y \u202F\n") == "x\u00A0y");
  CHECK(trimmed("\u00A0").empty());
}
