// Decisions to hand out.
#include "tradewind/workbench/decisions.h"
#include "tradewind/workbench/record_table.h"
#include "workbench/json_value.h"
#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

std::string table_in(const Record& decision, std::string_view name, const std::vector<std::string>& columns) {
  return exchange::to_markdown(table_of(records_in(decision, name), columns));
}

std::string line_of(const Record& decision, std::string_view name) { return to_line(field_of(decision, name)); }

std::string markdown_of(const Record& decision) {
  std::string text = "# " + line_of(decision, "title") + "\n\n";
  const auto add = [&](std::string_view title, const std::string& value) {
    if (!value.empty()) text += "- **" + std::string(title) + ":** " + value + "\n";
  };
  const std::string choice = line_of(decision, "choice");
  const std::string called = choice_name(decision);
  add("Decided", called == choice ? choice : choice + " (" + called + ")");
  add("By", line_of(decision, "role"));
  add("On", line_of(decision, "date"));
  add("Request", line_of(decision, "request"));
  add("Because", line_of(decision, "reason"));
  if (const std::string sentence = line_of(decision, "sentence"); !sentence.empty()) text += "\n" + sentence + "\n";
  const std::string unit = line_of(decision, "unit");
  const auto add_table = [&](const std::string& title, std::string_view name, const std::vector<std::string>& columns) {
    if (!records_in(decision, name).empty()) text += "\n## " + title + "\n\n" + table_in(decision, name, columns);
  };
  add_table("Options as they were shown (cost, value and net in " + unit + ")", "options",
            {"choice", "period", "delivered", "cost", "value", "net", "slips", "drops", "takes"});
  add_table("What moves", "moves", {"key", "title", "what", "from", "to", "periods", "cost"});
  return text;
}

/// A line for each option, and one for a decision without options.
std::string csv_of(const std::vector<Record>& decisions) {
  const std::vector<std::string> columns{"number", "date",   "title",  "request", "choice",    "role",
                                         "reason", "option", "chosen", "period",  "delivered", "unit",
                                         "cost",   "value",  "net",    "slips",   "drops",     "takes"};
  std::vector<Record> rows;
  for (const Record& decision : decisions) {
    auto options = records_in(decision, "options");
    if (options.empty()) options.emplace_back();
    for (const Record& option : options) {
      Record row;
      for (const char* name : {"number", "date", "title", "request", "choice", "role", "reason", "unit"})
        row.push_back({name, field_of(decision, name)});
      row.push_back({"option", field_of(option, "choice")});
      row.push_back({"chosen", Value::of(line_of(option, "choice") == line_of(decision, "choice"))});
      for (const char* name : {"period", "delivered", "cost", "value", "net", "slips", "drops", "takes"})
        row.push_back({name, field_of(option, name)});
      rows.push_back(std::move(row));
    }
  }
  return exchange::to_csv(table_of(rows, columns));
}

}  // namespace

std::string decisions_text(const std::vector<NumberedDecision>& decisions, const Portfolio& portfolio, TableFormat format) {
  std::vector<Record> records;
  for (const NumberedDecision& decision : decisions) records.push_back(decision_record(decision, portfolio));
  std::string text;
  switch (format) {
    case TableFormat::csv:
      return csv_of(records);
    case TableFormat::markdown:
      for (const Record& record : records) text += (text.empty() ? "" : "\n") + markdown_of(record);
      return text;
    case TableFormat::json: {
      std::vector<Value> values;
      for (Record& record : records) values.push_back(Value::of(std::move(record)));
      return json_text(Value::of(std::move(values)), true) + "\n";
    }
  }
  return text;
}

Result<std::int64_t> write_decisions(const std::filesystem::path& path, const std::vector<NumberedDecision>& decisions,
                                     const Portfolio& portfolio) {
  const std::string ending = path.extension().string();
  for (const auto& [known, format] :
       {std::pair{".md", TableFormat::markdown}, std::pair{".csv", TableFormat::csv}, std::pair{".json", TableFormat::json}})
    if (same_ignoring_case(ending, known)) return write_text_file(path, decisions_text(decisions, portfolio, format));
  return failure(ErrorCode::bad_input, "cannot write " + path.string(), "there is no writer for \"" + ending + "\" of decisions",
                 "Give a .md, .csv or .json");
}

}  // namespace tradewind::workbench
