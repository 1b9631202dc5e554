#include "cli/verb.h"

namespace tradewind::cli {

CLI::App* make_verb(CLI::App& app, const std::string& name, const std::string& what_it_does, CommonOptions& options) {
  CLI::App* verb = app.add_subcommand(name, what_it_does);
  verb->add_option("FILE", options.file, "The workspace file")->required();
  verb->add_flag("--json", options.json, "Print one JSON document on standard output and nothing else there");
  return verb;
}

}  // namespace tradewind::cli
