// History entries as history, undo and redo print them.
#pragma once
#include <vector>

#include "cli/output.h"
#include "cli/verb.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::cli {

workbench::Record history_record(const storage::HistoryEntry& entry);
void print_history_json(const std::vector<storage::HistoryEntry>& entries);
/// Undo or redo: does the step and prints the entry that it made.
int run_step(const CommonOptions& options, Result<storage::Receipt> (storage::Workspace::*step)(), std::string_view participle);

}  // namespace tradewind::cli
