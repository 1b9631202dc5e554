#include "tradewind/storage/scenario.h"

#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "cli/verbs/comparison.h"
#include "cli/verbs/question.h"
#include "cli/verbs/rows_touched.h"
#include "tradewind/domain/text.h"
#include "tradewind/workbench/scenarios.h"

namespace tradewind::cli {
namespace {

using workbench::Record;
using workbench::Value;

constexpr const char* baseline_name = "baseline";

struct ScenarioOptions : CommonOptions {
  std::string name;
  std::string other;  // the new name, or what to compare with
  std::string note;
  std::string key;
  std::vector<std::string> assignments;
  std::string roadmap;
  Question request;
};

Record record_of(const Scenario& scenario, const Portfolio& portfolio) {
  return {{"name", Value::of(scenario.name)},
          {"note", Value::name_or_unknown(scenario.note)},
          {"created", Value::of(scenario.created)},
          {"edits", Value::of(storage::edits_of_scenario(portfolio, scenario.id).size())}};
}

/// `participle` begins the line for people.
int print_scenario(const Scenario& scenario, const Portfolio& portfolio, std::string_view participle, bool json) {
  if (json)
    print_json(Value::of(record_of(scenario, portfolio)));
  else
    print(std::string(participle) + " " + scenario.name);
  return done;
}

std::vector<Record> records_of(const std::vector<storage::Workspace::MergeConflict>& conflicts, const Portfolio& portfolio) {
  std::vector<Record> records;
  for (const auto& conflict : conflicts) records.push_back(workbench::describe_conflict(conflict, portfolio));
  return records;
}

Value list_of(const std::vector<Record>& records) {
  std::vector<Value> values;
  for (const Record& record : records) values.push_back(Value::of(record));
  return Value::of(std::move(values));
}

void print_conflicts(const std::vector<Record>& conflicts) {
  if (conflicts.empty()) return;
  print("\nBoth changed these; what the workspace says (ours) stays");
  print_table(conflicts, {"row", "field", "before", "ours", "theirs"});
}

int run_new(const ScenarioOptions& options) {
  auto workspace = open_workspace(options.file, Access::write);
  if (!workspace) return report(workspace.error());
  Scenario scenario;
  scenario.name = options.name;
  scenario.note = options.note;
  scenario.created = options.request.planning.planning().today;
  Result<ScenarioId> made;
  if (options.request.key.empty()) {
    made = storage::create_scenario(*workspace, scenario);
  } else {
    const auto answer = price_of(options.request, workspace->portfolio(), options.file);
    if (!answer) return report(answer.error());
    made = workbench::scenario_from(*workspace, *answer, scenario);
  }
  if (!made) return report(made.error());
  return print_scenario(*workspace->portfolio().find(*made), workspace->portfolio(), "Made", options.json);
}

int run_list(const ScenarioOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  std::vector<Record> records;
  for (const Scenario* scenario : workbench::scenarios_in_order(workspace->portfolio()))
    records.push_back(record_of(*scenario, workspace->portfolio()));
  if (options.json)
    print_json(list_of(records));
  else
    print_table(records, {"name", "created", "edits", "note"});
  return done;
}

/// Opens the file and finds the scenario, then does the rest.
template <class Rest>
int with_scenario(const ScenarioOptions& options, Access access, const Rest& rest) {
  auto workspace = open_workspace(options.file, access);
  if (!workspace) return report(workspace.error());
  const auto id = workbench::scenario_called(workspace->portfolio(), options.name);
  if (!id) return report(id.error());
  return rest(*workspace, *id);
}

int run_show(const ScenarioOptions& options) {
  return with_scenario(options, Access::read, [&](storage::Workspace& workspace, ScenarioId id) {
    const auto opened = storage::open_scenario(workspace, id);
    if (!opened) return report(opened.error());
    const Portfolio& portfolio = workspace.portfolio();
    Record record = record_of(*portfolio.find(id), portfolio);
    std::vector<std::string> labels;
    for (const ScenarioEdit& edit : storage::edits_of_scenario(portfolio, id)) labels.push_back(edit.label);
    const auto conflicts = records_of(opened->conflicts, portfolio);
    if (options.json) {
      record.push_back({"steps", Value::list_of(labels)});
      record.push_back({"conflicts", list_of(conflicts)});
      print_json(Value::of(std::move(record)));
      return done;
    }
    print_record(record);
    for (const std::string& label : labels) print("  " + label);
    print_conflicts(conflicts);
    return done;
  });
}

int run_set(const ScenarioOptions& options) {
  const auto assignments = workbench::parse_assignments(options.assignments);
  if (!assignments) return report(assignments.error());
  return with_scenario(options, Access::write, [&](storage::Workspace& workspace, ScenarioId id) {
    auto opened = storage::open_scenario(workspace, id);
    if (!opened) return report(opened.error());
    return print_rows_touched(workbench::set_fields(opened->workspace, options.key, *assignments), "Changed", options.json);
  });
}

/// The rows of the baseline or of a scenario.
Result<Portfolio> plan_called(storage::Workspace& workspace, const std::string& name) {
  if (equals_ignoring_case(name, baseline_name)) return workspace.portfolio();
  const auto id = workbench::scenario_called(workspace.portfolio(), name);
  if (!id) return tl::unexpected(id.error());
  const auto opened = storage::open_scenario(workspace, *id);
  if (!opened) return tl::unexpected(opened.error());
  return opened->workspace.portfolio();
}

int run_compare(const ScenarioOptions& options) {
  auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const std::string from = options.other.empty() ? baseline_name : options.name;
  const std::string to = options.other.empty() ? options.name : options.other;
  const auto before = plan_called(*workspace, from);
  if (!before) return report(before.error());
  const auto after = plan_called(*workspace, to);
  if (!after) return report(after.error());
  const auto comparison = workbench::compare_plans(*before, *after, options.roadmap);
  if (!comparison) return report(comparison.error());
  print_comparison(*comparison, from, to, options.json);
  return done;
}

int run_adopt(const ScenarioOptions& options) {
  return with_scenario(options, Access::write, [&](storage::Workspace& workspace, ScenarioId id) {
    const std::string name = workspace.portfolio().find(id)->name;
    const auto adopted = storage::adopt_scenario(workspace, id);
    if (!adopted) return report(adopted.error());
    const auto conflicts = records_of(adopted->conflicts, workspace.portfolio());
    if (options.json) {
      print_json(Value::of(Record{{"name", Value::of(name)},
                                  {"seq", Value::of(adopted->receipt.seq)},
                                  {"changes", Value::of(adopted->receipt.changes.size())},
                                  {"conflicts", list_of(conflicts)}}));
      return done;
    }
    print("Adopted " + name);
    print_conflicts(conflicts);
    return done;
  });
}

int run_drop(const ScenarioOptions& options) {
  return with_scenario(options, Access::write, [&](storage::Workspace& workspace, ScenarioId id) {
    const Scenario scenario = *workspace.portfolio().find(id);
    const Record record = record_of(scenario, workspace.portfolio());
    if (const auto receipt = storage::drop_scenario(workspace, id); !receipt) return report(receipt.error());
    if (options.json)
      print_json(Value::of(record));
    else
      print("Dropped " + scenario.name);
    return done;
  });
}

int run_rename(const ScenarioOptions& options) {
  return with_scenario(options, Access::write, [&](storage::Workspace& workspace, ScenarioId id) {
    if (const auto receipt = storage::rename_scenario(workspace, id, options.other); !receipt) return report(receipt.error());
    return print_scenario(*workspace.portfolio().find(id), workspace.portfolio(), "Renamed to", options.json);
  });
}

}  // namespace

void add_scenario(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<ScenarioOptions>();
  CLI::App* verb = make_verb(app, "scenario", "What if: edits on the side, compared, adopted or dropped", *options);
  verb->require_subcommand(1);
  const auto add = [&, options](const char* name, const char* what_it_does, int (*run)(const ScenarioOptions&)) {
    CLI::App* action = verb->add_subcommand(name, what_it_does);
    action->fallthrough();  // --json may come last
    action->callback([options, run, &invocation] { invocation.run = [options, run] { return run(*options); }; });
    return action;
  };
  const auto take_name = [&](CLI::App* action) {
    action->add_option("NAME", options->name, "The scenario")->required();
    return action;
  };
  CLI::App* make = take_name(add("new", "Makes a scenario, empty or with what a request moves", run_new));
  make->add_option("--note", options->note, "What it is about");
  auto* request = make->add_option("--from-tradeoff", options->request.key, "KEY of a request: the plan in which it is done");
  make->add_option("--by", options->request.by, "PERIOD in which it is to be finished (default: the first)")->needs(request);
  options->request.planning.add_to(*make);
  add("list", "All scenarios", run_list);
  take_name(add("show", "Its edits, and where they meet other changes", run_show));
  CLI::App* set = take_name(add("set", "Changes fields of one row in the scenario only", run_set));
  set->add_option("KEY", options->key, "As for the verb set")->required();
  set->add_option("ASSIGNMENT", options->assignments, "field=value")->required();
  set->footer(field_help);
  CLI::App* compare = add("compare", "What is different from the workspace, or from another scenario", run_compare);
  compare->add_option("A", options->name, "A scenario, or baseline")->required();
  compare->add_option("B", options->other, "Another; without it A is compared with the baseline");
  compare->add_option("--roadmap", options->roadmap, "The roadmap's name (default: the first)");
  take_name(add("adopt", "Makes its edits, as one edit of the workspace that can be undone", run_adopt));
  take_name(add("drop", "Throws it away; undo brings it back", run_drop));
  take_name(add("rename", "Gives it another name", run_rename))->add_option("NEW", options->other, "The new name")->required();
}

}  // namespace tradewind::cli
