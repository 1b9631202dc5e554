#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tradewind/workbench/create_workspace.h"

namespace tradewind::cli {
namespace {

struct NewOptions : CommonOptions {
  std::string from = "empty";
};

int run_new(const NewOptions& options) {
  workbench::CreateOptions create;
  create.from = from_text<workbench::Template>(options.from).value_or(workbench::Template::empty);
  create.today = today();
  create.storage = storage_options(Access::write);
  const auto workspace = workbench::create_workspace(options.file, create);
  if (!workspace) return report(workspace.error());
  const Portfolio& portfolio = workspace->portfolio();
  const workbench::Record made{{"file", workbench::Value::of(options.file)},
                               {"items", workbench::Value::of(portfolio.all<Item>().size())},
                               {"outcomes", workbench::Value::of(portfolio.all<Outcome>().size())},
                               {"teams", workbench::Value::of(portfolio.all<Team>().size())},
                               {"periods", workbench::Value::of(portfolio.all<Period>().size())}};
  if (options.json)
    print_json(workbench::Value::of(made));
  else
    print_record(made);
  return done;
}

}  // namespace

void add_new(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<NewOptions>();
  CLI::App* verb = make_verb(app, "new", "Makes a workspace file; refuses when something is there", *options);
  verb->add_option("--template", options->from,
                   "empty; quarterly: the 70/20/10 policy, a roadmap, one team of five people and four fiscal quarters from "
                   "the current one; sample: a fictional product to look around in")
      ->check(CLI::IsMember({"empty", "quarterly", "sample"}))
      ->capture_default_str();
  verb->callback([options, &invocation] { invocation.run = [options] { return run_new(*options); }; });
}

}  // namespace tradewind::cli
