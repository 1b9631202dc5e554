// Finding the rows that a filter names.
#pragma once
#include <string_view>
#include <vector>

#include "domain/filter_fields.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/domain/schedule.h"

namespace tradewind::filter_detail {

/// Whether the values of a field are names of other rows: team, outcome, class, period, parent.
bool names_rows(FieldId field);
/// Ids of the rows with that key or name (more than one may carry it); empty for periods and unknown names.
std::vector<std::int64_t> rows_named(FieldId field, std::string_view name, const Portfolio& portfolio);
/// The dates of a period of the workspace, or of a calendar name.
std::vector<Span> spans_named(std::string_view name, const Portfolio& portfolio);

}  // namespace tradewind::filter_detail
