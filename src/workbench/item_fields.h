// The fields of an item that live in other rows: effort per team, outcomes served, dependencies and the placement.
#pragma once
#include <cmath>
#include <vector>

#include "tradewind/workbench/edit_rows.h"
#include "workbench/field_text.h"

namespace tradewind::workbench {

/// Sets one such field and returns true; false when the field is not one of them. The item's row exists.
bool set_item_extra(storage::Edit& edit, ItemId item, const Assignment& assignment);
/// period=, start= and finish= together, since dates and period replace each other.
void place_item(storage::Edit& edit, ItemId item, const std::vector<Assignment>& assignments);
/// Names for messages.
std::vector<std::string> item_extra_fields();

}  // namespace tradewind::workbench
