#include "workbench/planning_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"
#include "workbench/trade_off_sentence.h"

namespace tradewind::workbench {
namespace {

/// What a task asks of a team in all, and the most that the team has in a period.
struct TeamShare {
  double asked = 0;
  double most = 0;
};

TeamShare share_of(const PlanningProblem& problem, const planning::Task& task, std::size_t team) {
  TeamShare share;
  for (const planning::Demand& demand : task.demands)
    if (static_cast<std::size_t>(demand.team) == team) share.asked += demand.amount;
  for (std::size_t period = 0; period < problem.periods.size(); ++period)
    share.most = std::max(share.most, problem.capacity(team, period));
  return share;
}

}  // namespace

std::string short_number(double value) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  std::string shown = text.data();
  if (shown.size() > 2 && shown.compare(shown.size() - 2, 2, ".0") == 0) shown.resize(shown.size() - 2);
  return shown;
}

std::string person_weeks(double amount) {
  const std::string shown = short_number(amount);
  return shown + (shown == "1" ? " person-week" : " person-weeks");
}

std::string counted_periods(int count, PeriodKind kind) { return std::to_string(count) + " " + period_word(kind, count != 1); }

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t at = 0; at < names.size(); ++at) text += (at == 0 ? "" : at + 1 == names.size() ? " and " : ", ") + names[at];
  return text;
}

std::string key_and_title(const Portfolio& portfolio, ItemId item) {
  const Item& known = *portfolio.find(item);
  return known.key + " (" + short_title_of(known) + ")";
}

std::string period_text(const Portfolio& portfolio, const PlanningProblem& problem, int period) {
  return display_name(*portfolio.find(problem.periods[static_cast<std::size_t>(period)]));
}

PeriodKind kind_of_periods(const Portfolio& portfolio, const PlanningProblem& problem) {
  return portfolio.find(problem.periods.front())->kind;
}

std::string why_it_stays(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t task) {
  const Item& item = *portfolio.find(problem.items[task]);
  if (item.pinned) return "it is pinned";
  if (item.stage == Stage::building) return "work on it has begun";
  for (const ItemLeftOut& held : problem.held)
    if (held.item == item.id) return "nobody has said what moving it is worth";
  for (const ScheduledItem& placed : schedule_of(portfolio, problem.roadmap))
    if (placed.item == item.id && placed.span.start < problem.today) return "it began before today";
  return {};
}

std::string why_so_long(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t task) {
  const planning::Task& known = problem.problem.tasks[task];
  const PeriodKind kind = kind_of_periods(portfolio, problem);
  const std::string text = "it takes " + counted_periods(known.duration, kind);
  for (std::size_t team = 0; team < problem.teams.size(); ++team) {
    const TeamShare share = share_of(problem, known, team);
    if (known.duration > 1 && share.most > 0 && std::ceil(share.asked / share.most - 1e-6) >= known.duration)
      return text + ", because " + portfolio.find(problem.teams[team])->name + " has at most " + person_weeks(share.most) +
             " a " + period_word(kind, false) + " for its " + short_number(share.asked);
  }
  return text;
}

}  // namespace tradewind::workbench
