#include "cli/verbs/history_records.h"

#include "cli/session.h"

namespace tradewind::cli {

using workbench::Value;

workbench::Record history_record(const storage::HistoryEntry& entry) {
  return {{"seq", Value::of(entry.seq)},         {"at", Value::of(entry.at)},
          {"author", Value::of(entry.author)},   {"label", Value::of(entry.label)},
          {"changes", Value::of(entry.changes)}, {"reverts", entry.reverts ? Value::of(*entry.reverts) : Value{}}};
}

void print_history_json(const std::vector<storage::HistoryEntry>& entries) {
  std::vector<Value> rows;
  for (const storage::HistoryEntry& entry : entries) rows.push_back(Value::of(history_record(entry)));
  print_json(Value::of(std::move(rows)));
}

int run_step(const CommonOptions& options, Result<storage::Receipt> (storage::Workspace::*step)(), std::string_view participle) {
  auto workspace = open_workspace(options.file, Access::write);
  if (!workspace) return report(workspace.error());
  const auto receipt = ((*workspace).*step)();
  if (!receipt) return report(receipt.error());
  if (options.json)
    print_history_json(workspace->history(1));
  else
    print(std::string{participle} + " " + receipt->label);
  return done;
}

}  // namespace tradewind::cli
