// The few facts about Unicode that reading headers and names in several languages needs.
#pragma once
#include <string>
#include <string_view>

namespace tradewind::exchange {

constexpr char32_t invalid_code_point = 0xFFFFFFFF;

/// The first code point of `text` (not empty) and its length in bytes; invalid_code_point for malformed, overlong,
/// surrogate or too large sequences.
char32_t decode_utf8(std::string_view text, std::size_t& length);
void append_utf8(std::string& text, char32_t code_point);
/// White space, byte-order mark and zero-width spaces, non-breaking spaces.
bool is_white_space(char32_t code_point);
/// Latin, Greek and Cyrillic letters; everything else is itself.
char32_t lower_case(char32_t code_point);
/// The letter without its accent (é -> e, ё -> е) for the letters of Western European languages and Russian.
char32_t without_accent(char32_t lower_case_letter);

/// For table look-ups: as fold(), without accents, and with - as a space.
std::string plain_fold(std::string_view text);

}  // namespace tradewind::exchange
