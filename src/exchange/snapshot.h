// The source's values of an item as an import leaves them behind (ImportRecord::snapshot): a JSON object name -> text.
// Names are those of Item::fields, "custom.NAME" and those below; a field that has its default value is left out.
// Long texts are kept as a fingerprint: they are only ever compared.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/item.h"

namespace tradewind::exchange {

using Snapshot = std::map<std::string, std::string, std::less<>>;

namespace snapshot_name {
inline constexpr std::string_view tags = "tags", parent = "parent", effort = "effort", placement = "placement",
                                  blocked_by = "blocked_by", blocks = "blocks", occurrence = "occurrence",
                                  custom_prefix = "custom.";
}

/// What a snapshot holds besides the item's own fields.
struct SnapshotExtras {
  std::string parent;  // in the words of the source
  std::string effort;
  std::string placement;
  std::string blocked_by;  // lists: one a line
  std::string blocks;
  int occurrence = 1;
};

std::string write_snapshot(const Item& item, const SnapshotExtras& extras);
std::string write_snapshot(const Snapshot& snapshot);
/// Empty for text that is no JSON object of texts.
Snapshot read_snapshot(std::string_view json);
std::string_view value_in(const Snapshot& snapshot, std::string_view name);

/// A text as snapshots hold it: itself, or its fingerprint when it is long.
std::string snapshot_text(std::string_view text);
/// The text of a field of Item::fields as snapshots hold it; empty for its default value.
std::string snapshot_text_of_field(const Item& item, std::string_view field);
/// The same, whole, for people.
std::string readable_text_of_field(const Item& item, std::string_view field);
/// Copies one field; false when there is no such field or imports never set it.
bool copy_field(Item& to, const Item& from, std::string_view field);
/// The values of a custom field, one a line.
std::string custom_text(const Item& item, std::string_view name);
void copy_custom(Item& to, const Item& from, std::string_view name);

std::vector<std::string_view> lines_of(std::string_view text);
std::string joined_lines(const std::vector<std::string>& lines);
std::string number_as_text(double number);

}  // namespace tradewind::exchange
