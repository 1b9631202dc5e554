#include <algorithm>

#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "cli/verbs/question.h"
#include "tradewind/workbench/decisions.h"

namespace tradewind::cli {
namespace {

using workbench::Record;
using workbench::Value;

struct DecisionOptions : CommonOptions {
  Question request;
  std::string choice;
  std::string role;
  std::string reason;
  std::string date;
  int number = 0;
  std::string to;
};

/// To the file that --to names.
Result<void> write_record(const DecisionOptions& options, const std::vector<workbench::NumberedDecision>& decisions,
                          const Portfolio& portfolio) {
  if (options.to.empty()) return {};
  const auto written = workbench::write_decisions(options.to, decisions, portfolio);
  if (!written) return tl::unexpected(written.error());
  return {};
}

int run_list(const DecisionOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const auto decisions = workbench::numbered_decisions(workspace->portfolio());
  if (const auto written = write_record(options, decisions, workspace->portfolio()); !written) return report(written.error());
  std::vector<Record> records;
  for (const auto& decision : decisions) records.push_back(workbench::decision_record(decision, workspace->portfolio()));
  if (options.json) {
    std::vector<Value> values;
    for (Record& record : records) values.push_back(Value::of(std::move(record)));
    print_json(Value::of(std::move(values)));
  } else {
    print_table(records, {"number", "date", "title", "request", "choice", "role", "reason"});
  }
  return done;
}

void print_decision(const workbench::NumberedDecision& decision, const Portfolio& portfolio, bool json) {
  if (json)
    print_json(Value::of(workbench::decision_record(decision, portfolio)));
  else
    print(workbench::decisions_text({decision}, portfolio, workbench::TableFormat::markdown));
}

int run_show(const DecisionOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const auto decisions = workbench::numbered_decisions(workspace->portfolio());
  const auto decision =
      std::find_if(decisions.begin(), decisions.end(), [&](const auto& one) { return one.number == options.number; });
  if (decision == decisions.end())
    return report({ErrorCode::not_found, "cannot show decision " + std::to_string(options.number),
                   decisions.empty() ? "there are no decisions" : "there are " + std::to_string(decisions.size()) + " of them",
                   "see `tradewind-cli decision " + options.file + " list`"});
  if (const auto written = write_record(options, {*decision}, workspace->portfolio()); !written) return report(written.error());
  print_decision(*decision, workspace->portfolio(), options.json);
  return done;
}

int run_record(const DecisionOptions& options) {
  auto workspace = open_workspace(options.file, Access::write);
  if (!workspace) return report(workspace.error());
  const auto answer = answer_to(options.request, workspace->portfolio(), options.file);
  if (!answer) return report(answer.error());
  workbench::DecisionNote note;
  note.choice = options.choice;
  note.role = options.role;
  note.reason = options.reason;
  note.date = parse_iso_date(options.date).value_or(options.request.planning.planning().today);
  const auto recorded = workbench::record_decision(*workspace, answer->price, answer->ways, note);
  if (!recorded) return report(recorded.error());
  for (const auto& decision : workbench::numbered_decisions(workspace->portfolio()))
    if (decision.decision->id == *recorded) print_decision(decision, workspace->portfolio(), options.json);
  return done;
}

}  // namespace

void add_decision(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<DecisionOptions>();
  CLI::App* verb = make_verb(app, "decision", "What was decided about requests, with the figures of the day", *options);
  verb->require_subcommand(1);
  const auto add = [&, options](const char* name, const char* what_it_does, int (*run)(const DecisionOptions&)) {
    CLI::App* action = verb->add_subcommand(name, what_it_does);
    action->fallthrough();  // --json may come last
    action->callback([options, run, &invocation] { invocation.run = [options, run] { return run(*options); }; });
    return action;
  };
  const auto take_target = [&](CLI::App* action) {
    action->add_option("--to", options->to, "OUT.md, .csv or .json: the record as a file too");
  };
  take_target(add("list", "All decisions, the oldest first", run_list));
  CLI::App* show = add("show", "One decision with the options as they were shown", run_show);
  show->add_option("N", options->number, "Its number in the list")->required();
  take_target(show);
  CLI::App* record = add("record", "Prices the request now and records what was chosen", run_record);
  record->add_option("--request", options->request.key, "KEY of the request")->required();
  record->add_option("--by", options->request.by, "PERIOD in which it was asked for (default: the first)");
  record->add_option("--choice", options->choice, "An option of `tradeoff`: now, later:PERIOD, test-first …, or decline")
      ->required();
  record->add_option("--role", options->role, "Who decided")->required();
  record->add_option("--reason", options->reason, "Why")->required();
  record->add_option("--date", options->date, "When, as 2027-01-18 (default: today)")->check([](const std::string& text) {
    return parse_iso_date(text) ? std::string() : "not a date like 2027-01-18";
  });
  options->request.test.add_to(*record);
  options->request.planning.add_to(*record);
}

}  // namespace tradewind::cli
