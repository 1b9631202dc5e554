#include <cmath>

#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "tradewind/workbench/score_items.h"

namespace tradewind::cli {
namespace {

using workbench::Record;
using workbench::Value;

struct ScoreVerbOptions : CommonOptions {
  workbench::ScoreOptions score;
};

Record score_record(const scoring::ScoreResult& result) {
  const scoring::Score* score = scoring::score_of(result);
  const scoring::Unscored* unscored = scoring::unscored_of(result);
  return {{"value", Value::of(scoring::value_of(result))},
          {"label", score == nullptr ? Value{} : Value::name_or_unknown(score->label)},
          {"unscored", unscored == nullptr ? Value{} : Value::of(unscored->why)},
          {"explanation", score == nullptr ? Value{} : Value::of(scoring::to_line(score->explanation))}};
}

Record row_record(const workbench::ScoreTable& table, const workbench::ScoredItem& row) {
  Record record{{"key", Value::of(row.item->key)},
                {"external_key", Value::name_or_unknown(row.item->external_key)},
                {"title", Value::of(row.item->title)},
                {"rank", row.rank == 0 ? Value{} : Value::of(row.rank)}};
  for (std::size_t at = 0; at < table.methods.size(); ++at)
    record.push_back({std::string{table.methods[at]->key}, Value::of(score_record(row.scores[at]))});
  return record;
}

/// A column per method: the number, with its word where it has one; a dash where there is none.
void print_scores(const workbench::ScoreTable& table) {
  std::vector<std::string> columns{"rank", "key", "title"};
  for (const scoring::Method* method : table.methods) columns.emplace_back(method->key);
  std::vector<Record> rows;
  for (const workbench::ScoredItem& row : table.rows) {
    Record record{{"rank", row.rank == 0 ? Value::of("–") : Value::of(row.rank)},
                  {"key", Value::of(row.item->key)},
                  {"title", Value::of(row.item->title)}};
    for (std::size_t at = 0; at < table.methods.size(); ++at) {
      const scoring::Score* score = scoring::score_of(row.scores[at]);
      Value cell = score == nullptr ? Value::of("unscored") : Value::of(std::round(score->value * 100) / 100);
      if (score != nullptr && !score->label.empty()) cell = Value::of(score->label);
      record.push_back({std::string{table.methods[at]->key}, std::move(cell)});
    }
    rows.push_back(std::move(record));
  }
  print_table(rows, columns);
}

void print_explanations(const workbench::ScoreTable& table) {
  for (const workbench::ScoredItem& row : table.rows) {
    print(row.item->key + " " + row.item->title);
    for (std::size_t at = 0; at < table.methods.size(); ++at) {
      const bool scored = scoring::score_of(row.scores[at]) != nullptr;
      print("  " + (scored ? std::string{} : std::string{table.methods[at]->name} + " ") + scoring::to_line(row.scores[at]));
    }
  }
}

int run_score(const ScoreVerbOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const auto table = workbench::score_items(workspace->portfolio(), options.score);
  if (!table) return report(table.error());
  warn_about_unknown_names(workspace->portfolio(), options.score.where);
  if (options.json) {
    std::vector<Value> rows;
    for (const workbench::ScoredItem& row : table->rows) rows.push_back(Value::of(row_record(*table, row)));
    print_json(Value::of(std::move(rows)));
  } else if (!options.score.key.empty()) {
    print_explanations(*table);
  } else {
    print_scores(*table);
  }
  return done;
}

std::string method_list() {
  std::string text = "Methods:";
  for (const scoring::Method& method : scoring::methods())
    text += "\n  " + std::string{method.key} + ": " + std::string{method.name} + ", " + std::string{method.scale};
  return text;
}

}  // namespace

void add_score(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<ScoreVerbOptions>();
  CLI::App* verb = make_verb(app, "score", "Ranks the items, best first by the first method; unscored items come last", *options);
  verb->add_option("--by", options->score.methods, "Methods, separated by commas (default rice)")
      ->delimiter(',')
      ->allow_extra_args(false);
  verb->add_option("--where", options->score.where, "EXPR: only these items, ranked among themselves");
  verb->add_option("--explain", options->score.key, "KEY: only this item, with inputs, formula and source of each score");
  verb->footer(method_list);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_score(*options); }; });
}

}  // namespace tradewind::cli
