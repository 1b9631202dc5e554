// How a member of an entity becomes a column and comes back. One overload per field type of the domain; a field of a new
// type does not compile until it has one.
#pragma once
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "storage/list_text.h"
#include "storage/sqlite.h"
#include "tradewind/domain/date.h"
#include "tradewind/domain/enum_names.h"
#include "tradewind/domain/id.h"
#include "tradewind/domain/item.h"
#include "tradewind/domain/optional_number.h"

namespace tradewind::storage {

/// Keeps encoded texts alive until the statement has run.
using BindBuffer = std::vector<std::string>;

inline void bind_field(Statement& statement, int index, bool value, BindBuffer&) { statement.bind(index, std::int64_t{value}); }
inline void bind_field(Statement& statement, int index, int value, BindBuffer&) { statement.bind(index, std::int64_t{value}); }
inline void bind_field(Statement& statement, int index, std::int64_t value, BindBuffer&) { statement.bind(index, value); }
inline void bind_field(Statement& statement, int index, double value, BindBuffer&) { statement.bind(index, value); }
inline void bind_field(Statement& statement, int index, OptionalNumber value, BindBuffer&) {
  if (value.has_value())
    statement.bind(index, value.value());
  else
    statement.bind_null(index);
}
inline void bind_field(Statement& statement, int index, const std::string& value, BindBuffer&) {
  statement.bind(index, std::string_view(value));
}
inline void bind_field(Statement& statement, int index, Date value, BindBuffer& buffer) {
  statement.bind(index, std::string_view(buffer.emplace_back(to_iso(value))));
}
inline void bind_field(Statement& statement, int index, const std::optional<Date>& value, BindBuffer& buffer) {
  if (value)
    bind_field(statement, index, *value, buffer);
  else
    statement.bind_null(index);
}
template <class Entity>
void bind_field(Statement& statement, int index, Id<Entity> value, BindBuffer&) {
  if (value)
    statement.bind(index, value.value);
  else
    statement.bind_null(index);
}
template <NamedEnum E>
void bind_field(Statement& statement, int index, E value, BindBuffer&) {
  statement.bind(index, to_text(value));
}
inline void bind_field(Statement& statement, int index, const std::vector<std::string>& value, BindBuffer& buffer) {
  statement.bind(index, std::string_view(buffer.emplace_back(encode_list(value))));
}
inline void bind_field(Statement& statement, int index, const std::vector<CustomField>& value, BindBuffer& buffer) {
  statement.bind(index, std::string_view(buffer.emplace_back(encode_custom_fields(value))));
}

// Reading is total: CHECK constraints guard what the program writes, and a value that a stranger put in is read as the
// default rather than trusted.
inline void read_field(const Statement& statement, int column, bool& value) { value = statement.integer(column) != 0; }
inline void read_field(const Statement& statement, int column, int& value) {
  value = static_cast<int>(std::clamp<std::int64_t>(statement.integer(column), INT32_MIN, INT32_MAX));
}
inline void read_field(const Statement& statement, int column, std::int64_t& value) { value = statement.integer(column); }
inline void read_field(const Statement& statement, int column, double& value) { value = statement.real(column); }
inline void read_field(const Statement& statement, int column, OptionalNumber& value) { value = statement.number(column); }
inline void read_field(const Statement& statement, int column, std::string& value) { value.assign(statement.text(column)); }
inline void read_field(const Statement& statement, int column, Date& value) {
  value = parse_iso_date(statement.text(column)).value_or(Date{});
}
inline void read_field(const Statement& statement, int column, std::optional<Date>& value) {
  value = statement.is_null(column) ? std::nullopt : parse_iso_date(statement.text(column));
}
template <class Entity>
void read_field(const Statement& statement, int column, Id<Entity>& value) {
  value.value = statement.integer(column);
}
template <NamedEnum E>
void read_field(const Statement& statement, int column, E& value) {
  value = from_text<E>(statement.text(column)).value_or(E{});
}
inline void read_field(const Statement& statement, int column, std::vector<std::string>& value) {
  value = decode_list(statement.text(column));
}
inline void read_field(const Statement& statement, int column, std::vector<CustomField>& value) {
  value = decode_custom_fields(statement.text(column));
}

}  // namespace tradewind::storage
