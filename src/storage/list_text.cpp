#include "storage/list_text.h"

#include <nlohmann/json.hpp>

namespace tradewind::storage {
namespace {

using nlohmann::json;

// Text from a stranger's export may hold invalid UTF-8; it is kept readable rather than refused.
std::string written(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

}  // namespace

std::string encode_list(const std::vector<std::string>& values) { return values.empty() ? std::string() : written(json(values)); }

std::string encode_custom_fields(const std::vector<CustomField>& fields) {
  if (fields.empty()) return {};
  json list = json::array();
  for (const CustomField& field : fields) list.push_back(json::array({field.name, field.value}));
  return written(list);
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
