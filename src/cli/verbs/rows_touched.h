// What add, set and remove print: the rows touched.
#pragma once
#include "cli/output.h"
#include "cli/verb.h"
#include "tradewind/workbench/edit_rows.h"

namespace tradewind::cli {

int print_rows_touched(const Result<workbench::RowsTouched>& touched, std::string_view participle, bool json);
/// The text of --help about field=value.
std::string field_help();

}  // namespace tradewind::cli
