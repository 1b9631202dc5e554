#include "cli/session.h"
#include "cli/verbs/history_records.h"

namespace tradewind::cli {
namespace {

struct HistoryOptions : CommonOptions {
  std::size_t limit = 0;
};

int run_history(const HistoryOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const auto entries = workspace->history(options.limit);
  if (options.json) {
    print_history_json(entries);
    return done;
  }
  std::vector<workbench::Record> rows;
  for (const storage::HistoryEntry& entry : entries) rows.push_back(history_record(entry));
  print_table(rows, {"seq", "at", "author", "label", "changes", "reverts"});
  return done;
}

}  // namespace

void add_history(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<HistoryOptions>();
  CLI::App* verb = make_verb(app, "history", "Every edit, newest first", *options);
  verb->add_option("--limit", options->limit, "At most so many edits");
  verb->callback([options, &invocation] { invocation.run = [options] { return run_history(*options); }; });
}

void add_undo(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<CommonOptions>();
  CLI::App* verb = make_verb(app, "undo", "Takes the last edit back; a new entry of the history", *options);
  verb->callback([options, &invocation] {
    invocation.run = [options] { return run_step(*options, &storage::Workspace::undo, "Undone:"); };
  });
}

void add_redo(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<CommonOptions>();
  CLI::App* verb = make_verb(app, "redo", "Repeats the edit that was taken back last", *options);
  verb->callback([options, &invocation] {
    invocation.run = [options] { return run_step(*options, &storage::Workspace::redo, "Redone:"); };
  });
}

}  // namespace tradewind::cli
