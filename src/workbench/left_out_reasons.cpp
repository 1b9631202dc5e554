#include "workbench/left_out_reasons.h"

#include <algorithm>

#include "tradewind/planning/conflict.h"
#include "tradewind/planning/verify.h"
#include "workbench/planning_words.h"
#include "workbench/request_conflict.h"

namespace tradewind::workbench {
namespace {

constexpr double tolerance = 1e-6;
/// So many Musts that give way are told beside which others, where there are no more of these; it takes many small plans.
constexpr int most_conflicts = 4;
constexpr std::size_t most_musts = 60;

constexpr Text among_many = translatable("Plan", "not all Musts fit, and it is among those that give way");

/// [team][period]: person-weeks.
using Loads = std::vector<std::vector<double>>;

Loads loads_of(const planning::Problem& problem, const std::vector<int>& start) {
  Loads loads(problem.capacity.size());
  for (std::size_t team = 0; team < loads.size(); ++team)
    for (int period = 0; period < problem.periods; ++period)
      loads[team].push_back(planning::load_of(problem, start, team, period));
  return loads;
}

/// What is planned, and of that what stays in any case.
struct Planned {
  explicit Planned(const RoadmapPlan& roadmap) : all(loads_of(roadmap.problem.problem, roadmap.plan.start)) {
    std::vector<int> start;
    for (const planning::Task& task : roadmap.problem.problem.tasks)
      start.push_back(task.pinned_start.value_or(planning::left_out));
    has_staying = std::any_of(start.begin(), start.end(), [](int at) { return at >= 0; });
    staying = loads_of(roadmap.problem.problem, start);
  }
  Loads all;
  Loads staying;
  bool has_staying = false;
};

class Reason {
 public:
  Reason(const Portfolio& portfolio, const RoadmapPlan& planned, const Planned& loads, std::size_t task)
      : portfolio_(portfolio),
        problem_(planned.problem),
        plan_(planned.plan),
        loads_(loads),
        number_(task),
        task_(problem_.problem.tasks[task]),
        item_(*portfolio.find(problem_.items[task])),
        kind_(kind_of_periods(portfolio, problem_)),
        first_(task_.earliest_start),
        last_(std::min(problem_.problem.periods - 1, task_.latest_finish.value_or(problem_.problem.periods - 1)) -
              task_.duration + 1) {}

  /// What holds whatever else is planned; empty where nothing of that is in the way.
  Phrase by_itself() const {
    const Phrase why = outside_window();
    return why.empty() ? too_large() : why;
  }

  /// What it waits for, as that is planned; narrows the window to what this leaves.
  Phrase waiting() {
    for (const planning::Order& order : task_.predecessors) {
      const auto before = static_cast<std::size_t>(order.task);
      const Phrase name = key_and_title(portfolio_, problem_.items[before]);
      const int start = plan_.start[before];
      if (start < 0) return {translatable("Plan", "it waits for %1, which is left out"), {name}};
      first_ = std::max(first_, start + planning::lag(problem_.problem, order, task_));
      if (first_ <= last_) continue;
      const Phrase end = period_text(portfolio_, problem_, start + problem_.problem.tasks[before].duration - 1);
      return {translatable("Plan", "it waits for %1, which ends in %2, and then it cannot be finished %3"),
              {name, end, task_.latest_finish ? due() : Phrase(translatable("Plan", "within the plan"))}};
    }
    return {};
  }

  Phrase beside_the_plan() const {
    const auto is_worth_something = [&](int start) { return value_at(start) > 0; };
    if (!any_start(is_worth_something)) return translatable("Plan", "it would be worth nothing by then");
    if (any_start([&](int start) { return is_worth_something(start) && lacking(start, loads_.all).empty(); }))
      return problem_.problem.bands.empty()
                 ? translatable("Plan", "no better plan with it was found")
                 : translatable("Plan", "with it too much of the work would lie outside the policy's shares");
    std::vector<Phrase> full;
    for (std::size_t team = 0; team < problem_.teams.size(); ++team)
      if (!any_start([&](int start) { return !contains(lacking(start, loads_.all), team); })) full.push_back(team_name(team));
    const Phrase rival = plan_.gap() == 0 ? translatable("Plan", ", and what is planned there is worth more")
                                          : translatable("Plan", ", and no better plan with it was found");
    if (full.empty()) return {translatable("Plan", "its teams have no room in the same %1%2"), {period_word(kind_), rival}};
    return {full.size() == 1 ? translatable("Plan", "%1 has no room for it%2") : translatable("Plan", "%1 have no room for it%2"),
            {listed(full), rival}};
  }

 private:
  using Teams = std::vector<std::size_t>;
  static bool contains(const Teams& teams, std::size_t team) {
    return std::find(teams.begin(), teams.end(), team) != teams.end();
  }

  template <class Test>
  bool any_start(Test test) const {
    for (int start = first_; start <= last_; ++start)
      if (test(start)) return true;
    return false;
  }

  Phrase team_name(std::size_t team) const { return literal(portfolio_.find(problem_.teams[team])->name); }
  double value_at(int start) const { return task_.value[static_cast<std::size_t>(start + task_.duration - 1)]; }

  /// Teams without enough capacity for it beside the loads.
  Teams lacking(int start, const Loads& loads) const {
    Teams teams;
    for (const planning::Demand& demand : task_.demands) {
      const auto team = static_cast<std::size_t>(demand.team);
      const auto period = static_cast<std::size_t>(start + demand.offset);
      if (problem_.problem.capacity[team][period] - loads[team][period] < demand.amount - tolerance && !contains(teams, team))
        teams.push_back(team);
    }
    return teams;
  }

  Phrase outside_window() const {
    const int periods = problem_.problem.periods;
    if (item_.deadline && *item_.deadline < problem_.today)
      return {translatable("Plan", "its deadline, %1, is over"), {literal(to_display(*item_.deadline))}};
    if (item_.lapse_date && *item_.lapse_date <= problem_.today)
      return {translatable("Plan", "it lapsed on %1"), {literal(to_display(*item_.lapse_date))}};
    if (task_.duration > periods)
      return {translatable("Plan", "%1; the plan has %2"),
              {why_so_long(portfolio_, problem_, number_), counted_periods(periods, kind_)}};
    if (first_ + task_.duration > periods && item_.earliest_start) {
      const Phrase earliest = literal(to_display(*item_.earliest_start));
      const Phrase end = period_text(portfolio_, problem_, periods - 1);
      if (task_.duration == 1)
        return {translatable("Plan", "it may not start before %1; the plan ends with %2"), {earliest, end}};
      return {translatable("Plan", "it may not start before %1 and takes %2; the plan ends with %3"),
              {earliest, counted_periods(task_.duration, kind_), end}};
    }
    if (first_ <= last_) return {};
    if (last_ >= 0 && item_.earliest_start)
      return {translatable("Plan", "it may not start before %1, and then it cannot be finished %2"),
              {literal(to_display(*item_.earliest_start)), due()}};
    return {translatable("Plan", "it cannot be finished %1"), {due()}};
  }

  bool lapses_first() const { return item_.lapse_date && (!item_.deadline || *item_.lapse_date <= *item_.deadline); }
  Phrase due() const {
    if (lapses_first()) return {translatable("Plan", "before it lapses on %1"), {literal(to_display(*item_.lapse_date))}};
    return {translatable("Plan", "by its deadline, %1"), {literal(to_display(*item_.deadline))}};
  }

  Phrase too_large() const {
    if (any_start([&](int start) { return lacking(start, loads_.staying).empty(); })) return {};
    const Phrase beside = loads_.has_staying ? Phrase(translatable("Plan", " beside what is under way or stays")) : Phrase();
    for (std::size_t team = 0; team < problem_.teams.size(); ++team)
      if (!any_start([&](int start) { return !contains(lacking(start, loads_.staying), team); }))
        return too_large_for(team, beside);
    return {translatable("Plan", "in no %1 have all its teams enough capacity for it%2"), {period_word(kind_), beside}};
  }

  Phrase too_large_for(std::size_t team, const Phrase& beside) const {
    double needed = 0;
    double most = 0;
    for (const planning::Demand& demand : task_.demands)
      if (static_cast<std::size_t>(demand.team) == team) needed = std::max(needed, demand.amount);
    for (int at = first_; at < last_ + task_.duration; ++at) {
      const auto period = static_cast<std::size_t>(at);
      most = std::max(most, problem_.problem.capacity[team][period] - loads_.staying[team][period]);
    }
    const bool is_whole_plan = first_ == 0 && last_ + task_.duration == problem_.problem.periods;
    const Phrase left = is_whole_plan ? Phrase() : Phrase(translatable("Plan", " that is left for it"));
    const Phrase most_of_team = most < tolerance ? Phrase(translatable("Plan", "no capacity"))
                                                 : Phrase(translatable("Plan", "at most %1"), {person_weeks(most)});
    return {translatable("Plan", "%1 has %2 in a %3%4%5, and it needs %6"),
            {team_name(team), most_of_team, period_word(kind_), left, beside, person_weeks(needed)}};
  }

  const Portfolio& portfolio_;
  const PlanningProblem& problem_;
  const planning::Plan& plan_;
  const Planned& loads_;
  std::size_t number_;
  const planning::Task& task_;
  const Item& item_;
  PeriodKind kind_;
  int first_;
  int last_;
};

/// Those among the Musts that keep a Must out which has to give way.
Phrase beside_other_musts(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t number,
                          const planning::Options& search) {
  planning::Problem obliged = problem.problem;
  std::vector<std::size_t> musts;
  for (std::size_t task = 0; task < obliged.tasks.size(); ++task)
    if (obliged.tasks[task].mandatory && !obliged.tasks[task].pinned_start) musts.push_back(task);
  if (musts.size() > most_musts) return among_many;
  obliged.tasks[number].mandatory = true;
  const auto with_some = [&](const std::vector<bool>& kept) {
    planning::Problem some = obliged;
    for (std::size_t at = 0; at < musts.size(); ++at) some.tasks[musts[at]].mandatory = kept[at];
    return some;
  };
  const planning::Conflict conflict = planning::find_conflict(musts.size(), with_some, search);
  if (!conflict.is_proven) return translatable("Plan", "no plan with it and all the other Musts was found");
  if (conflict.constraints.empty())
    return conflict_of(portfolio, problem, obliged, number, problem.problem.periods - 1, search).text();
  std::vector<Phrase> names;
  for (const std::size_t at : conflict.constraints) names.push_back(key_and_title(portfolio, problem.items[musts[at]]));
  const Phrase perhaps = conflict.is_minimal
                             ? Phrase()
                             : Phrase(translatable("Plan", " (perhaps not with fewer of them either: that was not proven)"));
  return {names.size() == 1 ? translatable("Plan", "it cannot be done together with %1, which is a Must too%2")
                            : translatable("Plan", "it cannot be done together with %1, which are Musts too%2"),
          {listed(names), perhaps}};
}

}  // namespace

std::vector<ItemLeftOut> reasons_of_left_out(const Portfolio& portfolio, const RoadmapPlan& planned,
                                             const planning::Options& search) {
  planning::Options quick = search;
  quick.rounds = 1;
  quick.known = {};
  const Planned loads(planned);
  std::vector<ItemLeftOut> reasons;
  int conflicts = 0;
  for (std::size_t task = 0; task < planned.problem.items.size(); ++task) {
    if (planned.plan.start[task] >= 0) continue;
    const ItemId item = planned.problem.items[task];
    Reason reason(portfolio, planned, loads, task);
    Phrase why = reason.by_itself();
    const auto& relaxed = planned.relaxed_musts;
    const bool gives_way = std::find(relaxed.begin(), relaxed.end(), item) != relaxed.end();
    if (why.empty() && gives_way)
      why = ++conflicts > most_conflicts ? Phrase(among_many) : beside_other_musts(portfolio, planned.problem, task, quick);
    if (why.empty()) why = reason.waiting();
    reasons.push_back({item, why.empty() ? reason.beside_the_plan() : why});
  }
  return reasons;
}

}  // namespace tradewind::workbench
