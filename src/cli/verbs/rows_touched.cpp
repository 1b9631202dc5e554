#include "cli/verbs/rows_touched.h"

namespace tradewind::cli {

int print_rows_touched(const Result<workbench::RowsTouched>& touched, std::string_view participle, bool json) {
  if (!touched) return report(touched.error());
  if (json) {
    std::vector<workbench::Value> rows;
    for (const workbench::Record& row : touched->rows) rows.push_back(workbench::Value::of(row));
    print_json(workbench::Value::of(std::move(rows)));
    return done;
  }
  for (const workbench::Record& row : touched->rows) {
    std::string line{participle};
    for (const std::string_view name : {"key", "name", "title"})
      if (const workbench::Value* value = workbench::find(row, name); value != nullptr && !value->unknown())
        if (const std::string text = workbench::to_line(*value); !text.empty() && line.find(text) == std::string::npos)
          line += " " + text;
    print(line);
  }
  if (touched->receipt.seq == 0) print("Nothing changed");
  return done;
}

std::string field_help() {
  return "field=value: the fields that show and list print. Numbers with a point, dates as 2027-01-18, lists separated by\n"
         "commas, references by key or name, an empty value for unknown or none. For items also:\n"
         "  effort=8                  of the one team that estimates it; effort=3/5/8 is low/likely/high\n"
         "  effort.Platform=8         of one team; empty takes the estimate away\n"
         "  team=Platform             whose estimate it is\n"
         "  outcomes=O1:2.5,O2        what it serves, with the expected effect\n"
         "  depends_on=TW-1,TW-2      what must be finished before\n"
         "  period=2027Q1             where it lies on the first roadmap; start= and finish= (the first day after) give dates\n"
         "  custom.NAME=value         a field of your own";
}

}  // namespace tradewind::cli
