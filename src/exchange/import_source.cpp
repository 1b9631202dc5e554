// Tells trackers apart by their columns, and exports of one list by their file name without its date.
#include "exchange/import_source.h"

#include <algorithm>

#include "exchange/import_columns.h"
#include "exchange/unicode.h"

namespace tradewind::exchange {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_ending(std::string_view name) {
  if (const auto slash = name.find_last_of("/\\"); slash != std::string_view::npos) name.remove_prefix(slash + 1);
  if (const auto dot = name.rfind('.'); dot != std::string_view::npos && dot > 0) name = name.substr(0, dot);
  return name;
}

/// "backlog_2026-03-18 (2)" -> "backlog".
std::string_view without_date_and_copy_number(std::string_view name) {
  const auto whole = name;
  while (!name.empty()) {
    if (name.back() == ' ' || name.back() == '_' || name.back() == '-' || name.back() == '.') {
      name.remove_suffix(1);
      continue;
    }
    if (name.back() == ')') {
      const auto open = name.rfind('(');
      if (open == std::string_view::npos || open + 2 > name.size() - 1 ||
          !std::all_of(name.begin() + static_cast<std::ptrdiff_t>(open) + 1, name.end() - 1, is_digit))
        break;
      name = name.substr(0, open);
      continue;
    }
    std::size_t start = name.size();
    std::size_t digits = 0;
    while (start > 0 && (is_digit(name[start - 1]) || name[start - 1] == '-' || name[start - 1] == '_' ||
                         name[start - 1] == '.' || name[start - 1] == 'T')) {
      --start;
      if (is_digit(name[start])) ++digits;
    }
    if (digits < 6) break;
    name = name.substr(0, start);
  }
  return name.empty() ? whole : name;
}

}  // namespace

std::string source_of_columns(const Columns& columns, std::string_view file_name) {
  if (columns.is_jira()) return "jira";
  const auto has = [&](std::string_view words) {
    return std::any_of(columns.list.begin(), columns.list.end(),
                       [&](const SourceColumn& column) { return plain_fold(column.header) == words; });
  };
  if (has("id") && has("cycle name") && has("cycle number")) return "linear";
  if (has("id") && has("work item type")) return "azure-devops";
  if (has("task id") && has("section/column")) return "asana";
  const auto name = without_date_and_copy_number(without_ending(file_name));
  return name.empty() ? "csv" : "csv:" + std::string(name);
}

}  // namespace tradewind::exchange
