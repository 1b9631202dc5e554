// Writing JSON text without building a document in memory first: a hundred thousand rows are appended to one string.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace tradewind::exchange {

/// With quotes and escapes; bytes that are not UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);
/// The fewest digits that read back as the same double; null for NaN, "Infinity" or "-Infinity" as a string.
void append_json_number(std::string& out, double value);
void append_json_integer(std::string& out, std::int64_t value);
/// The fewest digits that read back as the same double, also in exponent form: "0.1", "1e+300"; "-0.0" keeps its sign.
std::string shortest_text(double value);

}  // namespace tradewind::exchange
