// The identity of a source: what makes a later export of the same backlog the same source.
#pragma once
#include <string>
#include <string_view>

namespace tradewind::exchange {

struct Columns;
/// "jira", "linear", "azure-devops", "asana" where the columns show the tracker (its keys are unique), else
/// "csv:<file name without folder, ending, date and copy number>".
std::string source_of_columns(const Columns& columns, std::string_view file_name);

}  // namespace tradewind::exchange
