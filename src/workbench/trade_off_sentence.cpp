#include "workbench/trade_off_sentence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tradewind/domain/period.h"

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

std::string sentence_of(const TradeOff& answer, const Portfolio& portfolio) {
  const Item& request = *portfolio.find(answer.request);
  const std::string when = display_name(*portfolio.find(answer.by));
  const std::string& name = short_title_of(request);
  if (!answer.impossible.empty()) return name + " cannot be finished by the end of " + when + ": " + answer.impossible + ".";
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

std::string why_impossible(const PlanningProblem& problem, const planning::Problem& obliged, std::size_t request, int by,
                           const Portfolio& portfolio) {
  const planning::Task& task = obliged.tasks[request];
  const PeriodKind kind = portfolio.find(problem.periods.front())->kind;
  if (task.pinned_start && *task.pinned_start + task.duration - 1 > by) {
    const bool is_pinned = portfolio.find(problem.items[request])->pinned;
    return (is_pinned ? "it is pinned, and ends in " : "work on it has begun, and ends in ") +
           display_name(*portfolio.find(problem.periods[static_cast<std::size_t>(*task.pinned_start + task.duration - 1)]));
  }
  if (task.duration > by + 1)
    return "it takes " + std::to_string(task.duration) + " " + period_word(kind, true) + ", and there " +
           (by == 0 ? "is 1" : "are " + std::to_string(by + 1));
  if (task.earliest_start + task.duration - 1 > by)
    return "it may not start before " + portfolio.find(problem.periods[static_cast<std::size_t>(task.earliest_start)])->name;
  // One team that cannot do it even if everything that may move did.
  for (const planning::Demand& demand : task.demands) {
    const auto team = static_cast<std::size_t>(demand.team);
    double most = 0;
    for (int start = task.earliest_start; start + task.duration - 1 <= by; ++start) {
      const auto period = static_cast<std::size_t>(start + demand.offset);
      double fixed = 0;
      for (const planning::Task& other : obliged.tasks)
        if (other.pinned_start)
          for (const planning::Demand& theirs : other.demands)
            if (theirs.team == demand.team && *other.pinned_start + theirs.offset == static_cast<int>(period))
              fixed += theirs.amount;
      most = std::max(most, obliged.capacity[team][period] - fixed);
    }
    if (most + 1e-6 < demand.amount)
      return portfolio.find(problem.teams[team])->name + " would need " + number(demand.amount, 1) +
             " person-weeks and has at most " + number(std::max(0.0, most), 1) + " beside what is under way";
  }
  for (const planning::Order& order : task.predecessors) {
    const Item& before = *portfolio.find(problem.items[static_cast<std::size_t>(order.task)]);
    const auto& first = obliged.tasks[static_cast<std::size_t>(order.task)];
    if (first.pinned_start.value_or(first.earliest_start) + order.lag.value_or(first.duration) + task.duration - 1 > by)
      return "it waits for " + before.key + " (" + short_title_of(before) + "), which ends too late";
  }
  return "what is under way, its predecessors and the capacity of its teams cannot hold together with it";
}

}  // namespace tradewind::workbench
