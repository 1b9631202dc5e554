#include "cli/verbs/comparison.h"

#include <cmath>

#include "cli/output.h"

namespace tradewind::cli {
namespace {

using workbench::Record;
using workbench::Value;

Value start_of(const std::optional<Span>& span) { return span ? Value::of(span->start) : Value{}; }
Value last_day_of(const std::optional<Span>& span) { return span ? Value::of(last_day(*span)) : Value{}; }

std::string_view word_for(ChangeKind kind) {
  return kind == ChangeKind::inserted ? "added" : kind == ChangeKind::erased ? "removed" : "changed";
}

Record record_of(const workbench::MovedItem& row) {
  return {{"key", Value::of(row.key)},
          {"title", Value::of(row.title)},
          {"from", Value::name_or_unknown(row.from)},
          {"to", Value::name_or_unknown(row.to)},
          {"start_before", start_of(row.before)},
          {"finish_before", last_day_of(row.before)},
          {"start_after", start_of(row.after)},
          {"finish_after", last_day_of(row.after)}};
}

Record record_of(const workbench::ChangedRow& row) {
  std::vector<Value> fields;
  for (const workbench::ChangedField& field : row.fields)
    fields.push_back(Value::of(Record{{"field", Value::of(field.field)}, {"before", field.before}, {"after", field.after}}));
  return {{"noun", Value::of(row.noun)},
          {"key", Value::of(row.key)},
          {"title", Value::name_or_unknown(row.title)},
          {"change", Value::of(word_for(row.kind))},
          {"fields", Value::of(std::move(fields))}};
}

Record record_of(const workbench::ComparedLoad& row) {
  return {{"team", Value::of(row.team_name)},
          {"period", Value::of(row.period_name)},
          {"before", Value::of(row.before)},
          {"after", Value::of(row.after)},
          {"capacity_before", Value::of(row.capacity_before)},
          {"capacity_after", Value::of(row.capacity_after)}};
}

Record record_of(const workbench::ComparedOutcome& row) {
  return {{"key", Value::of(row.key)}, {"title", Value::of(row.title)},   {"period", Value::of(row.period_name)},
          {"on", Value::of(row.on)},   {"before", Value::of(row.before)}, {"after", Value::of(row.after)}};
}

Record record_of(const workbench::ComparedClass& row) {
  return {{"period", Value::of(row.period_name)},
          {"class", Value::of(row.key)},
          {"target", Value::of(row.target)},
          {"before", Value::of(row.before)},
          {"after", Value::of(row.after)}};
}

template <class Row>
Value list_of(const std::vector<Row>& rows) {
  std::vector<Value> list;
  for (const Row& row : rows) list.push_back(Value::of(record_of(row)));
  return Value::of(std::move(list));
}

bool differ(OptionalNumber a, OptionalNumber b) {
  return a.has_value() != b.has_value() || (a.has_value() && std::abs(a.value() - b.value()) > 1e-9);
}
bool differs(const workbench::ComparedLoad& row) {
  return differ(row.before, row.after) || differ(row.capacity_before, row.capacity_after);
}
template <class Row>
bool differs(const Row& row) {
  return differ(row.before, row.after);
}

/// Each changed field on a line of its own.
std::vector<Record> lines_of(const std::vector<workbench::ChangedRow>& rows) {
  std::vector<Record> lines;
  for (const workbench::ChangedRow& row : rows) {
    const Record head{{"what", Value::of(row.noun + " " + row.key)}, {"change", Value::of(word_for(row.kind))}};
    if (row.fields.empty()) lines.push_back(head);
    for (const workbench::ChangedField& field : row.fields) {
      Record line = head;
      line.push_back({"field", Value::of(field.field)});
      line.push_back({"before", Value::of(workbench::to_line(field.before))});
      line.push_back({"after", Value::of(workbench::to_line(field.after))});
      lines.push_back(std::move(line));
    }
  }
  return lines;
}

/// Three decimals: for people.
Record rounded(Record record) {
  for (workbench::Member& member : record)
    if (auto* number = std::get_if<double>(&member.value.data)) *number = std::round(*number * 1000) / 1000;
  return record;
}

template <class Row>
void print_differences(const std::string& title, const std::vector<Row>& rows, const std::vector<std::string>& columns) {
  std::vector<Record> records;
  for (const Row& row : rows)
    if (differs(row)) records.push_back(rounded(record_of(row)));
  if (records.empty()) return;
  print("\n" + title);
  print_table(records, columns);
}

}  // namespace

void print_comparison(const workbench::PlanComparison& comparison, const std::string& from, const std::string& to, bool json) {
  if (json) {
    print_json(Value::of(Record{{"from", Value::of(from)},
                                {"to", Value::of(to)},
                                {"moved", list_of(comparison.moved)},
                                {"rows", list_of(comparison.rows)},
                                {"loads", list_of(comparison.loads)},
                                {"outcomes", list_of(comparison.outcomes)},
                                {"allocation", list_of(comparison.allocation)}}));
    return;
  }
  print("From " + from + " to " + to);
  if (comparison.moved.empty() && comparison.rows.empty()) {
    print("No difference");
    return;
  }
  if (!comparison.moved.empty()) {
    std::vector<Record> moved;
    for (const workbench::MovedItem& row : comparison.moved) moved.push_back(record_of(row));
    print("\nMoved");
    print_table(moved, {"key", "title", "from", "to", "finish_before", "finish_after"});
  }
  if (!comparison.rows.empty()) {
    print("\nChanged");
    print_table(lines_of(comparison.rows), {"what", "change", "field", "before", "after"});
  }
  print_differences("Load in person-weeks", comparison.loads,
                    {"team", "period", "before", "after", "capacity_before", "capacity_after"});
  print_differences("Outcomes", comparison.outcomes, {"key", "title", "on", "before", "after"});
  print_differences("Shares of the plan", comparison.allocation, {"period", "class", "target", "before", "after"});
}

}  // namespace tradewind::cli
