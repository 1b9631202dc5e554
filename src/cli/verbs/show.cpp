#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tradewind/workbench/list_rows.h"

namespace tradewind::cli {
namespace {

struct ShowOptions : CommonOptions {
  std::string key;
};

int run_show(const ShowOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const auto record = workbench::show_row(workspace->portfolio(), options.key);
  if (!record) return report(record.error());
  if (options.json)
    print_json(workbench::Value::of(*record));
  else
    print_record(*record);
  return done;
}

}  // namespace

void add_show(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* verb = make_verb(app, "show", "One thing with all that hangs on it", *options);
  verb->add_option(
          "KEY", options->key,
          "TW-12, an external key, the key or name of a team, outcome, period …, Team/2027Q1 for capacity, #ID, or NOUN:KEY")
      ->required();
  verb->callback([options, &invocation] { invocation.run = [options] { return run_show(*options); }; });
}

}  // namespace tradewind::cli
