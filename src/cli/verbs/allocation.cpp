#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tradewind/workbench/report_allocation.h"

namespace tradewind::cli {
namespace {

using allocation::Allocation;
using workbench::Record;
using workbench::Value;

struct AllocationVerbOptions : CommonOptions {
  workbench::AllocationOptions allocation;
  std::string by = "class";
};

/// Minutes in the report's unit; unknown where nothing at all is known of that kind.
Value in_units(std::int64_t minutes, const Allocation& report) {
  return Value::of(static_cast<double>(minutes) / report.minutes_per_unit);
}

/// Shares 0–1, so that classes of one table can be compared with their targets; the amounts beside them.
Record class_record(const allocation::ClassPart& part, const Allocation& report) {
  const bool has_target = static_cast<bool>(part.allocation_class);
  return {{"class", Value::of(part.key)},
          {"name", Value::of(part.name)},
          {"target", has_target ? Value::of(part.target) : Value{}},
          {"tolerance", has_target ? Value::of(part.tolerance) : Value{}},
          {"planned", Value::of(part.planned)},
          {"actual", Value::of(part.actual)},
          {"drift", !has_target || !part.drift_points.has_value() ? Value{} : Value::of(part.drift_points.value() / 100)},
          {"planned_amount", in_units(part.planned_minutes, report)},
          {"actual_amount", in_units(part.actual_minutes, report)}};
}

std::vector<Value> class_records(const allocation::Shares& shares, const Allocation& report) {
  std::vector<Value> rows;
  for (const allocation::ClassPart& part : shares.classes) rows.push_back(Value::of(class_record(part, report)));
  return rows;
}

std::vector<Value> share_records(const std::vector<allocation::Shares>& groups, const Allocation& report) {
  std::vector<Value> rows;
  for (const allocation::Shares& shares : groups)
    rows.push_back(Value::of(Record{{"name", Value::of(shares.name)},
                                    {"planned_total", in_units(shares.planned_minutes, report)},
                                    {"actual_total", in_units(shares.actual_minutes, report)},
                                    {"classes", Value::of(class_records(shares, report))}}));
  return rows;
}

Record allocation_record(const Allocation& report, const std::string& by) {
  std::vector<Value> alerts;
  for (const allocation::Alert& alert : report.alerts)
    alerts.push_back(Value::of(Record{{"kind", Value::of(alert.kind == allocation::AlertKind::drift ? "drift" : "planned")},
                                      {"class", Value::of(alert.key)},
                                      {"above", Value::of(alert.above)},
                                      {"weeks", Value::of(alert.weeks)},
                                      {"share", Value::of(alert.share)},
                                      {"limit", Value::of(alert.limit)},
                                      {"message", Value::of(in_words(alert.message))}}));
  Record record{{"period", Value::of(report.period)},
                {"unit", Value::of(report.unit)},
                {"classes", Value::of(class_records(report.whole, report))},
                {"planned_total", Value::of(report.planned_total)},
                {"actual_total", Value::of(report.actual_total)},
                {"alerts", Value::of(std::move(alerts))}};
  if (by == "team") record.push_back({"teams", Value::of(share_records(report.teams, report))});
  if (by == "person") record.push_back({"people", Value::of(share_records(report.people, report))});
  return record;
}

Value percent(int share, bool known) { return known ? Value::of(std::to_string(share) + " %") : Value::of("–"); }

void print_shares(const allocation::Shares& shares, const Allocation& report) {
  const std::vector<int> targets = allocation::shown_targets(shares.classes);
  const std::vector<int> planned = allocation::shown_planned(shares.classes);
  const std::vector<int> actual = allocation::shown_actual(shares.classes);
  std::vector<Record> rows;
  for (std::size_t at = 0; at < shares.classes.size(); ++at) {
    const allocation::ClassPart& part = shares.classes[at];
    rows.push_back({{"class", Value::of(part.name)},
                    {"target", percent(targets[at], static_cast<bool>(part.allocation_class))},
                    {"planned", percent(planned[at], part.planned.has_value())},
                    {"actual", percent(actual[at], part.actual.has_value())},
                    {"planned " + report.unit, in_units(part.planned_minutes, report)},
                    {"actual " + report.unit, in_units(part.actual_minutes, report)}});
  }
  print_table(rows, {"class", "target", "planned", "actual", "planned " + report.unit, "actual " + report.unit});
}

void print_allocation(const Allocation& report, const std::string& by) {
  print("Allocation of " + report.period);
  print_shares(report.whole, report);
  for (const allocation::Shares& shares : by == "team"     ? report.teams
                                          : by == "person" ? report.people
                                                           : std::vector<allocation::Shares>{}) {
    print("");
    print(shares.name);
    print_shares(shares, report);
  }
  for (const allocation::Alert& alert : report.alerts) print(in_words(alert.message));
}

int run_allocation(AllocationVerbOptions options) {
  options.allocation.today = today();
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const auto result = workbench::report_allocation(workspace->portfolio(), options.allocation);
  if (!result) return report(result.error());
  if (options.json)
    print_json(Value::of(allocation_record(*result, options.by)));
  else
    print_allocation(*result, options.by);
  return done;
}

}  // namespace

void add_allocation(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<AllocationVerbOptions>();
  CLI::App* verb =
      make_verb(app, "allocation", "Where time should go, where the plan sends it and where it went (70/20/10)", *options);
  verb->add_option("--period", options->allocation.period, "PERIOD; the current one of the roadmap by default");
  verb->add_option("--by", options->by, "Also by team or by person")
      ->check(CLI::IsMember({"class", "team", "person"}))
      ->capture_default_str();
  verb->footer(
      [] { return std::string("In JSON target, planned, actual and drift are shares 0–1; totals and amounts are in `unit`."); });
  verb->callback([options, &invocation] { invocation.run = [options] { return run_allocation(*options); }; });
}

}  // namespace tradewind::cli
