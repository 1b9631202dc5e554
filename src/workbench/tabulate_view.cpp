// The rows behind each view.
#include <unordered_map>

#include "tradewind/allocation/outcome_progress.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/exchange/data_table.h"
#include "tradewind/workbench/export_view.h"
#include "tradewind/workbench/list_rows.h"
#include "tradewind/workbench/record_table.h"
#include "tradewind/workbench/report_allocation.h"
#include "tradewind/workbench/score_items.h"
#include "tradewind/workbench/trade_off_picture.h"
#include "workbench/row_record.h"
#include "workbench/view_selection.h"

namespace tradewind::workbench {
namespace {

Record picked(const Record& record, const std::vector<std::string>& columns) {
  Record result;
  for (const std::string& name : columns) result.push_back({name, field_of(record, name)});
  return result;
}

void replace(Record& record, std::string_view name, const Value& value) {
  for (Member& member : record)
    if (member.name == name) member.value = value;
}

/// Placed items of the first roadmap by start, with the dates that the placement means.
ViewTable roadmap_table(const Portfolio& portfolio) {
  ViewTable table;
  table.columns = {"key", "title", "period", "start", "finish", "team", "effort", "outcomes", "class", "stage", "deadline"};
  const Roadmap* roadmap = portfolio.roadmap_by_name({});
  if (roadmap == nullptr) return table;
  for (const ScheduledItem& placed : schedule_of(portfolio, roadmap->id)) {
    const Item* item = portfolio.find(placed.item);
    if (item == nullptr) continue;
    Record row = picked(record_of(*item, portfolio), table.columns);
    replace(row, "start", Value::of(placed.span.start));
    replace(row, "finish", Value::of(placed.span.finish));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// Where the plan puts each item seen from today: begun, in the roadmap's next period, later, or nowhere.
ViewTable now_next_later_table(const Portfolio& portfolio, Date today) {
  ViewTable table;
  table.columns = {"when", "key", "title", "start", "finish", "team", "outcomes", "stage"};
  const auto now = current_period(portfolio, today);
  ViewTable placed = roadmap_table(portfolio);
  for (Record& row : placed.rows) {
    const auto day = [&](std::string_view name) { return parse_iso_date(to_line(*find(row, name))).value_or(Date{}); };
    if (day("finish") <= today) continue;
    std::string_view when = "later";
    if (now && day("start") < now->end)
      when = "now";
    else if (now && day("start") < next_period(*now, portfolio.settings().fiscal_year_start_month).end)
      when = "next";
    row.push_back({"when", Value::of(when)});
    table.rows.push_back(picked(row, table.columns));
  }
  return table;
}

Result<ViewTable> scored_table(const Portfolio& portfolio, const ViewOptions& options) {
  ScoreOptions score;
  score.methods = {"rice", "impact-effort"};
  score.where = options.where;
  const auto scores = score_items(portfolio, score);
  if (!scores) return tl::unexpected(scores.error());
  ViewTable table;
  table.columns = {"rank", "key", "title", "reach", "impact", "confidence", "effort", "class", "rice", "quadrant"};
  for (const ScoredItem& scored : scores->rows) {
    Record row = record_of(*scored.item, portfolio);
    replace(row, "rank", scored.rank == 0 ? Value{} : Value::of(scored.rank));
    row.push_back({"rice", Value::of(scoring::value_of(scored.scores[0]))});
    const scoring::Score* quadrant = scoring::score_of(scored.scores[1]);
    row.push_back({"quadrant", quadrant == nullptr ? Value{} : Value::of(quadrant->label)});
    table.rows.push_back(picked(row, table.columns));
  }
  return table;
}

Result<ViewTable> item_table(const Portfolio& portfolio, const ViewOptions& options, std::vector<std::string> columns,
                             std::vector<std::string> sort) {
  ListOptions list;
  list.where = options.where;
  list.fields = columns;
  list.sort = std::move(sort);
  auto rows = list_rows(portfolio, "items", list);
  if (!rows) return tl::unexpected(rows.error());
  return ViewTable{std::move(*rows), std::move(columns)};
}

/// As they are given, each with the head that stands above it.
ViewTable given_items_table(const Portfolio& portfolio, const ViewOptions& options) {
  ViewTable table;
  table.columns = all_fields("items");
  if (!options.heads.empty()) table.columns.insert(table.columns.begin(), "group");
  auto head = options.heads.begin();
  std::string group;
  for (std::size_t at = 0; at < options.items->size(); ++at) {
    for (; head != options.heads.end() && head->before <= at; ++head) group = head->title;
    const Item* item = portfolio.find((*options.items)[at]);
    if (item == nullptr) continue;
    Record row = record_of(*item, portfolio);
    row.push_back({"group", Value::of(group)});
    table.rows.push_back(picked(row, table.columns));
  }
  return table;
}

ViewTable board_table(const Portfolio& portfolio, const ViewOptions& options) {
  views::BoardOptions board;
  board.today = options.today;
  board.columns = options.columns.value_or(views::BoardColumns::periods);
  ViewTable table;
  table.columns = {"column", "key", "title", "stage", "moscow", "effort", "team", "period", "outcomes"};
  for (const views::BoardList& list : views::list_board(portfolio, board))
    for (const ItemId id : list.items) {
      Record row = record_of(*portfolio.find(id), portfolio);
      row.push_back({"column", Value::of(list.title)});
      table.rows.push_back(picked(row, table.columns));
    }
  return table;
}

Result<ViewTable> allocation_table(const Portfolio& portfolio, const ViewOptions& options) {
  AllocationOptions query;
  query.period = options.period;
  query.today = options.today;
  query.booked = options.booked;
  const auto report = report_allocation(portfolio, query);
  if (!report) return tl::unexpected(report.error());
  ViewTable table;
  table.columns = {"period", "class", "name", "target", "planned", "actual", "planned_person_weeks", "actual_person_weeks"};
  for (const allocation::ClassPart& part : report->whole.classes)
    table.rows.push_back(
        {{"period", Value::of(report->period)},
         {"class", Value::of(part.key)},
         {"name", Value::of(part.name)},
         {"target", part.allocation_class ? Value::of(part.target) : Value{}},
         {"planned", Value::of(part.planned)},
         {"actual", Value::of(part.actual)},
         {"planned_person_weeks", Value::of(static_cast<double>(part.planned_minutes) / report->minutes_per_unit)},
         {"actual_person_weeks", Value::of(static_cast<double>(part.actual_minutes) / report->minutes_per_unit)}});
  return table;
}

ViewTable outcomes_table(const Portfolio& portfolio) {
  ViewTable table;
  table.columns = {"key", "title",      "metric",   "unit",   "baseline", "target", "due",
                   "now", "checked_in", "progress", "needed", "covered",  "gap",    "health"};
  for (const allocation::OutcomeProgress& progress : allocation::progress_of_outcomes(portfolio)) {
    const Outcome* outcome = portfolio.find(progress.outcome);
    if (outcome == nullptr) continue;
    Record row = record_of(*outcome, portfolio);
    for (Member member : Record{{"now", Value::of(progress.now)},
                                {"checked_in", Value::of(progress.checked_in)},
                                {"progress", Value::of(progress.progress)},
                                {"needed", Value::of(progress.needed)},
                                {"covered", Value::of(progress.covered)},
                                {"gap", Value::of(progress.gap)},
                                {"health", Value::name_or_unknown(progress.health)}})
      row.push_back(std::move(member));
    table.rows.push_back(picked(row, table.columns));
  }
  return table;
}

Result<ViewTable> trade_off_table(const Portfolio& portfolio, const ViewOptions& options) {
  const auto question = selected_request(portfolio, options);
  if (!question) return tl::unexpected(question.error());
  const auto answer = trade_off(portfolio, *question);
  if (!answer) return tl::unexpected(answer.error());
  return moves_table(portfolio, *answer);
}

}  // namespace

Result<ViewTable> tabulate_view(const Portfolio& portfolio, View view, const ViewOptions& options) {
  if (const auto checked = check_view_options(view, options); !checked) return tl::unexpected(checked.error());
  switch (view) {
    case View::roadmap:
      return roadmap_table(portfolio);
    case View::now_next_later:
      return now_next_later_table(portfolio, options.today);
    case View::board:
      return board_table(portfolio, options);
    case View::matrix:
      return scored_table(portfolio, options);
    case View::moscow:
      return item_table(portfolio, options, {"moscow", "key", "title", "effort", "team", "period"}, {"moscow"});
    case View::allocation:
      return allocation_table(portfolio, options);
    case View::outcomes:
      return outcomes_table(portfolio);
    case View::backlog:
      if (options.items) return given_items_table(portfolio, options);
      return item_table(portfolio, options, all_fields("items"), {});
    case View::tradeoff:
      return trade_off_table(portfolio, options);
  }
  return ViewTable{};
}

std::string table_text(const ViewTable& table, TableFormat format) {
  const exchange::DataTable cells = table_of(table.rows, table.columns);
  switch (format) {
    case TableFormat::csv:
      return exchange::to_csv(cells);
    case TableFormat::markdown:
      return exchange::to_markdown(cells);
    case TableFormat::json:
      return exchange::to_json(cells);
  }
  return {};
}

}  // namespace tradewind::workbench
