// Rows of any entity as records: filtered, sorted, limited; and one row with all that hangs on it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/workbench/record.h"

namespace tradewind::workbench {

struct ListOptions {
  std::string where;                // a filter expression (domain/filter.h)
  std::vector<std::string> sort;    // field names, "-" in front for descending, the first decides first
  std::size_t limit = 0;            // 0 = all
  std::vector<std::string> fields;  // empty = all
};

/// `noun`: items, outcomes, teams, periods, capacity, milestones, evidence, time and the other entities, in singular or
/// plural. Items come by rank, what has a position by position, dates by date.
///
/// Items are filtered as in the filter bar. For other rows `field:text`, `field<n`, `has:field`, `-` and free text work on
/// the fields that the list shows.
Result<std::vector<Record>> list_rows(const Portfolio& portfolio, std::string_view noun, const ListOptions& options);
/// Every noun in plural, in the order of their importance.
std::vector<std::string> list_nouns();
/// The fields that a table of that noun shows when none are chosen.
std::vector<std::string> usual_fields(std::string_view noun);
/// Every field of that noun, in the order of a record.
std::vector<std::string> all_fields(std::string_view noun);

/// `key`: "TW-12", an external key, the key or name of a team, outcome, period …, "team/period" for capacity, "#id", or
/// "noun:key". The record begins with "noun"; rows that refer to this one follow in lists.
Result<Record> show_row(const Portfolio& portfolio, std::string_view key);

}  // namespace tradewind::workbench
