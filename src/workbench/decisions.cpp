#include "tradewind/workbench/decisions.h"

#include <algorithm>
#include <tuple>

#include "tradewind/domain/period.h"
#include "tradewind/workbench/record_table.h"
#include "tradewind/workbench/trade_off_picture.h"
#include "workbench/json_value.h"
#include "workbench/row_record.h"
#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

/// Of the stored document: ids say nothing about which came first, and days may be the same.
constexpr std::string_view number_member = "number";

Value list_of(std::vector<Record> rows) {
  std::vector<Value> values;
  for (Record& row : rows) values.push_back(Value::of(std::move(row)));
  return Value::of(std::move(values));
}

/// What stood on the page when it was decided, and its place among the decisions.
Record shown_record(const TradeOff& answer, const std::vector<RequestOption>& shown, const Portfolio& portfolio, int number) {
  std::vector<Record> options = options_table(portfolio, shown).rows;
  for (std::size_t at = 0; at < shown.size(); ++at)
    options[at].insert(options[at].begin(), {{"choice", Value::of(choice_of(shown[at], portfolio))},
                                             {"name", Value::of(in_words(option_name(portfolio, shown[at])))}});
  const bool possible = answer.impossible.empty();
  return {{std::string(number_member), Value::of(number)},
          {"by", Value::of(key_of(answer.by, portfolio))},
          {"unit", Value::of(answer.basis == ValueBasis::money ? portfolio.settings().currency : std::string("points"))},
          {"cost", possible ? Value::of(answer.cost) : Value{}},
          {"cost_at_least", possible ? Value::of(answer.least_cost) : Value{}},
          {"cost_at_most", possible ? Value::of(answer.most_cost) : Value{}},
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

/// 0 where none was stored.
std::int64_t stored_number(const Value& shown) {
  const auto* members = std::get_if<Record>(&shown.data);
  const Value* number = members == nullptr ? nullptr : find(*members, number_member);
  const auto* stored = number == nullptr ? nullptr : std::get_if<std::int64_t>(&number->data);
  return stored == nullptr ? 0 : *stored;
}

}  // namespace

std::vector<NumberedDecision> numbered_decisions(const Portfolio& portfolio) {
  std::vector<NumberedDecision> all;
  for (const Decision& decision : portfolio.all<Decision>())
    all.push_back({static_cast<int>(stored_number(value_from_json(decision.options))), &decision});
  const auto of = [](const NumberedDecision& one) { return std::tie(one.decision->date, one.decision->title, one.decision->id); };
  std::sort(all.begin(), all.end(), [&](const NumberedDecision& a, const NumberedDecision& b) {
    return a.number != b.number ? a.number < b.number : of(a) < of(b);
  });
  // Two copies of a workspace that were merged may both have had a fourth one.
  int last = 0;
  for (NumberedDecision& one : all) last = one.number = std::max(one.number, last + 1);
  std::stable_sort(all.begin(), all.end(),
                   [](const NumberedDecision& a, const NumberedDecision& b) { return a.decision->date < b.decision->date; });
  return all;
}

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
  int last = 0;
  for (const NumberedDecision& known : numbered_decisions(portfolio)) last = std::max(last, known.number);
  decision.options = json_text(Value::of(shown_record(answer, shown, portfolio, last + 1)));
  decision.choice = choice;
  decision.role = trimmed(note.role);
  decision.reason = trimmed(note.reason);
  decision.date = note.date;
  const auto receipt = workspace.edit("Decide " + decision.title + ": " + choice,
                                      [&](storage::Edit& edit) { decision.id = edit.insert(decision); });
  if (!receipt) return tl::unexpected(receipt.error());
  return decision.id;
}

Record decision_record(const NumberedDecision& numbered, const Portfolio& portfolio) {
  const Decision& decision = *numbered.decision;
  Record record{{std::string(number_member), Value::of(numbered.number)},
                {"date", Value::of(decision.date)},
                {"title", Value::of(decision.title)},
                {"request", Value::name_or_unknown(key_of(decision.request, portfolio))},
                {"choice", Value::of(decision.choice)},
                {"role", Value::of(decision.role)},
                {"reason", Value::of(decision.reason)}};
  const Value shown = value_from_json(decision.options);
  if (const auto* members = std::get_if<Record>(&shown.data))
    for (const Member& member : *members)
      if (member.name != number_member) record.push_back(member);
  return record;
}

std::vector<Record> records_in(const Record& record, std::string_view list) {
  std::vector<Record> records;
  if (const Value* value = find(record, list))
    if (const auto* rows = std::get_if<std::vector<Value>>(&value->data))
      for (const Value& row : *rows)
        if (const auto* members = std::get_if<Record>(&row.data)) records.push_back(*members);
  return records;
}

std::string choice_name(const Record& decision) {
  const std::string choice = to_line(field_of(decision, "choice"));
  if (choice == decline) return "Not at all";
  for (const Record& option : records_in(decision, "options"))
    if (to_line(field_of(option, "choice")) == choice)
      if (std::string name = to_line(field_of(option, "name")); !name.empty()) return name;
  return choice;
}

}  // namespace tradewind::workbench
