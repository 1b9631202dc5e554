#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tradewind/workbench/check_workspace.h"

namespace tradewind::cli {
namespace {

using workbench::Record;
using workbench::Value;

std::string_view severity_text(Finding::Severity severity) {
  switch (severity) {
    case Finding::Severity::note:
      return "note";
    case Finding::Severity::warning:
      return "warning";
    case Finding::Severity::error:
      return "error";
  }
  return "error";
}

Record finding_record(const Finding& finding) {
  return {{"severity", Value::of(severity_text(finding.severity))},
          {"rule", Value::of(finding.rule)},
          {"key", Value::of(finding.key)},
          {"message", Value::of(finding.message)}};
}

Record check_record(const workbench::CheckReport& check) {
  std::vector<Value> findings;
  for (const Finding& finding : check.findings) findings.push_back(Value::of(finding_record(finding)));
  return {{"intact", Value::of(check.integrity.intact)},
          {"problems", Value::list_of(check.integrity.problems)},
          {"findings", Value::of(std::move(findings))}};
}

int damaged(const CommonOptions& options, const Error& error) {
  workbench::CheckReport check;
  check.integrity.intact = false;
  check.integrity.problems.push_back(error.why);
  if (options.json) print_json(Value::of(check_record(check)));
  return report(error);
}

int run_check(const CommonOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace)
    return workspace.error().code == ErrorCode::damaged ? damaged(options, workspace.error()) : report(workspace.error());
  const workbench::CheckReport check = workbench::check_workspace(*workspace);
  if (options.json) {
    print_json(Value::of(check_record(check)));
  } else {
    print(check.integrity.intact ? "The file is intact" : "The file is damaged");
    for (const std::string& problem : check.integrity.problems) print("  " + problem);
    for (const Finding& finding : check.findings)
      print(std::string{severity_text(finding.severity)} + " (" + finding.rule + ") " + finding.key + ": " + finding.message);
    if (check.findings.empty()) print("Every rule is kept");
  }
  if (check.integrity.intact) return done;
  return report(Error{ErrorCode::damaged, "checked " + options.file, "the file is damaged",
                      "Keep it as it is and work on the last backup, or save what can be read with `tradewind-cli salvage`"});
}

}  // namespace

void add_check(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<CommonOptions>();
  CLI::App* verb =
      make_verb(app, "check",
                "Integrity of the file, and the rules of the plan: over capacity, circles, Must share, order, deadlines, "
                "70/20/10, dangling links",
                *options);
  verb->footer([] { return std::string("Exit status 1 where the file is damaged; findings about the plan do not change it."); });
  verb->callback([options, &invocation] { invocation.run = [options] { return run_check(*options); }; });
}

}  // namespace tradewind::cli
