#include "cli/session.h"
#include "cli/verbs/rows_touched.h"

namespace tradewind::cli {
namespace {

struct RemoveOptions : CommonOptions {
  std::vector<std::string> keys;
};

int run_remove(const RemoveOptions& options) {
  auto workspace = open_workspace(options.file, Access::write);
  if (!workspace) return report(workspace.error());
  return print_rows_touched(workbench::remove_rows(*workspace, options.keys), "Removed", options.json);
}

}  // namespace

void add_remove(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<RemoveOptions>();
  CLI::App* verb = make_verb(app, "remove", "Removes rows and what cannot exist without them, as one undoable edit", *options);
  verb->add_option("KEY", options->keys, "As for show")->required();
  verb->callback([options, &invocation] { invocation.run = [options] { return run_remove(*options); }; });
}

}  // namespace tradewind::cli
