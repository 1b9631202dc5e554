// The filter expression for the lists of everything but items: the same terms, on the fields that the list shows. (Items have
// parse_filter and BoundFilter, which know their fields by type.)
#pragma once
#include <string>
#include <vector>

#include "tradewind/domain/filter.h"
#include "tradewind/workbench/record.h"

namespace tradewind::workbench {

/// `fields`: what a term may name.
Result<Filter> parse_record_filter(std::string_view expression, const std::vector<std::string>& fields);
bool matches(const Filter& filter, const Record& record);

}  // namespace tradewind::workbench
