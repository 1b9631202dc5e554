#include "tradewind/workbench/record.h"

#include <array>
#include <charconv>
#include <cmath>

namespace tradewind::workbench {

Value Value::list_of(const std::vector<std::string>& texts) {
  std::vector<Value> values;
  values.reserve(texts.size());
  for (const std::string& text : texts) values.push_back(Value::of(text));
  return {std::move(values)};
}

const Value* find(const Record& record, std::string_view name) {
  for (const Member& member : record)
    if (member.name == name) return &member.value;
  return nullptr;
}

std::string number_text(double value) {
  std::array<char, 64> buffer{};
  const bool plain = std::abs(value) < 1e15 && (value == 0 || std::abs(value) >= 1e-6);
  const auto end = plain ? std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed)
                         : std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return {buffer.data(), end.ptr};
}

namespace {

std::string record_line(const Record& record) {
  std::string line;
  for (const Member& member : record) {
    if (!line.empty()) line += ", ";
    line += member.name + ": " + to_line(member.value);
  }
  return line;
}

}  // namespace

std::string to_line(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth ? "yes" : "no";
  if (const auto* whole = std::get_if<std::int64_t>(&value.data)) return std::to_string(*whole);
  if (const auto* number = std::get_if<double>(&value.data)) return number_text(*number);
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* list = std::get_if<std::vector<Value>>(&value.data)) {
    std::string line;
    for (const Value& entry : *list) {
      if (!line.empty()) line += ", ";
      line += to_line(entry);
    }
    return line;
  }
  if (const auto* record = std::get_if<Record>(&value.data)) return record_line(*record);
  return {};
}

}  // namespace tradewind::workbench
