// What a use case tells about a row: named values in a fixed order, ready for a table, for CSV or for JSON, and free of
// any of the three.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tradewind/domain/date.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind::workbench {

struct Member;
using Record = std::vector<Member>;

/// Unknown (monostate), a truth, a whole number, a number, text, a list or a record.
struct Value {
  std::variant<std::monostate, bool, std::int64_t, double, std::string, std::vector<Value>, Record> data;

  bool unknown() const { return std::holds_alternative<std::monostate>(data); }
  static Value of(bool value);
  static Value of(int value);
  static Value of(std::int64_t value);
  static Value of(std::size_t value);
  static Value of(double value);
  static Value of(std::string value);
  static Value of(std::string_view value);
  static Value of(const char* value);
  static Value of(OptionalNumber value);
  static Value of(const std::optional<Date>& value);
  static Value of(Date value);
  static Value of(std::vector<Value> value);
  static Value of(Record value);
  /// Empty text is unknown: for keys and names that a row may lack.
  static Value name_or_unknown(std::string_view text);
  static Value list_of(const std::vector<std::string>& texts);
};

struct Member {
  std::string name;
  Value value;
};

// Here, where a Member is complete.
inline Value Value::of(bool value) { return {value}; }
inline Value Value::of(int value) { return {static_cast<std::int64_t>(value)}; }
inline Value Value::of(std::int64_t value) { return {value}; }
inline Value Value::of(std::size_t value) { return {static_cast<std::int64_t>(value)}; }
inline Value Value::of(double value) { return {value}; }
inline Value Value::of(std::string value) { return {std::move(value)}; }
inline Value Value::of(std::string_view value) { return {std::string{value}}; }
inline Value Value::of(const char* value) { return {std::string{value}}; }
inline Value Value::of(OptionalNumber value) { return value.has_value() ? Value{value.value()} : Value{}; }
inline Value Value::of(const std::optional<Date>& value) { return value ? Value{to_iso(*value)} : Value{}; }
inline Value Value::of(Date value) { return {to_iso(value)}; }
inline Value Value::of(std::vector<Value> value) { return {std::move(value)}; }
inline Value Value::of(Record value) { return {std::move(value)}; }
inline Value Value::name_or_unknown(std::string_view text) { return text.empty() ? Value{} : Value{std::string{text}}; }

/// The member of that name, or nullptr.
const Value* find(const Record& record, std::string_view name);

/// One line of text: numbers in their shortest form, lists joined by commas, unknown as "".
std::string to_line(const Value& value);

/// The shortest text that reads back as the same number, without exponent up to 15 digits: "8", "2.5".
std::string number_text(double value);

}  // namespace tradewind::workbench
