#include "workbench/trade_off_sentence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tradewind/domain/open_item.h"
#include "tradewind/domain/period.h"
#include "workbench/planning_words.h"

namespace tradewind::workbench {
namespace {

/// "3,153": commas between thousands, as all figures that people read.
std::string number(double value, int decimals) {
  std::array<char, 64> digits{};
  std::snprintf(digits.data(), digits.size(), "%.*f", decimals, value);
  std::string text = digits.data();
  const std::size_t first = text.front() == '-' ? 1 : 0;
  for (std::size_t at = std::min(text.find('.'), text.size()); at > first + 3; at -= 3) text.insert(at - 3, ",");
  return text;
}

std::string currency_sign(const std::string& code) {
  if (code == "EUR") return "€";
  if (code == "USD") return "$";
  if (code == "GBP") return "£";
  return code;
}

/// The last working day before.
std::string last_day(Date finish) {
  Date day = add_days(finish, -1);
  while (std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() > 5) day = add_days(day, -1);
  return to_display(day);
}

std::string others(std::size_t slips, std::size_t drops) {
  std::string text;
  if (slips > 0) text += ", delays " + std::to_string(slips) + (slips == 1 ? " other" : " others");
  if (drops > 0) text += ", drops " + std::to_string(drops);
  return text;
}

/// " Past their deadline: Governance automation (31 May 2027)."
std::string missed_deadlines(const TradeOff& answer, const Portfolio& portfolio) {
  std::string names;
  int count = 0;
  for (const Slip& slip : answer.slips) {
    if (!slip.missed_deadline) continue;
    ++count;
    names +=
        (names.empty() ? "" : ", ") + short_title_of(*portfolio.find(slip.item)) + " (" + to_display(*slip.missed_deadline) + ")";
  }
  if (count == 0) return {};
  return (count == 1 ? " Past its deadline: " : " Past their deadlines: ") + names + ".";
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
    if (is_milestone_of(milestone, slip.item, portfolio) && slip.finish_before <= milestone.date &&
        milestone.date < slip.finish_after && (first == nullptr || milestone.date < first->date))
      first = &milestone;
  return first;
}

std::string display_cost(double cost, ValueBasis basis, const Portfolio& portfolio) {
  if (basis != ValueBasis::money) return number(cost, cost < 10 ? 1 : 0) + " points";
  const std::string sign = currency_sign(portfolio.settings().currency) + " ";
  const double size = std::abs(cost);
  const std::string minus = cost < 0 && size >= 0.5 ? "−" : "";
  if (size >= 999'500) return minus + sign + number(size / 1e6, size < 9.95e6 ? 1 : 0) + " M";
  if (size >= 1000) return minus + sign + number(size / 1000, 0) + " k";
  return minus + sign + number(size, 0);
}

namespace {

std::string price_in_words(const TradeOff& answer, const Portfolio& portfolio) {
  const Item& request = *portfolio.find(answer.request);
  const std::string when = answer.asked_for == AskedFor::past ? answer.asked_name : display_name(*portfolio.find(answer.by));
  const std::string& name = short_title_of(request);
  if (!answer.impossible.empty())
    return name + (answer.is_ruled_out ? " cannot be finished by the end of " : " is not planned by the end of ") + when + ": " +
           answer.impossible + ".";
  if (answer.is_closed)
    return name + " is " + (request.stage == Stage::launched ? "launched" : "measured") + " already: nothing has to move.";
  if (const Period* planned = portfolio.find(answer.planned); planned && planned->end <= portfolio.find(answer.by)->end)
    return name + " is planned to be finished by the end of " + display_name(*planned) + " already: nothing has to move.";
  if (answer.slips.empty() && answer.drops.empty())
    return "Building " + name + " by the end of " + when + " fits beside everything that is planned: nothing slips.";
  std::string text = "Building " + name + " by the end of " + when;
  if (!answer.slips.empty()) {
    const Slip& worst = answer.slips.front();
    text += " moves " + short_title_of(*portfolio.find(worst.item)) + " from " + last_day(worst.finish_before) + " to " +
            last_day(worst.finish_after);
    if (const Milestone* milestone = milestone_passed(worst, portfolio)) text += ", past " + milestone->title;
    text += others(answer.slips.size() - 1, answer.drops.size());
  } else {
    text += " drops " + short_title_of(*portfolio.find(answer.drops.front().item)) + others(0, answer.drops.size() - 1);
  }
  text += " and costs " + display_cost(answer.cost, answer.basis, portfolio);
  text += answer.basis == ValueBasis::money ? " of delay" : " of value";
  if (answer.gap > 0)
    text += ", between " + display_cost(answer.least_cost, answer.basis, portfolio) + " and " +
            display_cost(answer.most_cost, answer.basis, portfolio);
  text += ".";
  return text + missed_deadlines(answer, portfolio);
}

/// What the request waits for, is open, and is no task of the plan: nothing is asked of that.
std::vector<std::string> unplanned_before(const TradeOff& answer, const Portfolio& portfolio) {
  std::vector<std::string> names;
  for (const Dependency& dependency : portfolio.owned_by<&Dependency::successor>(answer.request))
    if (is_open(*portfolio.find(dependency.predecessor)) && answer.problem.task_of(dependency.predecessor) < 0)
      names.push_back(key_and_title(portfolio, dependency.predecessor));
  return names;
}

/// What is odd about the question: a period beyond the plan, a Won't, a pin that cannot be.
std::string remarks(const TradeOff& answer, const Portfolio& portfolio) {
  std::string text;
  const PeriodId last = answer.problem.periods.back();
  if (answer.asked_for == AskedFor::past)
    text += " The first " + period_word(portfolio.find(last)->kind, false) + " to ask for is " +
            display_name(*portfolio.find(answer.problem.periods.front())) + ".";
  if (answer.asked_for == AskedFor::after_plan)
    text += " " + answer.asked_name + " comes after the plan, which ends with " + display_name(*portfolio.find(last)) + ": " +
            (answer.impossible.empty() ? "with more time it costs no more." : "whether it can be done by then is not known.");
  if (!answer.is_closed && portfolio.find(answer.request)->moscow == Moscow::wont) text += " It is marked Won't.";
  if (!answer.is_closed)
    for (const std::string& name : unplanned_before(answer, portfolio))
      text += " It waits for " + name + ", which is not planned.";
  for (const ItemLeftOut& one : answer.contradictions)
    if (one.item == answer.request) text += " But " + one.why + ".";
  return text;
}

}  // namespace

std::string sentence_of(const TradeOff& answer, const Portfolio& portfolio) {
  return price_in_words(answer, portfolio) + remarks(answer, portfolio);
}

}  // namespace tradewind::workbench
