#include "cli/session.h"
#include "cli/verbs/rows_touched.h"

namespace tradewind::cli {
namespace {

struct SetOptions : CommonOptions {
  std::string key;
  std::vector<std::string> assignments;
};

int run_set(const SetOptions& options) {
  const auto assignments = workbench::parse_assignments(options.assignments);
  if (!assignments) return report(assignments.error());
  auto workspace = open_workspace(options.file, Access::write);
  if (!workspace) return report(workspace.error());
  return print_rows_touched(workbench::set_fields(*workspace, options.key, *assignments), "Changed", options.json);
}

}  // namespace

void add_set(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<SetOptions>();
  CLI::App* verb = make_verb(app, "set", "Changes fields of one row, as one undoable edit", *options);
  verb->add_option("KEY", options->key, "As for show; settings is the workspace itself")->required();
  verb->add_option("ASSIGNMENT", options->assignments, "field=value")->required();
  verb->footer(field_help);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_set(*options); }; });
}

}  // namespace tradewind::cli
