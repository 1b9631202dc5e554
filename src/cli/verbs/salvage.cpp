#include "cli/output.h"
#include "cli/verb.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::cli {
namespace {

struct SalvageOptions : CommonOptions {
  std::string to;
};

int run_salvage(const SalvageOptions& options) {
  const auto saved = storage::salvage(options.file, options.to);
  if (!saved) return report(saved.error());
  const workbench::Record record{{"file", workbench::Value::of(options.to)},
                                 {"rows", workbench::Value::of(saved->rows)},
                                 {"lost", workbench::Value::list_of(saved->lost)}};
  if (options.json) {
    print_json(workbench::Value::of(record));
    return done;
  }
  print("Saved " + std::to_string(saved->rows) + " rows of " + options.file + " in " + options.to);
  for (const std::string& lost : saved->lost) print("  Not saved: " + lost);
  return done;
}

}  // namespace

void add_salvage(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<SalvageOptions>();
  CLI::App* verb = make_verb(
      app, "salvage",
      "Copies what can still be read of a damaged FILE, and of the log beside it, into a new workspace; both stay as they are",
      *options);
  verb->add_option("--to", options->to, "The workspace to make; refused when something is there")->required();
  verb->callback([options, &invocation] { invocation.run = [options] { return run_salvage(*options); }; });
}

}  // namespace tradewind::cli
