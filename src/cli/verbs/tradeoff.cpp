#include <cmath>

#include "cli/output.h"
#include "cli/picture_file.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "cli/verbs/question.h"
#include "tradewind/workbench/trade_off_picture.h"

namespace tradewind::cli {
namespace {

using workbench::Record;
using workbench::TradeOff;
using workbench::Value;

struct TradeOffVerbOptions : CommonOptions {
  PlanningVerbOptions planning;
  std::string insert;
  std::string by;
  std::vector<std::string> keep;
  TestVerbOptions test;
  std::string to;
  std::string theme = "light";
  bool options = true;
  bool explain = false;
};

std::string key_of(const Portfolio& portfolio, ItemId item) { return portfolio.find(item)->key; }
std::string name_of(const Portfolio& portfolio, PeriodId period) { return portfolio.find(period)->name; }

std::vector<Value> slips_of(const Portfolio& portfolio, const TradeOff& answer) {
  std::vector<Value> rows;
  for (const workbench::Slip& slip : answer.slips)
    rows.push_back(Value::of(Record{{"key", Value::of(key_of(portfolio, slip.item))},
                                    {"title", Value::of(portfolio.find(slip.item)->title)},
                                    {"from", Value::of(name_of(portfolio, slip.from))},
                                    {"to", Value::of(name_of(portfolio, slip.to))},
                                    {"periods", Value::of(slip.periods)},
                                    {"cost", Value::of(slip.cost)},
                                    {"finish_before", Value::of(last_working_day(slip.finish_before))},
                                    {"finish_after", Value::of(last_working_day(slip.finish_after))},
                                    {"missed_deadline", slip.missed_deadline ? Value::of(*slip.missed_deadline) : Value{}}}));
  return rows;
}

std::vector<Value> drops_of(const Portfolio& portfolio, const TradeOff& answer) {
  std::vector<Value> rows;
  for (const workbench::Drop& drop : answer.drops)
    rows.push_back(Value::of(Record{{"key", Value::of(key_of(portfolio, drop.item))},
                                    {"title", Value::of(portfolio.find(drop.item)->title)},
                                    {"from", Value::of(name_of(portfolio, drop.from))},
                                    {"cost", Value::of(drop.cost)}}));
  return rows;
}

std::vector<Value> outcomes_of(const Portfolio& portfolio, const TradeOff& answer) {
  std::vector<Value> rows;
  for (const workbench::OutcomeMove& move : answer.outcomes)
    rows.push_back(Value::of(Record{{"key", Value::of(portfolio.find(move.outcome)->key)},
                                    {"title", Value::of(portfolio.find(move.outcome)->title)},
                                    {"on", Value::of(move.on)},
                                    {"before", Value::of(move.before)},
                                    {"after", Value::of(move.after)}}));
  return rows;
}

std::vector<Value> allocation_of(const TradeOff& answer) {
  std::vector<Value> rows;
  for (const workbench::ClassShift& shift : answer.allocation)
    rows.push_back(Value::of(Record{{"class", Value::of(shift.key)},
                                    {"target", Value::of(shift.target)},
                                    {"tolerance", Value::of(shift.tolerance)},
                                    {"before", Value::of(shift.before)},
                                    {"after", Value::of(shift.after)}}));
  return rows;
}

std::vector<Value> prices_of(const Portfolio& portfolio, const TradeOff& answer) {
  std::vector<Value> rows;
  for (std::size_t team = 0; team < answer.with.price.size(); ++team)
    for (std::size_t period = 0; period < answer.with.price[team].size(); ++period)
      rows.push_back(Value::of(Record{{"team", Value::of(portfolio.find(answer.problem.teams[team])->name)},
                                      {"period", Value::of(name_of(portfolio, answer.problem.periods[period]))},
                                      {"price", Value::of(answer.with.price[team][period])}}));
  return rows;
}

std::vector<Value> options_of(const Portfolio& portfolio, const std::vector<workbench::RequestOption>& options) {
  std::vector<Value> rows;
  for (const Record& row : workbench::options_table(portfolio, options).rows) rows.push_back(Value::of(row));
  return rows;
}

std::vector<Value> parts_of(const TradeOff& answer) {
  std::vector<Value> rows;
  for (const workbench::ExplainedPart& part : answer.parts)
    rows.push_back(Value::of(Record{{"part", Value::of(in_words(part.part))}, {"from", Value::of(in_words(part.from))}}));
  return rows;
}

/// The slide of the answer.
Result<std::int64_t> write_exhibit(const TradeOffVerbOptions& options, const Portfolio& portfolio, const TradeOff& answer,
                                   const std::vector<workbench::RequestOption>& ways) {
  if (!is_picture(options.to))
    return failure(ErrorCode::bad_input, "cannot write " + options.to, "the slide is a picture", "Give a .pdf, .png or .svg");
  workbench::ViewOptions view;
  view.today = options.planning.planning().today;
  view.priced = std::make_shared<views::TradeOffPicture>(workbench::picture_of(portfolio, answer, ways, view.today));
  const auto lay_out = [&](const views::TextMeasurer& measurer) {
    return workbench::lay_out_view(portfolio, workbench::View::tradeoff, view, measurer);
  };
  return write_picture(lay_out, options.to, options.theme == "dark" ? views::Theme::dark : views::Theme::light);
}

Value as_json(const Portfolio& portfolio, const TradeOff& answer, const std::vector<workbench::RequestOption>& options) {
  const bool possible = answer.impossible.empty();
  // Whether it can be is only known where there is a plan, or a proof that there is none.
  const bool is_known = possible || answer.is_ruled_out;
  std::vector<std::string> conflict;
  for (const Phrase& part : answer.conflict) conflict.push_back(in_words(part));
  std::vector<Value> contradictions;
  for (const workbench::ItemLeftOut& one : answer.contradictions)
    contradictions.push_back(
        Value::of(Record{{"key", Value::of(key_of(portfolio, one.item))}, {"why", Value::of(in_words(one.why))}}));
  return Value::of(Record{
      {"request", Value::of(key_of(portfolio, answer.request))},
      {"by", Value::of(name_of(portfolio, answer.by))},
      {"possible", is_known ? Value::of(possible) : Value{}},
      {"why_not", Value::name_or_unknown(in_words(answer.impossible))},
      {"conflict", Value::list_of(conflict)},
      {"conflict_is_minimal", answer.conflict.empty() ? Value{} : Value::of(answer.is_conflict_minimal)},
      {"contradictions", Value::of(std::move(contradictions))},
      {"unit", Value::of(answer.basis == workbench::ValueBasis::money ? portfolio.settings().currency : std::string("points"))},
      {"cost", possible ? Value::of(answer.cost) : Value{}},
      {"cost_at_least", possible ? Value::of(answer.least_cost) : Value{}},
      {"cost_at_most", possible ? Value::of(answer.most_cost) : Value{}},
      {"slips", Value::of(slips_of(portfolio, answer))},
      {"drops", Value::of(drops_of(portfolio, answer))},
      {"untouched", Value::of(answer.untouched)},
      {"outcomes", Value::of(outcomes_of(portfolio, answer))},
      {"allocation", Value::of(allocation_of(answer))},
      {"confidence", Value::of(answer.confidence)},
      {"displaced_confidence", Value::of(answer.displaced_confidence)},
      {"prices", Value::of(prices_of(portfolio, answer))},
      {"options", Value::of(options_of(portfolio, options))},
      {"gap", possible ? Value::of(answer.gap) : Value{}},
      {"stopped_early", Value::of(answer.stopped_early())},
      {"sentence", Value::of(answer.sentence)},
      {"sentence_parts", Value::of(parts_of(answer))}});
}

void print_answer(const Portfolio& portfolio, const TradeOff& answer, const std::vector<workbench::RequestOption>& options,
                  bool explain) {
  print(answer.sentence);
  for (const workbench::ItemLeftOut& one : answer.contradictions)
    if (one.item != answer.request)
      print("Cannot be, and stays: " + key_of(portfolio, one.item) + ": " + in_words(one.why) + ".");
  const auto rows_of = [](const std::vector<Value>& values) {
    std::vector<Record> rows;
    for (const Value& value : values) rows.push_back(std::get<Record>(value.data));
    return rows;
  };
  if (explain && !answer.parts.empty()) {
    print("");
    print_table(rows_of(parts_of(answer)), {"part", "from"});
  }
  if (!answer.slips.empty()) {
    print("");
    print_table(rows_of(slips_of(portfolio, answer)), {"key", "title", "from", "to", "periods", "cost"});
  }
  if (!answer.drops.empty()) {
    print("\nDropped");
    print_table(rows_of(drops_of(portfolio, answer)), {"key", "title", "from", "cost"});
  }
  if (!options.empty()) {
    print("\nOptions");
    print_table(rows_of(options_of(portfolio, options)), {"option", "period", "cost", "value", "net", "slips", "drops", "takes"});
    for (const workbench::RequestOption& option : options)
      if (!option.assumption.empty()) print(in_words(option.assumption));
  }
  if (!answer.allocation.empty()) {
    print("\nAllocation in " + name_of(portfolio, answer.by) + " (shares 0–1)");
    print_table(rows_of(allocation_of(answer)), {"class", "target", "tolerance", "before", "after"});
  }
  std::vector<Record> prices;
  for (const Record& row : rows_of(prices_of(portfolio, answer)))
    if (std::get<double>(row.back().value.data) > 0) prices.push_back(row);
  if (!prices.empty()) {
    print("\nWhat one person-week more would bring at the margin");
    print_table(prices, {"team", "period", "price"});
  }
  if (answer.stopped_early()) print("\nStopped by the time limit: another run may find another price.");
  if (answer.gap > 0)
    print("\nThe plans are not proven best: the cost lies between " +
          workbench::display_cost(answer.least_cost, answer.basis, portfolio) + " and " +
          workbench::display_cost(answer.most_cost, answer.basis, portfolio) + ".");
}

int run_trade_off(const TradeOffVerbOptions& options) {
  const auto workspace = open_workspace(options.file, Access::read);
  if (!workspace) return report(workspace.error());
  const Portfolio& portfolio = workspace->portfolio();
  workbench::TradeOffOptions question;
  const Item* request = portfolio.item_by_key(options.insert);
  if (request == nullptr)
    return report({ErrorCode::not_found, "cannot price " + options.insert, "there is no item of that key",
                   "see `tradewind-cli list " + options.file + " items`"});
  question.request = request->id;
  question.by = options.by;
  for (const std::string& key : options.keep) {
    const Item* kept = portfolio.item_by_key(key);
    if (kept == nullptr)
      return report({ErrorCode::not_found, "cannot keep " + key, "there is no item of that key",
                     "see `tradewind-cli list " + options.file + " items`"});
    question.keep.push_back(kept->id);
  }
  const auto test = options.test.of(portfolio, options.file);
  if (!test) return report(test.error());
  question.test = *test;
  question.planning = options.planning.planning();
  question.search = options.planning.search(question.search);
  const auto answer = workbench::trade_off(portfolio, question);
  if (!answer) return report(answer.error());
  std::vector<workbench::RequestOption> ways;
  if (options.options) {
    auto found = workbench::request_options(portfolio, question, *answer);
    if (!found) return report(found.error());
    ways = std::move(*found);
  }
  if (!options.to.empty())
    if (const auto written = write_exhibit(options, portfolio, *answer, ways); !written) return report(written.error());
  if (options.json)
    print_json(as_json(portfolio, *answer, ways));
  else
    print_answer(portfolio, *answer, ways, options.explain);
  return done;
}

}  // namespace

void add_tradeoff(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<TradeOffVerbOptions>();
  CLI::App* verb = make_verb(app, "tradeoff", "The price of a request: what slips, by how much, at what cost", *options);
  verb->add_option("--insert", options->insert, "KEY of the request")->required();
  verb->add_option("--by", options->by, "PERIOD in which it is to be finished (default: the first)");
  verb->add_option("--keep", options->keep, "KEY that must not move; may be given several times")->allow_extra_args(false);
  verb->add_flag("!--no-options", options->options, "Only the price, without the other ways to answer the request");
  verb->add_flag("--explain", options->explain, "Where each figure of the sentence comes from (--json always says)");
  options->test.add_to(*verb);
  verb->add_option("--to", options->to, "OUT.pdf, .png or .svg: the answer as one slide too");
  verb->add_option("--theme", options->theme, "Colours of the slide")
      ->check(CLI::IsMember({"light", "dark"}))
      ->capture_default_str();
  options->planning.add_to(*verb);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_trade_off(*options); }; });
}

}  // namespace tradewind::cli
