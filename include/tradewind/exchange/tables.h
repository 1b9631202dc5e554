// What a workspace holds as tables, one per noun of the command line's `list`.
//
//     const auto table = make_table(portfolio, "items", {.fields = {"key", "title", "effort"}, .sort = {{"effort", true}}});
//     std::cout << to_csv(*table);
//
// Columns are the entity's own fields under their names (an item's allocation_class is `class`, business_value `value`,
// earliest_start `earliest`); references appear as the key or name of the row they lead to. Text that may be absent is
// unknown when empty; keys, titles, names and descriptions are always text.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/exchange/data_table.h"

namespace tradewind::exchange {

struct TableRequest {
  std::vector<std::string> fields{};        // column keys in the wanted order; empty = all
  std::vector<SortKey> sort{};              // empty = the noun's own order: items by rank, periods by start …
  std::optional<std::size_t> limit{};       // at most so many rows, after sorting
  std::function<bool(const Item&)> keep{};  // items only: a filter; empty = every item
};

/// "items", "outcomes", "teams", "periods", "capacity", "milestones", "evidence", "time" and so on.
std::vector<std::string_view> table_nouns();
/// not_found for an unknown noun (the singular is understood too).
Result<std::vector<Column>> table_columns(std::string_view noun);

/// An item's own columns: `effort` is the sum of the likely estimates; `effort_by_team` holds the likely estimate by team
/// name, "unassigned" where nobody has said which team; `team` is the one with the largest likely estimate; `period`,
/// `start` and `finish` are those of its placement on the first roadmap.
/// Errors: not_found (noun), bad_input (a field that the table does not have).
Result<DataTable> make_table(const Portfolio& portfolio, std::string_view noun, const TableRequest& request = {});

/// The items of the request in its order, without the work of making their cells.
Result<std::vector<ItemId>> sorted_items(const Portfolio& portfolio, const TableRequest& request);

}  // namespace tradewind::exchange
