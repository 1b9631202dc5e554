// Lists inside one column, as JSON so that any tool can read them: ["a","b"] and [["name","value"],…]. No entries is the
// empty text, which most rows have and which costs nothing to read.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/item.h"

namespace tradewind::storage {

std::string encode_list(const std::vector<std::string>& values);
std::string encode_custom_fields(const std::vector<CustomField>& fields);
/// Anything that is not such a list reads as no entries.
std::vector<std::string> decode_list(std::string_view text);
std::vector<CustomField> decode_custom_fields(std::string_view text);

}  // namespace tradewind::storage
