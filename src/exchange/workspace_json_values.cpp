// JSON values to members of entities.
#include "exchange/workspace_json_values.h"

#include <charconv>
#include <cmath>
#include <limits>

namespace tradewind::exchange {
namespace {

using nlohmann::json;

/// A whole number of the document; programs that keep numbers as doubles may have written 3 as 3.0.
std::optional<std::int64_t> whole_number(const json& value) {
  constexpr double limit = 9223372036854775808.0;  // 2^63
  if (value.is_number_unsigned()) {
    const auto number = value.get<std::uint64_t>();
    if (number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return std::nullopt;
    return static_cast<std::int64_t>(number);
  }
  if (value.is_number_integer()) return value.get<std::int64_t>();
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (number >= -limit && number < limit && std::trunc(number) == number) return static_cast<std::int64_t>(number);
  }
  return std::nullopt;
}

std::optional<double> any_number(const json& value) {
  if (value.is_number()) return value.get<double>();
  if (value == "Infinity") return std::numeric_limits<double>::infinity();
  if (value == "-Infinity") return -std::numeric_limits<double>::infinity();
  return std::nullopt;
}

std::optional<Date> any_date(const json& value) {
  return value.is_string() ? parse_iso_date(value.get_ref<const std::string&>()) : std::nullopt;
}

}  // namespace

std::string pointer_step(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string ValuePlace::pointer() const {
  std::string out = "/tables/" + pointer_step(table) + '/' + std::to_string(row);
  if (!field.empty()) out += '/' + pointer_step(field);
  return out;
}

std::string shown(const json& value) {
  constexpr std::size_t longest = 60;
  if (value.is_object()) return "an object";
  if (value.is_array()) return "an array";
  std::string text = value.dump(-1, ' ', true);  // ASCII only, so that cutting cannot split a character
  if (text.size() > longest) text = text.substr(0, longest) + "…";
  return text;
}

void ValueReader::refuse(std::string_view expected, const json& found, std::string_view below) {
  problems_->push_back({place_.pointer() + std::string(below), "expected " + std::string(expected) + ", found " + shown(found)});
}

void ValueReader::read(bool& member, const json& value) {
  if (!value.is_boolean()) return refuse("true or false", value);
  member = value.get<bool>();
}

void ValueReader::read(int& member, const json& value) {
  const auto number = whole_number(value);
  if (!number || *number < std::numeric_limits<int>::min() || *number > std::numeric_limits<int>::max())
    return refuse("a whole number of 32 bits", value);
  member = static_cast<int>(*number);
}

void ValueReader::read(std::int64_t& member, const json& value) {
  const auto number = whole_number(value);
  if (!number) return refuse("a whole number of 64 bits", value);
  member = *number;
}

void ValueReader::read(double& member, const json& value) {
  const auto number = any_number(value);
  if (!number) return refuse("a number", value);
  member = *number;
}

void ValueReader::read(OptionalNumber& member, const json& value) {
  if (value.is_null()) {
    member = OptionalNumber{};
    return;
  }
  const auto number = any_number(value);
  if (!number) return refuse("a number or null", value);
  member = *number;
}

void ValueReader::read(std::string& member, const json& value) {
  if (!value.is_string()) return refuse("a text", value);
  member = value.get_ref<const std::string&>();
}

void ValueReader::read(Date& member, const json& value) {
  const auto date = any_date(value);
  if (!date) return refuse("a date like \"2027-01-18\"", value);
  member = *date;
}

void ValueReader::read(std::optional<Date>& member, const json& value) {
  if (value.is_null()) {
    member.reset();
    return;
  }
  const auto date = any_date(value);
  if (!date) return refuse("a date like \"2027-01-18\" or null", value);
  member = *date;
}

void ValueReader::read(std::vector<std::string>& member, const json& value) {
  if (!value.is_array()) return refuse("an array of texts", value);
  member.clear();
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at].is_string()) {
      member.push_back(value[at].get_ref<const std::string&>());
    } else {
      refuse("a text", value[at], '/' + std::to_string(at));
    }
  }
}

void ValueReader::read(std::vector<CustomField>& member, const json& value) {
  if (!value.is_array()) return refuse("an array of objects with name and value", value);
  member.clear();
  for (std::size_t at = 0; at < value.size(); ++at) {
    const json& entry = value[at];
    if (entry.is_object() && entry.size() == 2 && entry.contains("name") && entry.contains("value") &&
        entry["name"].is_string() && entry["value"].is_string()) {
      member.push_back({entry["name"].get<std::string>(), entry["value"].get<std::string>()});
    } else {
      refuse(R"({"name": a text, "value": a text})", entry, '/' + std::to_string(at));
    }
  }
}

std::int64_t ValueReader::read_id(const json& value, bool may_be_null) {
  if (may_be_null && value.is_null()) return 0;
  if (value.is_string()) {
    const auto& digits = value.get_ref<const std::string&>();
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (error == std::errc{} && end == digits.data() + digits.size() && id > 0) return id;
  }
  refuse(may_be_null ? "an id (a string of digits) or null" : "an id (a string of digits, greater than 0)", value);
  return 0;
}

}  // namespace tradewind::exchange
