#include "workbench/json_value.h"

#include <nlohmann/json.hpp>

namespace tradewind::workbench {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth;
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return *whole;
  if (const auto* number = std::get_if<double>(&value.data)) return *number;
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* record = std::get_if<Record>(&value.data)) {
    Json object = Json::object();
    for (const Member& member : *record) object[member.name] = to_json(member.value);
    return object;
  }
  if (const auto* list = std::get_if<std::vector<Value>>(&value.data)) {
    Json array = Json::array();
    for (const Value& entry : *list) array.push_back(to_json(entry));
    return array;
  }
  return nullptr;
}

Value from_json(const Json& json) {
  if (json.is_boolean()) return Value::of(json.get<bool>());
  if (json.is_number_integer()) return Value::of(json.get<std::int64_t>());
  if (json.is_number()) return Value::of(json.get<double>());
  if (json.is_string()) return Value::of(json.get<std::string>());
  if (json.is_array()) {
    std::vector<Value> list;
    for (const Json& entry : json) list.push_back(from_json(entry));
    return Value::of(std::move(list));
  }
  if (!json.is_object()) return {};
  Record record;
  for (const auto& [name, member] : json.items()) record.push_back({name, from_json(member)});
  return Value::of(std::move(record));
}

}  // namespace

std::string json_text(const Value& value, bool indent) {
  return to_json(value).dump(indent ? 2 : -1, ' ', false, Json::error_handler_t::replace);
}

Value value_from_json(std::string_view text) { return from_json(Json::parse(text, nullptr, false)); }

}  // namespace tradewind::workbench
