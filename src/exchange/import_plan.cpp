// The steps of an import, from bytes to the plan.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "exchange/import_columns.h"
#include "exchange/import_links.h"
#include "exchange/item_merge.h"
#include "exchange/parent_order.h"
#include "exchange/reference_index.h"
#include "exchange/source_records.h"
#include "tradewind/domain/rank.h"
#include "tradewind/exchange/csv_reader.h"
#include "tradewind/exchange/import.h"
#include "tradewind/exchange/text_encoding.h"

namespace tradewind::exchange {
namespace {

constexpr auto cannot_import = "cannot import the table";

struct Opened {
  DecodedText decoded;  // without Excel's "sep=;" line
  char delimiter = ',';
};

Result<Opened> open_table(std::string_view bytes, const ImportOptions& options) {
  if (bytes.starts_with("PK\x03\x04"))
    return failure(ErrorCode::bad_input, cannot_import, "it is a ZIP archive or a workbook (.xlsx), not text", "save it as CSV");
  Opened opened;
  opened.decoded = decode_text(bytes);
  std::string& text = opened.decoded.text;
  // Characters that no text holds; databases and windows stumble over them.
  for (auto at = text.find('\0'); at != std::string::npos; at = text.find('\0', at)) {
    text[at] = ' ';
    ++opened.decoded.replaced;
  }
  const auto first = text.find_first_not_of(" \n\t");
  if (first == std::string::npos) return failure(ErrorCode::bad_input, cannot_import, "the file is empty", "export it again");
  if (text[first] == '{' ||
      (text[first] == '[' && text.find_first_of("{[\"", first + 1) == text.find_first_not_of(" \n\t", first + 1)))
    return failure(ErrorCode::bad_input, cannot_import, "it looks like JSON", "import it with --format json");
  opened.delimiter = options.format == ImportFormat::tsv ? '\t' : 0;
  if (fold(std::string_view(text).substr(first, 4)) == "sep=" && text.size() > first + 5 && text[first + 5] == '\n') {
    if (opened.delimiter == 0) opened.delimiter = text[first + 4];
    // The blank line that is left keeps the count of lines right.
    text.erase(first, 5);
  }
  if (opened.delimiter == 0) opened.delimiter = sniff_delimiter(text);
  return opened;
}

/// A title and its occurrence: what identifies a row of a source without keys.
std::string title_identity(std::string_view title_in_snapshot, int occurrence) {
  return std::string(title_in_snapshot) + '\n' + std::to_string(occurrence);
}

std::unordered_map<std::string, ItemId> items_by_title(const Portfolio& current, const EarlierSnapshots& earlier,
                                                       std::string_view source) {
  std::unordered_map<std::string, ItemId> by_title;
  std::vector<const Item*> without_trace;
  for (const Item& item : current.all<Item>()) {
    if (item.external_source != source || !item.external_key.empty()) continue;
    const auto* snapshot = earlier.of(item.id);
    if (!snapshot) {
      without_trace.push_back(&item);
      continue;
    }
    const auto occurrence = value_in(*snapshot, snapshot_name::occurrence);
    by_title.emplace(std::string(value_in(*snapshot, "title")) + '\n' + (occurrence.empty() ? "1" : std::string(occurrence)),
                     item.id);
  }
  std::sort(without_trace.begin(), without_trace.end(),
            [](const Item* a, const Item* b) { return a->rank != b->rank ? a->rank < b->rank : a->id < b->id; });
  for (const auto* item : without_trace)
    for (int occurrence = 1;; ++occurrence)
      if (by_title.emplace(title_identity(snapshot_text(item->title), occurrence), item->id).second) break;
  return by_title;
}

void identify(SourceRecords& records, const Portfolio& current, const EarlierSnapshots& earlier, std::string_view source) {
  const bool any_known = !current.all<Item>().empty();
  const bool any_without_key =
      std::any_of(records.list.begin(), records.list.end(), [](const SourceRecord& r) { return r.key.empty(); });
  const auto by_title =
      any_known && any_without_key ? items_by_title(current, earlier, source) : std::unordered_map<std::string, ItemId>{};
  for (auto& record : records.list) {
    if (!record.key.empty()) {
      if (const Item* known = any_known ? current.item_by_external_key(source, record.key) : nullptr) record.item.id = known->id;
    } else if (const auto known = by_title.find(title_identity(snapshot_text(record.item.title), record.occurrence));
               known != by_title.end()) {
      record.item.id = known->second;
    }
    record.is_new = !record.item.id;
    if (record.is_new) record.item.id = new_id<ItemId>();
  }
}

/// New items come after everything there is, in the order of the source's own rank or else of the file.
std::vector<std::string> ranks_of_new(const SourceRecords& records, const Columns& columns, const Portfolio& current) {
  std::string last;
  for (const Item& item : current.all<Item>()) last = std::max(last, item.rank);
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < records.list.size(); ++i)
    if (records.list[i].is_new) order.push_back(i);
  auto ranks = ranks_between(last, {}, order.size());
  const auto rank_column =
      std::find_if(columns.list.begin(), columns.list.end(), [](const SourceColumn& c) { return c.field == Field::rank; });
  if (rank_column != columns.list.end()) {
    std::vector<std::string_view> source_rank(records.list.size());
    for (const auto i : order)
      for (const auto& custom : records.list[i].item.custom)
        if (custom.name == rank_column->custom_name) source_rank[i] = custom.value;
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return source_rank[a] < source_rank[b]; });
  }
  std::vector<std::string> rank_of_record(records.list.size());
  for (std::size_t i = 0; i < order.size(); ++i) rank_of_record[order[i]] = std::move(ranks[i]);
  return rank_of_record;
}

void plan_sprints(SourceRecords& records, const Portfolio& current, ImportPlan& plan) {
  for (auto& sprint : records.sprints) {
    if (current.period_by_name(sprint.name)) continue;
    sprint.id = new_id<PeriodId>();
    plan.periods.insert.push_back(std::move(sprint));
  }
}

/// Headers that mean nothing here and hold values.
void report_unmapped(const CsvTable& table, const Columns& columns, ImportReport& report) {
  std::unordered_set<std::string> listed;
  for (std::size_t i = 0; i < columns.list.size(); ++i) {
    const auto& column = columns.list[i];
    if (column.field != Field::custom || column.is_mapped || listed.count(column.header) > 0) continue;
    for (std::size_t row = 1; row < table.row_count(); ++row) {
      const auto cells = table.row(row);
      if (i >= cells.size() || cells[i].empty()) continue;
      listed.insert(column.header);
      report.unmapped_columns.push_back(column.header);
      break;
    }
  }
}

}  // namespace

Result<ImportInspection> inspect_import(std::string_view bytes, const ImportOptions& options) {
  constexpr std::size_t head_size = 1U << 18;
  const auto opened = open_table(bytes.substr(0, head_size), options);
  if (!opened) return tl::unexpected(opened.error());
  const CsvTable table(opened->decoded.text, opened->delimiter);
  if (table.row_count() == 0)
    return failure(ErrorCode::bad_input, cannot_import, "it has no header", "export it again with its header");
  const auto columns = resolve_columns(table.row(0), opened->delimiter, options);
  if (!columns) return tl::unexpected(columns.error());
  ImportInspection inspection;
  inspection.format = columns->format;
  inspection.source = columns->source;
  inspection.encoding = opened->decoded.encoding;
  inspection.delimiter = opened->delimiter;
  for (const auto& column : columns->list) {
    inspection.columns.push_back(column.header);
    inspection.fields.emplace_back(column.field == Field::link ? "depends_on" : name_of_field(column.field));
  }
  return inspection;
}

Result<ImportPlan> plan_import(std::string_view bytes, const ImportOptions& options, const Portfolio& current,
                               const std::vector<ImportRecord>& earlier_records) {
  const auto opened = open_table(bytes, options);
  if (!opened) return tl::unexpected(opened.error());
  const CsvTable table(opened->decoded.text, opened->delimiter);
  if (table.row_count() == 0)
    return failure(ErrorCode::bad_input, cannot_import, "it has no header", "export it again with its header");
  auto columns = resolve_columns(table.row(0), opened->delimiter, options);
  if (!columns) return tl::unexpected(columns.error());
  if (const auto learned = learn_from_values(*columns, table, options); !learned) return tl::unexpected(learned.error());

  ImportPlan plan;
  plan.report.format = columns->format;
  plan.report.source = columns->source;
  plan.report.warnings = columns->warnings;
  if (opened->decoded.replaced > 0)
    plan.report.warnings.push_back(std::to_string(opened->decoded.replaced) + " characters cannot be read and are replaced");
  if (const auto line = table.unclosed_quote_line(); line > 0)
    plan.report.warnings.push_back("the quote opened in the row of line " + std::to_string(line) +
                                   " is never closed: everything behind it is in one cell");

  auto records = read_records(table, *columns, opened->delimiter, current, plan.report);
  const EarlierSnapshots earlier(earlier_records, columns->source);
  identify(records, current, earlier, columns->source);
  plan_sprints(records, current, plan);
  const ReferenceIndex index(records.list, current, columns->source);
  const auto links = resolve_links(records, *columns, index, current, earlier, plan);
  auto ranks = ranks_of_new(records, *columns, current);

  plan.items.insert.reserve(records.list.size());
  plan.records.insert.reserve(records.list.size());
  ItemMerger merger(*columns, index, current, earlier, plan);
  // Updates first: inserting moves the items away from under the index.
  for (const bool inserting : {false, true})
    for (std::size_t i = 0; i < records.list.size(); ++i) {
      auto& record = records.list[i];
      if (record.is_new != inserting) continue;
      if (inserting)
        merger.insert(record, links.extras[i], links.parents[i], std::move(ranks[i]));
      else
        merger.update(record, links.extras[i], links.parents[i], links.touched[i]);
    }
  order_parents(plan, current);
  report_unmapped(table, *columns, plan.report);
  std::stable_sort(plan.report.skipped.begin(), plan.report.skipped.end(),
                   [](const auto& a, const auto& b) { return a.row < b.row; });
  return plan;
}

}  // namespace tradewind::exchange
