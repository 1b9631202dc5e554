#include "tradewind/workbench/import_file.h"

#include "tradewind/exchange/workspace_json.h"
#include "workbench/file_bytes.h"
#include "workbench/import_workspace_json.h"
#include "workbench/row_writer.h"
#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

bool is_json(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  const auto first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '{' || bytes[first] == '[');
}

/// From a file, else the profile of that name in the workspace.
Result<MappingProfile> profile_called(const std::string& text, const Portfolio& portfolio) {
  for (const MappingProfile& profile : portfolio.all<MappingProfile>())
    if (same_ignoring_case(profile.name, text)) return profile;
  auto bytes = read_file(text);
  if (!bytes) return tl::unexpected(bytes.error());
  return exchange::profile_from_json(*bytes);
}

Result<exchange::ImportOptions> table_options(const ImportFileOptions& options, const std::filesystem::path& path,
                                              const Portfolio& portfolio) {
  exchange::ImportOptions result;
  result.mapping = options.mapping;
  result.date_order = options.date_order;
  result.source = options.source;
  result.file_name = path.filename().string();
  std::string format = options.format;
  if (!options.profile.empty()) {
    const auto profile = profile_called(options.profile, portfolio);
    if (!profile) return tl::unexpected(profile.error());
    const auto mapping = exchange::mapping_of_profile(*profile);
    if (!mapping) return tl::unexpected(mapping.error());
    // What was typed comes first and wins: a field that it maps is not mapped again.
    for (const exchange::ColumnAssignment& one : *mapping) {
      bool typed = false;
      for (const exchange::ColumnAssignment& other : options.mapping) typed = typed || other.field == one.field;
      if (!typed) result.mapping.push_back(one);
    }
    if (!result.date_order && !profile->date_order.empty())
      result.date_order = from_text<exchange::DateOrder>(profile->date_order);
    if (format == "auto" && !profile->format.empty()) format = profile->format;
  }
  const auto known = from_text<exchange::ImportFormat>(format);
  if (!known)
    return failure(ErrorCode::bad_input, "cannot import as \"" + format + "\"", "there is no such format",
                   "Choose one of " + joined(import_formats()));
  result.format = *known;
  return result;
}

template <class Entity>
void write(RowWriter& writer, exchange::RowChanges<Entity>& changes) {
  for (Entity& row : changes.insert) writer.insert(std::move(row));
  for (const Entity& row : changes.update) writer.update(row);
}
template <class Entity>
void erase(RowWriter& writer, const exchange::RowChanges<Entity>& changes) {
  for (const Id<Entity> id : changes.erase) writer.erase(id);
}

/// Uses the rows of the plan up.
void apply(RowWriter& writer, exchange::ImportPlan& plan) {
  // Old dependencies go first, so that a link that turned round does not look like a circle.
  erase(writer, plan.dependencies);
  write(writer, plan.teams);
  write(writer, plan.periods);
  write(writer, plan.items);
  write(writer, plan.estimates);
  write(writer, plan.dependencies);
  write(writer, plan.placements);
  write(writer, plan.records);
  erase(writer, plan.placements);
  erase(writer, plan.estimates);
  erase(writer, plan.records);
  erase(writer, plan.items);
  erase(writer, plan.periods);
  erase(writer, plan.teams);
  writer.ask();
}

Result<ImportOutcome> import_table(storage::Workspace& workspace, const std::filesystem::path& path, std::string_view bytes,
                                   const ImportFileOptions& options) {
  auto table = table_options(options, path, workspace.portfolio());
  if (!table) return tl::unexpected(table.error());
  const auto head = exchange::inspect_import(bytes, *table);
  if (!head) return tl::unexpected(head.error());
  table->format = head->format;
  table->source = head->source;
  if (!goes_on(options)) return tl::unexpected(import_cancelled());
  auto plan = exchange::plan_import(bytes, *table, workspace.portfolio(), workspace.import_records(head->source));
  if (!plan) return tl::unexpected(plan.error());
  ImportOutcome outcome;
  outcome.format = to_text(plan->report.format);
  outcome.report = std::move(plan->report);
  if (options.dry_run || plan->changes_nothing()) return outcome;
  auto receipt = workspace.edit("Import " + path.filename().string(), [&](storage::Edit& edit) {
    RowWriter writer(edit, options);
    apply(writer, *plan);
  });
  if (!receipt) return tl::unexpected(receipt.error());
  outcome.receipt = std::move(*receipt);
  return outcome;
}

}  // namespace

std::vector<std::string> import_formats() {
  std::vector<std::string> formats;
  for (const auto& entry : EnumNames<exchange::ImportFormat>::values) formats.emplace_back(entry.second);
  formats.emplace_back("json");
  return formats;
}

Result<ImportOutcome> import_file(storage::Workspace& workspace, const std::filesystem::path& path,
                                  const ImportFileOptions& options) {
  const auto bytes = read_file(path);
  if (!bytes) return tl::unexpected(bytes.error());
  if (options.format == "json" || (options.format == "auto" && is_json(*bytes)))
    return import_workspace_json(workspace, path.filename().string(), *bytes, options);
  return import_table(workspace, path, *bytes, options);
}

}  // namespace tradewind::workbench
