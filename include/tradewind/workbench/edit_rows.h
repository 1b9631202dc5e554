// Adding, changing and removing rows of any entity from `field=value` texts: what the command line's add, set and remove
// do, and what a form does with what was typed. Each call is one undoable edit; on any mistake nothing has changed.
//
// Fields are those of the entity (domain/*.h), and for all of them: `class` for allocation_class; numbers with a point,
// dates as 2027-01-18, references by key or name, lists separated by commas, an empty value for "unknown" or "none".
// An item also takes, on the first roadmap:
//   effort=8 · effort=3/5/8 (low/likely/high)   of the one team that estimates it, else of nobody in particular
//   effort.Platform=8 · effort.Platform=        of one team; empty takes the estimate away
//   team=Platform                               whose estimate it is
//   outcomes=O1:2.5,O2                          the outcomes it serves, with the expected effect
//   depends_on=TW-1,TW-2                        what must be finished before
//   period=2027Q1 · start=2027-01-04 finish=…   where it lies; finish is the first day after the work
//   custom.NAME=value · earliest= · value= (business value)
// A time entry also takes hours=7.5.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tradewind/storage/workspace.h"
#include "tradewind/workbench/record.h"

namespace tradewind::workbench {

struct Assignment {
  std::string field;
  std::string value;
};

/// "effort.Platform=3/5/8" → {"effort.Platform", "3/5/8"}. Fails on a text without "=" or without a field.
Result<Assignment> parse_assignment(std::string_view text);
Result<std::vector<Assignment>> parse_assignments(const std::vector<std::string>& texts);

struct RowsTouched {
  storage::Receipt receipt;
  std::vector<Record> rows;  // as after the edit; removed rows as before it
};

/// `noun`: item, outcome, team … as in list_rows.
Result<RowsTouched> add_row(storage::Workspace& workspace, std::string_view noun, const std::vector<Assignment>& assignments);
/// `key`: whatever find_row takes.
Result<RowsTouched> set_fields(storage::Workspace& workspace, std::string_view key, const std::vector<Assignment>& assignments);
Result<RowsTouched> remove_rows(storage::Workspace& workspace, const std::vector<std::string>& keys);

}  // namespace tradewind::workbench
