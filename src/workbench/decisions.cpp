#include "tradewind/workbench/decisions.h"

#include <algorithm>

#include "tradewind/domain/period.h"
#include "tradewind/workbench/trade_off_picture.h"
#include "workbench/json_value.h"
#include "workbench/row_record.h"

namespace tradewind::workbench {
namespace {

Value list_of(std::vector<Record> rows) {
  std::vector<Value> values;
  for (Record& row : rows) values.push_back(Value::of(std::move(row)));
  return Value::of(std::move(values));
}

/// What stood on the page when it was decided.
Record shown_record(const TradeOff& answer, const std::vector<RequestOption>& shown, const Portfolio& portfolio) {
  std::vector<Record> options = options_table(portfolio, shown).rows;
  for (std::size_t at = 0; at < shown.size(); ++at)
    options[at].insert(options[at].begin(), {"choice", Value::of(choice_of(shown[at], portfolio))});
  const bool possible = answer.impossible.empty();
  return {{"by", Value::of(key_of(answer.by, portfolio))},
          {"unit", Value::of(answer.basis == ValueBasis::money ? portfolio.settings().currency : std::string("points"))},
          {"cost", possible ? Value::of(answer.cost) : Value{}},
          {"sentence", Value::of(answer.sentence)},
          {"moves", list_of(moves_table(portfolio, answer).rows)},
          {"options", list_of(std::move(options))}};
}

/// The choice in full; empty where it is none of the options.
std::string full_choice(const std::string& text, const std::vector<RequestOption>& shown, const Portfolio& portfolio) {
  if (same_ignoring_case(text, decline)) return std::string(decline);
  std::vector<std::string> of_that_kind;
  for (const RequestOption& option : shown) {
    const std::string choice = choice_of(option, portfolio);
    if (same_ignoring_case(choice, text)) return choice;
    if (same_ignoring_case(option_key(option.kind), text)) of_that_kind.push_back(choice);
  }
  return of_that_kind.size() == 1 ? of_that_kind.front() : std::string();
}

}  // namespace

std::string choice_of(const RequestOption& option, const Portfolio& portfolio) {
  const std::string kind{option_key(option.kind)};
  return option.kind == OptionKind::later ? kind + ":" + key_of(option.period, portfolio) : kind;
}

Result<DecisionId> record_decision(storage::Workspace& workspace, const TradeOff& answer, const std::vector<RequestOption>& shown,
                                   const DecisionNote& note) {
  const Portfolio& portfolio = workspace.portfolio();
  const std::string what = "cannot record the decision about " + key_of(answer.request, portfolio);
  const std::string choice = full_choice(std::string(trimmed(note.choice)), shown, portfolio);
  if (choice.empty()) {
    std::vector<std::string> choices;
    for (const RequestOption& option : shown) choices.push_back(choice_of(option, portfolio));
    choices.emplace_back(decline);
    return failure(ErrorCode::bad_input, what, "\"" + note.choice + "\" is none of the options that were shown",
                   "choose one of " + joined(choices));
  }
  if (trimmed(note.role).empty()) return failure(ErrorCode::bad_input, what, "nobody is named who decided", "give the role");
  if (trimmed(note.reason).empty())
    return failure(ErrorCode::bad_input, what, "it has no reason",
                   "say in a sentence why; it is read when the plan is questioned");
  Decision decision;
  decision.title = short_title_of(*portfolio.find(answer.request)) + " by " + display_name(*portfolio.find(answer.by));
  decision.request = answer.request;
  decision.options = json_text(Value::of(shown_record(answer, shown, portfolio)));
  decision.choice = choice;
  decision.role = trimmed(note.role);
  decision.reason = trimmed(note.reason);
  decision.date = note.date;
  const auto receipt = workspace.edit("Decide " + decision.title + ": " + choice,
                                      [&](storage::Edit& edit) { decision.id = edit.insert(decision); });
  if (!receipt) return tl::unexpected(receipt.error());
  return decision.id;
}

std::vector<const Decision*> decisions_in_order(const Portfolio& portfolio) {
  std::vector<const Decision*> decisions;
  for (const Decision& decision : portfolio.all<Decision>()) decisions.push_back(&decision);
  std::sort(decisions.begin(), decisions.end(), [](const Decision* a, const Decision* b) {
    return std::tie(a->date, a->title, a->id) < std::tie(b->date, b->title, b->id);
  });
  return decisions;
}

Record decision_record(const Decision& decision, const Portfolio& portfolio) {
  const auto all = decisions_in_order(portfolio);
  const auto number = std::find(all.begin(), all.end(), portfolio.find(decision.id)) - all.begin() + 1;
  Record record{{"number", Value::of(static_cast<std::int64_t>(number))},
                {"date", Value::of(decision.date)},
                {"title", Value::of(decision.title)},
                {"request", Value::name_or_unknown(key_of(decision.request, portfolio))},
                {"choice", Value::of(decision.choice)},
                {"role", Value::of(decision.role)},
                {"reason", Value::of(decision.reason)}};
  const Value shown = value_from_json(decision.options);
  if (const auto* members = std::get_if<Record>(&shown.data))
    for (const Member& member : *members) record.push_back(member);
  return record;
}

}  // namespace tradewind::workbench
