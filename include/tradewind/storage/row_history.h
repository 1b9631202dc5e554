// What the history says about rows, field by field: changesets (Workspace::changeset) as values that can be shown and set again.
//
//     ChangesetSum since;  // what is different since an entry
//     for (const HistoryEntry& entry : later_entries_oldest_first) since.add(*workspace.changeset(entry.seq));
//     for (const RowChange& row : *since.rows()) …
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "tradewind/storage/workspace.h"

namespace tradewind::storage {

/// A field as the file has it: nothing (unknown, no reference), a whole number (also a truth or an id), a number, a text (also
/// a date as 2027-01-18 and the name of an enumeration's value), or a list.
using FieldValue =
    std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::string>, std::vector<CustomField>>;

struct FieldChange {
  std::string_view field;  // as in Entity::fields; static storage
  FieldValue before;
  FieldValue after;
};

struct RowChange {
  Change row;
  /// Updated: the fields that differ. Inserted and erased: those that have a value, as `after` or `before`.
  std::vector<FieldChange> fields;
};

/// Whether a row is asked for; empty = all are.
using WantedRow = std::function<bool(const Change&)>;

/// The rows of a changeset as Workspace::changeset gives it. Fails with `damaged` on anything else.
Result<std::vector<RowChange>> read_changeset(std::string_view sealed, const WantedRow& wanted = {});

/// What several changesets did together: a row that was changed and changed back is not in it.
class ChangesetSum {
 public:
  ChangesetSum();
  ~ChangesetSum();
  ChangesetSum(ChangesetSum&&) noexcept;
  ChangesetSum& operator=(ChangesetSum&&) noexcept;

  /// Older ones before newer ones. Fails with `damaged` as read_changeset, and with `conflict` where the rows had other fields
  /// in an older version of the file; then the sum is no more use.
  Result<void> add(std::string_view sealed);
  Result<std::vector<RowChange>> rows() const;

 private:
  struct Group;
  std::unique_ptr<Group> group_;
};

/// Finds a row and what belongs to it (an item's estimates, evidence …) in changesets, also parts that are gone by now.
class RowAndParts {
 public:
  RowAndParts(const Portfolio& portfolio, std::string_view table, std::int64_t id);
  /// REQUIRES: changesets come newest first; else parts that are gone are found only where they came and went.
  Result<std::vector<RowChange>> read(std::string_view sealed);

 private:
  bool is_part(const RowChange& change) const;

  std::string_view table_;
  std::int64_t id_;
  std::set<std::pair<std::string_view, std::int64_t>> known_;  // table and id
};

/// Sets one field to a value of the history, inside Workspace::edit. Throws EditRefused with `not_found` where the row, or what
/// the value refers to, no longer exists, and as Edit::update does.
void restore_field(Edit& edit, std::string_view table, std::int64_t id, std::string_view field, const FieldValue& value);

/// A member of an entity from a value of the history; what does not fit its type is its default, as when reading a file.
template <class Member>
void assign_value(Member& member, const FieldValue& value) {
  const auto* whole = std::get_if<std::int64_t>(&value);
  const auto* number = std::get_if<double>(&value);
  const auto* text = std::get_if<std::string>(&value);
  if constexpr (is_id<Member>) {
    member.value = whole != nullptr ? *whole : 0;
  } else if constexpr (std::is_same_v<Member, bool>) {
    member = whole != nullptr && *whole != 0;
  } else if constexpr (std::is_integral_v<Member>) {
    member = whole != nullptr ? static_cast<Member>(*whole) : 0;
  } else if constexpr (std::is_same_v<Member, double> || std::is_same_v<Member, OptionalNumber>) {
    member = number != nullptr ? Member{*number} : whole != nullptr ? Member{static_cast<double>(*whole)} : Member{};
  } else if constexpr (std::is_same_v<Member, Date>) {
    member = text != nullptr ? parse_iso_date(*text).value_or(Date{}) : Date{};
  } else if constexpr (std::is_same_v<Member, std::optional<Date>>) {
    member = text != nullptr ? parse_iso_date(*text) : std::nullopt;
  } else if constexpr (NamedEnum<Member>) {
    member = text != nullptr ? from_text<Member>(*text).value_or(Member{}) : Member{};
  } else {
    const auto* same = std::get_if<Member>(&value);
    member = same != nullptr ? *same : Member{};
  }
}

}  // namespace tradewind::storage
