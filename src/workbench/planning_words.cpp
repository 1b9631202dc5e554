#include "workbench/planning_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iterator>

#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"

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

Phrase person_weeks(double amount) {
  const std::string shown = short_number(amount);
  return {shown == "1" ? translatable("Plan", "%1 person-week") : translatable("Plan", "%1 person-weeks"), {literal(shown)}};
}

Phrase period_word(PeriodKind kind) {
  switch (kind) {
    case PeriodKind::quarter:
      return translatable("Plan", "quarter");
    case PeriodKind::month:
      return translatable("Plan", "month");
    case PeriodKind::week:
      return translatable("Plan", "week");
    case PeriodKind::sprint:
      return translatable("Plan", "sprint");
    default:
      return translatable("Plan", "period");
  }
}

Phrase counted_periods(int count, PeriodKind kind) {
  const Phrase number = literal(std::to_string(count));
  const bool one = count == 1;
  switch (kind) {
    case PeriodKind::quarter:
      return {one ? translatable("Plan", "%1 quarter") : translatable("Plan", "%1 quarters"), {number}};
    case PeriodKind::month:
      return {one ? translatable("Plan", "%1 month") : translatable("Plan", "%1 months"), {number}};
    case PeriodKind::week:
      return {one ? translatable("Plan", "%1 week") : translatable("Plan", "%1 weeks"), {number}};
    case PeriodKind::sprint:
      return {one ? translatable("Plan", "%1 sprint") : translatable("Plan", "%1 sprints"), {number}};
    default:
      return {one ? translatable("Plan", "%1 period") : translatable("Plan", "%1 periods"), {number}};
  }
}

Phrase listed(const std::vector<Phrase>& names) {
  if (names.size() < 2) return names.empty() ? Phrase{} : names.front();
  const Phrase first = joined({names.begin(), std::prev(names.end())}, translatable("Plan", "%1, %2"));
  return {translatable("Plan", "%1 and %2"), {first, names.back()}};
}

Phrase key_and_title(const Portfolio& portfolio, ItemId item) {
  const Item& known = *portfolio.find(item);
  return literal(known.key + " (" + short_title_of(known) + ")");
}

Phrase period_text(const Portfolio& portfolio, const PlanningProblem& problem, int period) {
  return literal(display_name(*portfolio.find(problem.periods[static_cast<std::size_t>(period)])));
}

PeriodKind kind_of_periods(const Portfolio& portfolio, const PlanningProblem& problem) {
  return portfolio.find(problem.periods.front())->kind;
}

Phrase why_it_stays(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t task) {
  const Item& item = *portfolio.find(problem.items[task]);
  if (item.pinned) return translatable("Plan", "it is pinned");
  if (item.stage == Stage::building) return translatable("Plan", "work on it has begun");
  for (const ItemLeftOut& held : problem.held)
    if (held.item == item.id) return translatable("Plan", "nobody has said what moving it is worth");
  for (const ScheduledItem& placed : schedule_of(portfolio, problem.roadmap))
    if (placed.item == item.id && placed.span.start < problem.today) return translatable("Plan", "it began before today");
  return {};
}

Phrase why_so_long(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t task) {
  const planning::Task& known = problem.problem.tasks[task];
  const PeriodKind kind = kind_of_periods(portfolio, problem);
  const Phrase long_time = counted_periods(known.duration, kind);
  for (std::size_t team = 0; team < problem.teams.size(); ++team) {
    const TeamShare share = share_of(problem, known, team);
    if (known.duration > 1 && share.most > 0 && std::ceil(share.asked / share.most - 1e-6) >= known.duration)
      return {translatable("Plan", "it takes %1, because %2 has at most %3 a %4 for its %5"),
              {long_time, literal(portfolio.find(problem.teams[team])->name), person_weeks(share.most), period_word(kind),
               literal(short_number(share.asked))}};
  }
  return {translatable("Plan", "it takes %1"), {long_time}};
}

}  // namespace tradewind::workbench
