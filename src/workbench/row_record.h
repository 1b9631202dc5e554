// Rows as records: what list and show say about them. References appear as keys and names, allocation_class as "class".
#pragma once
#include <type_traits>

#include "tradewind/workbench/record.h"
#include "workbench/nouns.h"

namespace tradewind::workbench {

inline Value value_of(const std::string& text, const Portfolio&) { return Value::of(text); }
inline Value value_of(bool truth, const Portfolio&) { return Value::of(truth); }
inline Value value_of(int number, const Portfolio&) { return Value::of(number); }
inline Value value_of(std::int64_t number, const Portfolio&) { return Value::of(number); }
inline Value value_of(double number, const Portfolio&) { return Value::of(number); }
inline Value value_of(OptionalNumber number, const Portfolio&) { return Value::of(number); }
inline Value value_of(Date date, const Portfolio&) { return Value::of(date); }
inline Value value_of(const std::optional<Date>& date, const Portfolio&) { return Value::of(date); }
inline Value value_of(const std::vector<std::string>& texts, const Portfolio&) { return Value::list_of(texts); }
/// An object name → value; a name that repeats has a list.
Value value_of(const std::vector<CustomField>& fields, const Portfolio& portfolio);
template <NamedEnum E>
Value value_of(E value, const Portfolio&) {
  return Value::name_or_unknown(to_text(value));
}
template <class Entity>
Value value_of(Id<Entity> id, const Portfolio& portfolio) {
  return Value::name_or_unknown(key_of(id, portfolio));
}

/// "allocation_class" → "class": as people say it.
inline std::string_view shown_name(std::string_view field) { return field == "allocation_class" ? "class" : field; }

template <class Entity>
Record record_of(const Entity& row, const Portfolio& portfolio) {
  Record record;
  Entity::fields(row, [&](std::string_view name, const auto& member) {
    record.push_back(Member{std::string{shown_name(name)}, value_of(member, portfolio)});
  });
  if constexpr (std::is_same_v<Entity, Capacity>) record.push_back({"person_weeks", Value::of(row.person_weeks())});
  if constexpr (std::is_same_v<Entity, TimeEntry>) record.push_back({"hours", Value::of(static_cast<double>(row.minutes) / 60)});
  if constexpr (!HasKey<Entity>) record.push_back({"key", Value::of(key_of(row, portfolio))});
  record.push_back({"id", Value::of(id_text(row.id))});
  return record;
}

/// An item in the names of the command line's contract, with what lies in other rows: effort, outcomes, placement …
Record record_of(const Item& item, const Portfolio& portfolio);

}  // namespace tradewind::workbench
