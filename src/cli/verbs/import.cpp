#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tradewind/workbench/import_file.h"

namespace tradewind::cli {
namespace {

using workbench::Record;
using workbench::Value;

constexpr std::size_t lines_shown = 20;

struct ImportVerbOptions : CommonOptions {
  std::string path;
  workbench::ImportFileOptions import;
  std::vector<std::string> mapping;
  std::string date_order;
};

Record loss_record(const exchange::ImportReport::Loss& loss) {
  return {{"row", Value::of(loss.row)},
          {"column", Value::of(loss.column)},
          {"value", Value::of(loss.value)},
          {"why", Value::of(loss.why)}};
}

Record report_record(const workbench::ImportOutcome& outcome, bool dry_run) {
  const exchange::ImportReport& report = outcome.report;
  std::vector<Value> skipped;
  for (const auto& row : report.skipped)
    skipped.push_back(Value::of(Record{{"row", Value::of(row.row)}, {"why", Value::of(row.why)}}));
  std::vector<Value> losses;
  for (const auto& loss : report.losses) losses.push_back(Value::of(loss_record(loss)));
  std::vector<Value> conflicts;
  for (const auto& one : report.conflicts)
    conflicts.push_back(Value::of(Record{{"key", Value::of(one.key)},
                                         {"field", Value::of(one.field)},
                                         {"ours", Value::of(one.ours)},
                                         {"theirs", Value::of(one.theirs)}}));
  return {{"format", Value::of(outcome.format)},
          {"source", Value::of(report.source)},
          {"rows", Value::of(report.rows)},
          {"created", Value::of(report.created)},
          {"updated", Value::of(report.updated)},
          {"unchanged", Value::of(report.unchanged)},
          {"skipped", Value::of(std::move(skipped))},
          {"links", Value::of(Record{{"made", Value::of(report.links_made)}, {"dangling", Value::of(report.links_dangling)}})},
          {"unmapped_columns", Value::list_of(report.unmapped_columns)},
          {"losses", Value::of(std::move(losses))},
          {"conflicts", Value::of(std::move(conflicts))},
          {"warnings", Value::list_of(report.warnings)},
          {"dry_run", Value::of(dry_run)}};
}

std::string count(std::size_t number, std::string_view noun) {
  return std::to_string(number) + " " + std::string{noun} + (number == 1 ? "" : "s");
}

/// The first lines of a long list, and how many more there are.
template <class Row, class Text>
void print_some(std::string_view head, const std::vector<Row>& rows, const Text& text) {
  if (rows.empty()) return;
  print(std::string{head} + ":");
  for (std::size_t at = 0; at < rows.size() && at < lines_shown; ++at) print("  " + text(rows[at]));
  if (rows.size() > lines_shown) print("  … and " + std::to_string(rows.size() - lines_shown) + " more (--json lists all)");
}

void print_report(const workbench::ImportOutcome& outcome, bool dry_run) {
  const exchange::ImportReport& report = outcome.report;
  print(std::string{dry_run ? "Would import: " : "Imported: "} + count(static_cast<std::size_t>(report.rows), "row") + " of " +
        outcome.format + ": " + std::to_string(report.created) + " created, " + std::to_string(report.updated) + " updated, " +
        std::to_string(report.unchanged) + " unchanged, " + std::to_string(report.skipped.size()) + " skipped");
  print("Links: " + std::to_string(report.links_made) + " made, " + std::to_string(report.links_dangling) +
        " lead to something that is not here");
  print_some("Skipped rows", report.skipped, [](const auto& row) { return "row " + std::to_string(row.row) + ": " + row.why; });
  print_some("Kept as custom fields", report.unmapped_columns, [](const std::string& column) { return column; });
  print_some("Could not be kept", report.losses, [](const auto& loss) {
    return "row " + std::to_string(loss.row) + ", " + loss.column + " \"" + loss.value + "\": " + loss.why;
  });
  print_some("Changed on both sides (ours stays)", report.conflicts, [](const auto& one) {
    return one.key + ", " + one.field + ": here \"" + one.ours + "\", there \"" + one.theirs + "\"";
  });
  print_some("Please note", report.warnings, [](const std::string& warning) { return warning; });
}

int run_import(ImportVerbOptions options) {
  for (const std::string& text : options.mapping) {
    auto one = exchange::parse_column_assignment(text);
    if (!one) return report(one.error());
    options.import.mapping.push_back(std::move(*one));
  }
  if (!options.date_order.empty()) options.import.date_order = from_text<exchange::DateOrder>(options.date_order);
  auto workspace = open_workspace(options.file, options.import.dry_run ? Access::read : Access::write);
  if (!workspace) return report(workspace.error());
  const auto outcome = workbench::import_file(*workspace, options.path, options.import);
  if (!outcome) return report(outcome.error());
  if (options.json)
    print_json(Value::of(report_record(*outcome, options.import.dry_run)));
  else
    print_report(*outcome, options.import.dry_run);
  return done;
}

std::string field_list() {
  std::string text = "Fields for --map:";
  for (const exchange::ImportField& field : exchange::import_fields())
    text += "\n  " + std::string{field.name} + ": " + std::string{field.explanation};
  return text;
}

}  // namespace

void add_import(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<ImportVerbOptions>();
  CLI::App* verb = make_verb(app, "import",
                             "Reads an export in one undoable edit; a second import of the same source updates by external key "
                             "and leaves alone what people changed here",
                             *options);
  verb->add_option("SOURCE", options->path, "The export file")->required();
  verb->add_option("--format", options->import.format, "json is a workspace's own JSON (export --view workspace)")
      ->check(CLI::IsMember(workbench::import_formats()))
      ->capture_default_str();
  verb->add_option("--map", options->mapping, "field=Column, may be repeated; wins over what the headers say")
      ->expected(1)
      ->take_all();
  verb->add_option("--profile", options->import.profile, "A mapping profile: a JSON file, or one kept in the workspace by name");
  verb->add_option("--date-order", options->date_order, "Which of 7/9/2026 is the day")
      ->check(CLI::IsMember({"dmy", "mdy", "ymd"}));
  verb->add_option("--source", options->import.source, "Which source the rows belong to; from format and file name by default");
  verb->add_flag("--dry-run", options->import.dry_run, "Report what would happen and change nothing");
  verb->footer(field_list);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_import(*options); }; });
}

}  // namespace tradewind::cli
