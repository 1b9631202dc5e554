#include "workbench/trade_off_sentence.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "tradewind/domain/open_item.h"
#include "tradewind/domain/period.h"
#include "tradewind/domain/thousands.h"
#include "workbench/planning_words.h"
#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

std::string number(double value, int decimals) {
  std::array<char, 64> digits{};
  std::snprintf(digits.data(), digits.size(), "%.*f", decimals, value);
  return with_thousands(digits.data());
}

std::string currency_sign(const std::string& code) {
  if (code == "EUR") return "€";  // a key
  if (code == "USD") return "$";  // a key
  if (code == "GBP") return "£";  // a key
  return code;
}

/// Its own, or that of an outcome that it serves.
bool is_milestone_of(const Milestone& milestone, ItemId item, const Portfolio& portfolio) {
  if (milestone.item == item) return true;
  if (!milestone.outcome) return false;
  for (const Contribution& contribution : portfolio.owned_by<&Contribution::item>(item))
    if (contribution.outcome == milestone.outcome) return true;
  return false;
}

}  // namespace

const Milestone* milestone_passed(const Slip& slip, const Portfolio& portfolio) {
  const Milestone* first = nullptr;
  for (const Milestone& milestone : portfolio.all<Milestone>())
    if (is_milestone_of(milestone, slip.item, portfolio) && last_working_day(slip.finish_before) <= milestone.date &&
        milestone.date < last_working_day(slip.finish_after) && (first == nullptr || milestone.date < first->date))
      first = &milestone;
  return first;
}

Phrase cost_phrase(double cost, ValueBasis basis, const Portfolio& portfolio) {
  if (basis != ValueBasis::money)
    return {translatable("TradeOffSentence", "%1 points"), {literal(number(cost, std::abs(cost) < 10 ? 1 : 0))}};
  const std::string sign = currency_sign(portfolio.settings().currency) + " ";
  const double size = std::abs(cost);
  const std::string minus = cost < 0 && size >= 0.5 ? "−" : "";
  if (size >= 999'500) return literal(minus + sign + number(size / 1e6, size < 9.95e6 ? 1 : 0) + " M");
  if (size >= 1000) return literal(minus + sign + number(size / 1000, 0) + " k");
  return literal(minus + sign + number(size, 0));
}

std::string display_cost(double cost, ValueBasis basis, const Portfolio& portfolio) {
  return in_words(cost_phrase(cost, basis, portfolio));
}

namespace {

/// A name, a date or an amount.
Phrase named(std::string text) { return literal(std::move(text)); }
Phrase counted(std::size_t number) { return literal(std::to_string(number)); }

/// What the answer says, each sentence with the space before it.
class Sentences {
 public:
  Sentences(const TradeOff& answer, const Portfolio& portfolio)
      : answer_(answer), portfolio_(portfolio), request_(*portfolio.find(answer.request)) {}

  std::vector<Phrase> list() {
    add_price();
    add_missed_deadlines();
    add_remarks();
    return std::move(list_);
  }

 private:
  void add(Text text, std::vector<Phrase> values) { list_.emplace_back(text, std::move(values)); }
  Phrase title(ItemId item) const { return named(short_title_of(*portfolio_.find(item))); }
  Phrase period(PeriodId period) const { return named(display_name(*portfolio_.find(period))); }
  Phrase amount(double cost) const { return cost_phrase(cost, answer_.basis, portfolio_); }

  void add_price() {
    const Phrase name = title(answer_.request);
    const Phrase when = answer_.asked_for == AskedFor::past ? named(answer_.asked_name) : period(answer_.by);
    const Period* planned = portfolio_.find(answer_.planned);
    if (!answer_.impossible.empty())
      add(answer_.is_ruled_out ? translatable("TradeOffSentence", "%1 cannot be finished by the end of %2: %3.")
                               : translatable("TradeOffSentence", "%1 is not planned by the end of %2: %3."),
          {name, when, answer_.impossible});
    else if (answer_.is_closed)
      add(request_.stage == Stage::launched ? translatable("TradeOffSentence", "%1 is launched already: nothing has to move.")
                                            : translatable("TradeOffSentence", "%1 is measured already: nothing has to move."),
          {name});
    else if (planned != nullptr && planned->end <= portfolio_.find(answer_.by)->end)
      add(translatable("TradeOffSentence", "%1 is planned to be finished by the end of %2 already: nothing has to move."),
          {name, period(answer_.planned)});
    else if (answer_.slips.empty() && answer_.drops.empty())
      add(translatable("TradeOffSentence", "Building %1 by the end of %2 fits beside everything that is planned: nothing slips."),
          {name, when});
    else
      add(translatable("TradeOffSentence", "Building %1 by the end of %2%3 and costs %4%5."),
          {name, when, what_moves(), cost(), interval()});
  }

  /// " moves Governance from 23 Apr 2027 to 23 Jul 2027, past Audit, delays 4 others, drops 1".
  Phrase what_moves() const {
    const std::size_t drops = answer_.drops.size();
    if (answer_.slips.empty())
      return {translatable("TradeOffSentence", " drops %1%2"), {title(answer_.drops.front().item), others(0, drops - 1)}};
    const Slip& worst = answer_.slips.front();
    const Milestone* milestone = milestone_passed(worst, portfolio_);
    return {translatable("TradeOffSentence", " moves %1 from %2 to %3%4%5"),
            {title(worst.item), named(to_display(last_working_day(worst.finish_before))),
             named(to_display(last_working_day(worst.finish_after))),
             milestone == nullptr ? Phrase{} : Phrase{translatable("TradeOffSentence", ", past %1"), {named(milestone->title)}},
             others(answer_.slips.size() - 1, drops)}};
  }

  static Phrase others(std::size_t slips, std::size_t drops) {
    const Phrase slipped = slips == 0   ? Phrase{}
                           : slips == 1 ? Phrase{translatable("TradeOffSentence", ", delays 1 other")}
                                        : Phrase{translatable("TradeOffSentence", ", delays %1 others"), {counted(slips)}};
    const Phrase dropped = drops == 0 ? Phrase{} : Phrase{translatable("TradeOffSentence", ", drops %1"), {counted(drops)}};
    return together({slipped, dropped});
  }

  Phrase cost() const {
    return {answer_.basis == ValueBasis::money ? translatable("TradeOffSentence", "%1 of delay")
                                               : translatable("TradeOffSentence", "%1 of value"),
            {amount(answer_.cost)}};
  }
  Phrase interval() const {
    if (answer_.gap <= 0) return {};
    return {translatable("TradeOffSentence", ", between %1 and %2"), {amount(answer_.least_cost), amount(answer_.most_cost)}};
  }

  /// " Past its deadline: Governance automation (31 May 2027)."
  void add_missed_deadlines() {
    std::vector<std::string> names;
    for (const Slip& slip : answer_.slips)
      if (slip.missed_deadline)
        names.push_back(short_title_of(*portfolio_.find(slip.item)) + " (" + to_display(*slip.missed_deadline) + ")");
    if (!names.empty())
      add(names.size() == 1 ? translatable("TradeOffSentence", " Past its deadline: %1.")
                            : translatable("TradeOffSentence", " Past their deadlines: %1."),
          {named(joined(names))});
  }

  /// What is odd about the question: a period beyond the plan, a Won't, a pin that cannot be.
  void add_remarks() {
    if (answer_.asked_for == AskedFor::past)
      add(translatable("TradeOffSentence", " What can be asked for begins with %1."), {period(answer_.problem.periods.front())});
    if (answer_.asked_for == AskedFor::after_plan)
      add(answer_.impossible.empty()
              ? translatable("TradeOffSentence", " %1 comes after the plan, which ends with %2: with more time it costs no more.")
              : translatable("TradeOffSentence",
                             " %1 comes after the plan, which ends with %2: whether it can be done by then is not known."),
          {named(answer_.asked_name), period(answer_.problem.periods.back())});
    if (answer_.is_closed) return;
    if (request_.moscow == Moscow::wont) add(translatable("TradeOffSentence", " It is marked Won't."), {});
    for (const Phrase& name : unplanned_before())
      add(translatable("TradeOffSentence", " It waits for %1, which is not planned."), {name});
    for (const ItemLeftOut& one : answer_.contradictions)
      if (one.item == answer_.request) add(translatable("TradeOffSentence", " But %1."), {one.why});
  }

  /// What the request waits for, is open, and is no task of the plan: nothing is asked of that.
  std::vector<Phrase> unplanned_before() const {
    std::vector<Phrase> names;
    for (const Dependency& dependency : portfolio_.owned_by<&Dependency::successor>(answer_.request))
      if (is_open(*portfolio_.find(dependency.predecessor)) && answer_.problem.task_of(dependency.predecessor) < 0)
        names.push_back(key_and_title(portfolio_, dependency.predecessor));
    return names;
  }

  const TradeOff& answer_;
  const Portfolio& portfolio_;
  const Item& request_;
  std::vector<Phrase> list_;
};

}  // namespace

std::vector<Phrase> sentences_of(const TradeOff& answer, const Portfolio& portfolio) {
  return Sentences(answer, portfolio).list();
}

}  // namespace tradewind::workbench
