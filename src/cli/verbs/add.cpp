#include "cli/session.h"
#include "cli/verbs/rows_touched.h"

namespace tradewind::cli {
namespace {

struct AddOptions : CommonOptions {
  std::string noun;
  std::vector<std::string> assignments;
};

int run_add(const AddOptions& options) {
  const auto assignments = workbench::parse_assignments(options.assignments);
  if (!assignments) return report(assignments.error());
  auto workspace = open_workspace(options.file, Access::write);
  if (!workspace) return report(workspace.error());
  return print_rows_touched(workbench::add_row(*workspace, options.noun, *assignments), "Added", options.json);
}

}  // namespace

void add_add(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<AddOptions>();
  CLI::App* verb = make_verb(app, "add", "Adds one row, as one undoable edit", *options);
  verb->add_option("NOUN", options->noun, "item, outcome, team, period, capacity, milestone, evidence, time …")->required();
  verb->add_option("ASSIGNMENT", options->assignments, "field=value")->required();
  verb->footer(field_help);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_add(*options); }; });
}

}  // namespace tradewind::cli
