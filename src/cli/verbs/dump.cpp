// Hidden verbs for scripts and tests.
#include <iostream>

#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"

namespace tradewind::cli {
namespace {

constexpr const char* hidden = "";

int run_dump(const CommonOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  std::cout << workspace->dump();
  return done;
}

struct EditLoopOptions : CommonOptions {
  std::int64_t edits = 0;
};

/// Adds items one by one and says each one's number once the edit has returned: what was said must survive a crash.
int run_edit_loop(const EditLoopOptions& options) {
  auto workspace = open_workspace(options.file, Access::write);
  if (!workspace) return report(workspace.error());
  for (std::int64_t number = 1; number <= options.edits; ++number) {
    const auto receipt = workspace->edit("Loop " + std::to_string(number), [&](storage::Edit& edit) {
      Item item;
      item.title = "Loop " + std::to_string(number);
      item.description = std::string(200, 'x');
      edit.insert(item);
    });
    if (!receipt) return report(receipt.error());
    std::cout << number << std::endl;  // flushed at once
  }
  return done;
}

}  // namespace

void add_dump(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<CommonOptions>();
  CLI::App* verb = make_verb(app, "dump", "Every row as text in a fixed order: equal dumps are equal workspaces", *options);
  verb->group(hidden);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_dump(*options); }; });
}

void add_edit_loop(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<EditLoopOptions>();
  CLI::App* verb =
      make_verb(app, "edit-loop", "Adds N items, one edit each, and prints each number once it is durable", *options);
  verb->add_option("N", options->edits, "How many")->required();
  verb->group(hidden);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_edit_loop(*options); }; });
}

}  // namespace tradewind::cli
