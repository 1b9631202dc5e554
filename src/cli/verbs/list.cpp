#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tradewind/workbench/list_rows.h"

namespace tradewind::cli {
namespace {

struct ListVerbOptions : CommonOptions {
  std::string noun;
  workbench::ListOptions list;
  bool csv = false;
};

int run_list(const ListVerbOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const auto rows = workbench::list_rows(workspace->portfolio(), options.noun, options.list);
  if (!rows) return report(rows.error());
  if (options.noun.rfind("item", 0) == 0) warn_about_unknown_names(workspace->portfolio(), options.list.where);
  if (options.json) {
    std::vector<workbench::Value> list;
    for (const workbench::Record& row : *rows) list.push_back(workbench::Value::of(row));
    print_json(workbench::Value::of(std::move(list)));
    return done;
  }
  std::vector<std::string> columns = options.list.fields;
  if (columns.empty()) columns = options.csv ? workbench::all_fields(options.noun) : workbench::usual_fields(options.noun);
  if (options.csv)
    print_csv(*rows, columns);
  else
    print_table(*rows, columns);
  return done;
}

std::string noun_list() {
  std::string text = "NOUN is one of:";
  for (const std::string& noun : workbench::list_nouns()) text += " " + noun;
  return text +
         "\nEXPR: moscow:must effort<8 team:Platform class:strategic stage:idea,framing -tag:legacy has:deadline \"free text\"; "
         "terms are and-ed, commas or-ed, - negates.";
}

}  // namespace

void add_list(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<ListVerbOptions>();
  CLI::App* verb = make_verb(app, "list", "A table of items, outcomes, teams, periods …", *options);
  verb->add_option("NOUN", options->noun, "What to list")->required();
  verb->add_option("--where", options->list.where, "EXPR, as in the window's filter bar");
  verb->add_option("--sort", options->list.sort, "A field, - in front for descending; may be repeated")->expected(1)->take_all();
  verb->add_option("--limit", options->list.limit, "At most so many rows")->check(CLI::NonNegativeNumber);
  verb->add_option("--fields", options->list.fields, "Only these fields, separated by commas")
      ->delimiter(',')
      ->allow_extra_args(false);
  verb->add_flag("--csv", options->csv, "Comma-separated values with all fields instead of an aligned table");
  verb->footer(noun_list);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_list(*options); }; });
}

}  // namespace tradewind::cli
