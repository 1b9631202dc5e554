// How the table of a noun comes about: its columns, each with the way to make the cell of a row, and the order of its rows.
// Cells are made on demand, so that sorting a hundred thousand rows by one column makes one column.
#pragma once
#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "exchange/table_sort.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/exchange/tables.h"

namespace tradewind::exchange {

struct ColumnDefinition {
  Column column;
  ColumnValues values;
};

struct TableDefinition {
  std::size_t rows = 0;
  std::vector<ColumnDefinition> columns;
  std::vector<SortKey> own_order;

  /// Gives the column another key; the title follows.
  void rename(std::string_view key, std::string_view new_key);
  /// Puts these columns first, in this order.
  void lead_with(const std::vector<std::string_view>& keys);
};

template <class Entity>
using Rows = std::shared_ptr<const std::vector<const Entity*>>;

/// "external_key" -> "External key".
std::string title_of_key(std::string_view key);
/// A column with the title, alignment and text order that belong to its key and kind.
Column make_column(std::string_view key, ColumnKind kind);
/// Whether an empty text of this field is a text all the same, and not unknown.
bool is_always_text(std::string_view field);

/// Every row by id, so that the order never depends on how the rows got into memory.
template <class Entity>
Rows<Entity> collect(const Portfolio& portfolio) {
  std::vector<const Entity*> rows;
  rows.reserve(portfolio.all<Entity>().size());
  for (const Entity& row : portfolio.all<Entity>()) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [](const Entity* a, const Entity* b) { return a->id < b->id; });
  return std::make_shared<const std::vector<const Entity*>>(std::move(rows));
}

/// What stands for a row in the tables that refer to it.
inline const std::string& label_of(const Item& row) { return row.key; }
inline const std::string& label_of(const Outcome& row) { return row.key.empty() ? row.title : row.key; }
inline const std::string& label_of(const AllocationClass& row) { return row.key; }
inline const std::string& label_of(const Insight& row) { return row.text; }
template <class Entity>
const std::string& label_of(const Entity& row) {
  return row.name;  // teams, periods, roadmaps, criteria, policies
}

template <class Entity>
Cell reference_cell(const Portfolio& portfolio, Id<Entity> id) {
  const Entity* row = portfolio.find(id);
  return row == nullptr ? Cell{} : Cell{label_of(*row)};
}

inline Cell number_cell(OptionalNumber value) { return value.has_value() ? Cell{value.value()} : Cell{}; }
inline Cell text_cell(std::string text) { return text.empty() ? Cell{} : Cell{std::move(text)}; }

/// The kind of column that a member makes.
inline ColumnKind kind_of(bool) { return ColumnKind::boolean; }
inline ColumnKind kind_of(int) { return ColumnKind::number; }
inline ColumnKind kind_of(std::int64_t) { return ColumnKind::number; }
inline ColumnKind kind_of(double) { return ColumnKind::number; }
inline ColumnKind kind_of(OptionalNumber) { return ColumnKind::number; }
inline ColumnKind kind_of(const std::string&) { return ColumnKind::text; }
inline ColumnKind kind_of(Date) { return ColumnKind::date; }
inline ColumnKind kind_of(const std::optional<Date>&) { return ColumnKind::date; }
inline ColumnKind kind_of(const std::vector<std::string>&) { return ColumnKind::list; }
inline ColumnKind kind_of(const std::vector<CustomField>&) { return ColumnKind::named_texts; }
template <class Entity>
ColumnKind kind_of(Id<Entity>) {
  return ColumnKind::text;
}
template <NamedEnum Enum>
ColumnKind kind_of(Enum) {
  return ColumnKind::text;
}

/// The cell that a member makes; `always_text` keeps an empty text apart from unknown.
inline Cell cell_of(const Portfolio&, bool value, bool) { return value; }
inline Cell cell_of(const Portfolio&, int value, bool) { return static_cast<double>(value); }
inline Cell cell_of(const Portfolio&, std::int64_t value, bool) { return static_cast<double>(value); }
inline Cell cell_of(const Portfolio&, double value, bool) { return number_cell(value); }
inline Cell cell_of(const Portfolio&, OptionalNumber value, bool) { return number_cell(value); }
inline Cell cell_of(const Portfolio&, const std::string& value, bool always_text) {
  return value.empty() && !always_text ? Cell{} : Cell{value};
}
inline Cell cell_of(const Portfolio&, Date value, bool) { return value.ok() ? Cell{to_iso(value)} : Cell{}; }
inline Cell cell_of(const Portfolio&, const std::optional<Date>& value, bool) { return value ? Cell{to_iso(*value)} : Cell{}; }
inline Cell cell_of(const Portfolio&, const std::vector<std::string>& value, bool) { return value; }
inline Cell cell_of(const Portfolio&, const std::vector<CustomField>& value, bool) { return value; }
template <class Entity>
Cell cell_of(const Portfolio& portfolio, Id<Entity> id, bool) {
  return reference_cell(portfolio, id);
}
template <NamedEnum Enum>
Cell cell_of(const Portfolio&, Enum value, bool) {
  return text_cell(std::string(to_text(value)));
}

/// The value of a member as a number, for sorting; only kinds that are numbers have one.
inline OptionalNumber sort_number(bool value) { return value ? 1.0 : 0.0; }
inline OptionalNumber sort_number(int value) { return static_cast<double>(value); }
inline OptionalNumber sort_number(std::int64_t value) { return static_cast<double>(value); }
inline OptionalNumber sort_number(double value) { return value; }
inline OptionalNumber sort_number(OptionalNumber value) { return value; }
/// The value of a member as text that lies in memory already, for sorting.
inline std::string_view sort_text(const Portfolio&, const std::string& value) { return value; }
template <NamedEnum Enum>
std::string_view sort_text(const Portfolio&, Enum value) {
  return to_text(value);
}
template <class Entity>
std::string_view sort_text(const Portfolio& portfolio, Id<Entity> id) {
  const Entity* row = portfolio.find(id);
  return row == nullptr ? std::string_view{} : std::string_view{label_of(*row)};
}

/// Reads one member of any row of an entity. The member is known by where it lies in a row: visiting all fields for each
/// cell of a hundred thousand rows would cost more than everything else.
template <class Entity, class Member>
class MemberReader {
 public:
  MemberReader(const Entity& prototype, const Member& member)
      : offset_(reinterpret_cast<const char*>(&member) - reinterpret_cast<const char*>(&prototype)) {}
  const Member& operator()(const Entity& row) const {
    return *reinterpret_cast<const Member*>(reinterpret_cast<const char*>(&row) + offset_);
  }

 private:
  std::ptrdiff_t offset_;
};

/// A table with one column for each field of the entity.
template <class Entity>
TableDefinition define_fields(const Portfolio& portfolio, const Rows<Entity>& rows) {
  TableDefinition table;
  table.rows = rows->size();
  const Entity prototype;
  Entity::fields(prototype, [&](std::string_view name, const auto& member) {
    using Member = std::decay_t<decltype(member)>;
    const MemberReader<Entity, Member> read(prototype, member);
    const bool always_text = is_always_text(name);
    ColumnValues values;
    values.cell = [&portfolio, rows, read, always_text](std::size_t row) {
      return cell_of(portfolio, read(*(*rows)[row]), always_text);
    };
    if constexpr (requires { sort_number(member); })
      values.number = [rows, read](std::size_t row) { return sort_number(read(*(*rows)[row])); };
    if constexpr (requires { sort_text(portfolio, member); })
      values.text = [&portfolio, rows, read](std::size_t row) { return sort_text(portfolio, read(*(*rows)[row])); };
    table.columns.push_back({make_column(name, kind_of(member)), std::move(values)});
  });
  return table;
}

/// Adds a column that is computed from a row.
template <class Entity, class Function>
void add_column(TableDefinition& table, const Rows<Entity>& rows, std::string_view key, ColumnKind kind, Function make_cell) {
  ColumnValues values;
  values.cell = [rows, make_cell](std::size_t row) { return Cell{make_cell(*(*rows)[row])}; };
  table.columns.push_back({make_column(key, kind), std::move(values)});
}

/// The items that `keep` lets through, as they lie in memory: their keys are unique and end every order.
Rows<Item> collect_items(const Portfolio& portfolio, const std::function<bool(const Item&)>& keep);
TableDefinition define_items(const Portfolio& portfolio, const Rows<Item>& rows);

}  // namespace tradewind::exchange
