// Headers -> fields. A person's mapping wins over the headers; headers that mean nothing here are kept as custom fields.
#include "exchange/import_columns.h"

#include <algorithm>

#include "exchange/import_source.h"
#include "exchange/unicode.h"
#include "exchange/value_words.h"
#include "tradewind/exchange/date_text.h"

namespace tradewind::exchange {
namespace {

/// Names under which the texts of recognised columns are kept, whatever the language of the file.
std::string_view canonical_name(Field field) {
  switch (field) {
    case Field::issue_id:
      return "Issue id";
    case Field::type:
      return "Type";
    case Field::status:
      return "Status";
    case Field::status_category:
      return "Status Category";
    case Field::resolution:
      return "Resolution";
    case Field::priority:
      return "Priority";
    case Field::parent:
    case Field::parent_key:
      return "Parent";
    case Field::parent_name:
      return "Parent summary";
    case Field::sprint:
      return "Sprint";
    case Field::comment:
      return "Comment";
    case Field::rank:
      return "Rank";
    case Field::team:
      return "Team";
    default:
      return {};
  }
}

Result<std::vector<std::size_t>> columns_named(const std::vector<SourceColumn>& columns, const std::string& name) {
  std::vector<std::size_t> found;
  if (name.size() > 1 && name[0] == '#' && name.find_first_not_of("0123456789", 1) == std::string::npos && name.size() < 7) {
    const auto number = static_cast<std::size_t>(std::stoul(name.substr(1)));
    if (number >= 1 && number <= columns.size()) return std::vector{number - 1};
  }
  const std::string folded = fold(name);
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (fold(columns[i].header) == folded) found.push_back(i);
  if (!found.empty()) return found;
  std::string headers;
  for (const auto& column : columns) {
    if (headers.size() > 400) {
      headers += ", …";
      break;
    }
    headers += (headers.empty() ? "" : ", ") + column.header;
  }
  return failure(ErrorCode::bad_input, "cannot map the column \"" + name + "\"", "the file has no column of that name",
                 "give one of: " + headers);
}

Result<void> apply_mapping(std::vector<SourceColumn>& columns, const ColumnMapping& mapping) {
  for (const auto& assignment : mapping) {
    const auto field = field_of_name(assignment.field);
    if (!field)
      return failure(ErrorCode::bad_input, "cannot map to the field \"" + assignment.field + "\"",
                     "there is no field of that name",
                     "give one of the fields that the import lists, for example title, key, effort or tags");
    const auto found = columns_named(columns, assignment.column);
    if (!found) return tl::unexpected(found.error());
    // What a person maps takes the place of what the headers said.
    if (!holds_several(*field))
      for (auto& column : columns)
        if (column.field == *field && !column.is_mapped) column.field = Field::custom;
    for (const auto i : *found) {
      columns[i].field = *field;
      columns[i].is_mapped = true;
    }
  }
  return {};
}

SourceColumn* first_of(std::vector<SourceColumn>& columns, Field field) {
  const auto found =
      std::find_if(columns.begin(), columns.end(), [&](const SourceColumn& column) { return column.field == field; });
  return found == columns.end() ? nullptr : &*found;
}

/// Fields whose meaning depends on what else the file has.
void settle_by_context(Columns& columns) {
  auto& list = columns.list;
  const auto settle = [&](Field from, Field to) {
    for (auto& column : list)
      if (column.field == from) column.field = to;
  };
  settle(Field::original_estimate, columns.is_jira() ? Field::effort_seconds : Field::effort_hours);
  settle(Field::creator, columns.is_jira() || first_of(list, Field::requester) ? Field::custom : Field::requester);
  if (columns.is_jira()) {
    for (auto& column : list)
      if (column.field == Field::team && !column.is_mapped) column.field = Field::custom;
  }
  if (!first_of(list, Field::key))
    if (auto* id = first_of(list, Field::issue_id)) id->field = Field::key;
  if (!columns.is_jira())
    for (auto& column : list)
      if (column.field == Field::issue_id) column.field = Field::custom;
  if (!first_of(list, Field::title)) {
    if (auto* description = first_of(list, Field::description); description && !description->is_mapped) {
      description->field = Field::title;
      columns.warnings.push_back("there is no column of titles: \"" + description->header + "\" is taken for it");
    } else if (auto* key = first_of(list, Field::key)) {
      columns.warnings.push_back("there is no column of titles: items are called by \"" + key->header + "\"");
    }
  }
  for (auto& column : list) {
    if (column.field == Field::estimate) {
      column.field = Field::story_points;
      columns.warnings.push_back("\"" + column.header + "\" has no unit and is kept as story points; --map effort=\"" +
                                 column.header + "\" (or effort_days, effort_hours) reads it as effort");
    }
    if (column.field == Field::effort && !column.is_mapped)
      columns.warnings.push_back("\"" + column.header +
                                 "\" is read as person-weeks; --map effort_days=, effort_hours= or effort_months=\"" +
                                 column.header + "\" reads it otherwise");
  }
}

bool holds_a_date(Field field) {
  return field == Field::start || field == Field::due || field == Field::sprint_start || field == Field::sprint_end;
}

DateOrderEvidence evidence_of(const CsvTable& table, std::size_t column) {
  DateOrderEvidence evidence;
  for (std::size_t row = 1; row < table.row_count(); ++row) {
    const auto cells = table.row(row);
    if (column >= cells.size() || cells[column].empty()) continue;
    evidence.add(read_date_text(cells[column]));
    if (evidence.contradicts()) break;
  }
  return evidence;
}

Result<void> learn_date_orders(Columns& columns, const CsvTable& table) {
  std::vector<std::size_t> undecided;
  DateOrderEvidence of_file;
  for (std::size_t i = 0; i < columns.list.size(); ++i) {
    auto& column = columns.list[i];
    if (!holds_a_date(column.field)) continue;
    const auto evidence = evidence_of(table, i);
    if (evidence.contradicts())
      return failure(ErrorCode::bad_input, "cannot read the dates of \"" + column.header + "\"",
                     "some of its dates have the day first, others the month first",
                     "correct the column or say the order with --date-order dmy, mdy or ymd");
    column.date_order = evidence.order();
    of_file.add(evidence);
    if (!column.date_order && evidence.is_needed()) undecided.push_back(i);
  }
  if (undecided.empty()) return {};
  // A column that proves nothing follows the others of its file, if those agree.
  for (std::size_t i = 0; i < columns.list.size() && !of_file.order(); ++i)
    if (columns.list[i].field == Field::other_date || columns.list[i].field == Field::completed)
      of_file.add(evidence_of(table, i));
  for (const auto i : undecided) {
    if (!of_file.order())
      return failure(ErrorCode::bad_input, "cannot read the dates of \"" + columns.list[i].header + "\"",
                     "nothing in the file tells whether the day or the month comes first",
                     "say it with --date-order dmy, mdy or ymd");
    columns.list[i].date_order = of_file.order();
  }
  return {};
}

/// Confidence is a share; numbers above 1 are percent where one of them is above 10, else a scale that nobody names.
void learn_confidence_scale(SourceColumn& column, const CsvTable& table, std::size_t index) {
  double largest = 0;
  for (std::size_t row = 1; row < table.row_count(); ++row) {
    const auto cells = table.row(row);
    if (index >= cells.size() || cells[index].empty()) continue;
    if (const auto number = read_number(cells[index], false); number && !number->percent)
      largest = std::max(largest, number->value);
  }
  column.values_are_percent = largest > 10;
  column.is_unknown_scale = largest > 1 && largest <= 10;
}

}  // namespace

bool Columns::has(Field field) const {
  return std::any_of(list.begin(), list.end(), [&](const SourceColumn& column) { return column.field == field; });
}

Result<Columns> resolve_columns(std::span<const std::string_view> headers, char delimiter, const ImportOptions& options) {
  Columns columns;
  bool looks_like_jira = false;
  for (const auto header : headers) {
    auto meaning = read_header(header);
    SourceColumn column;
    column.header = trimmed(header);
    column.field = meaning.field;
    column.custom_name = std::move(meaning.custom_name);
    column.link_type = std::move(meaning.link_type);
    column.inward = meaning.inward;
    if (column.field == Field::link) {
      column.order = order_of_link_type(column.link_type);
      column.custom_name = std::string(column.inward ? "Inward" : "Outward") + " issue link (" + column.link_type + ")";
    }
    if (!meaning.is_custom_field && !canonical_name(column.field).empty()) column.custom_name = canonical_name(column.field);
    if (column.custom_name.empty()) column.custom_name = "#" + std::to_string(columns.list.size() + 1);
    if (column.header.empty()) column.header = column.custom_name;
    looks_like_jira = looks_like_jira || is_jira_header(header);
    columns.list.push_back(std::move(column));
  }
  columns.format = options.format;
  if (options.format == ImportFormat::automatic)
    columns.format = looks_like_jira ? ImportFormat::jira_csv : delimiter == '\t' ? ImportFormat::tsv : ImportFormat::csv;
  if (const auto applied = apply_mapping(columns.list, options.mapping); !applied) return tl::unexpected(applied.error());
  columns.source = options.source.empty() ? source_of_columns(columns, options.file_name) : options.source;
  settle_by_context(columns);
  if (!columns.has(Field::title) && !columns.has(Field::key))
    return failure(ErrorCode::bad_input, "cannot import the table", "no column holds titles or keys",
                   "say which one does with --map title=COLUMN");
  return columns;
}

Result<void> learn_from_values(Columns& columns, const CsvTable& table, const ImportOptions& options) {
  for (std::size_t i = 0; i < columns.list.size(); ++i)
    if (columns.list[i].field == Field::confidence) learn_confidence_scale(columns.list[i], table, i);
  if (!options.date_order) return learn_date_orders(columns, table);
  for (auto& column : columns.list) column.date_order = options.date_order;
  return {};
}

}  // namespace tradewind::exchange
