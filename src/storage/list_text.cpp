#include "storage/list_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace tradewind::storage {
namespace {

using nlohmann::json;

/// Most texts need no escapes and are copied, which is what makes a large import fast. Text from a stranger's export may hold
/// invalid UTF-8; it is kept readable rather than refused.
void append_text(std::string& list, std::string_view text) {
  const bool is_plain =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7F && c != 0x22 && c != 0x5C; });
  if (is_plain)
    ((list += '"') += text) += '"';
  else
    list += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace

std::string encode_list(const std::vector<std::string>& values) {
  std::string list;
  for (const std::string& value : values) append_text(list += list.empty() ? '[' : ',', value);
  if (!list.empty()) list += ']';
  return list;
}

std::string encode_custom_fields(const std::vector<CustomField>& fields) {
  std::string list;
  for (const CustomField& field : fields) {
    append_text(list += list.empty() ? "[[" : ",[", field.name);
    append_text(list += ',', field.value);
    list += ']';
  }
  if (!list.empty()) list += ']';
  return list;
}

std::vector<std::string> decode_list(std::string_view text) {
  std::vector<std::string> values;
  if (text.empty()) return values;
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return values;
  for (const json& entry : list)
    if (entry.is_string()) values.push_back(entry.get<std::string>());
  return values;
}

std::vector<CustomField> decode_custom_fields(std::string_view text) {
  std::vector<CustomField> fields;
  if (text.empty()) return fields;
  const json list = json::parse(text, nullptr, false);
  if (!list.is_array()) return fields;
  for (const json& entry : list)
    if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_string())
      fields.push_back({entry[0].get<std::string>(), entry[1].get<std::string>()});
  return fields;
}

}  // namespace tradewind::storage
