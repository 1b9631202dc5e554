#include "workbench/left_out_reasons.h"

#include <algorithm>

#include "tradewind/planning/conflict.h"
#include "tradewind/planning/verify.h"
#include "workbench/planning_words.h"
#include "workbench/request_conflict.h"
#include "workbench/trade_off_sentence.h"

namespace tradewind::workbench {
namespace {

constexpr double tolerance = 1e-6;
/// So many Musts that give way are told beside which others, where there are no more of these; it takes many small plans.
constexpr int most_conflicts = 4;
constexpr std::size_t most_musts = 60;

constexpr const char* among_many = "not all Musts fit, and it is among those that give way";

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
  std::string by_itself() const {
    const std::string why = outside_window();
    return why.empty() ? too_large() : why;
  }

  /// What it waits for, as that is planned; narrows the window to what this leaves.
  std::string waiting() {
    for (const planning::Order& order : task_.predecessors) {
      const auto before = static_cast<std::size_t>(order.task);
      const std::string name = key_and_title(portfolio_, problem_.items[before]);
      const int start = plan_.start[before];
      if (start < 0) return "it waits for " + name + ", which is left out";
      first_ = std::max(first_, start + planning::lag(problem_.problem, order, task_));
      if (first_ <= last_) continue;
      const std::string end = period_text(portfolio_, problem_, start + problem_.problem.tasks[before].duration - 1);
      return "it waits for " + name + ", which ends in " + end + ", and then it cannot be finished " +
             (task_.latest_finish ? due() : "within the plan");
    }
    return {};
  }

  std::string beside_the_plan() const {
    const auto is_worth_something = [&](int start) { return value_at(start) > 0; };
    if (!any_start(is_worth_something)) return "it would be worth nothing by then";
    if (any_start([&](int start) { return is_worth_something(start) && lacking(start, loads_.all).empty(); }))
      return problem_.problem.bands.empty() ? "no better plan with it was found"
                                            : "with it too much of the work would lie outside the policy's shares";
    std::vector<std::string> full;
    for (std::size_t team = 0; team < problem_.teams.size(); ++team)
      if (!any_start([&](int start) { return !contains(lacking(start, loads_.all), team); }))
        full.push_back(portfolio_.find(problem_.teams[team])->name);
    const std::string rival =
        plan_.gap() == 0 ? ", and what is planned there is worth more" : ", and no better plan with it was found";
    if (full.empty()) return "its teams have no room in the same " + period_word(kind_, false) + rival;
    return listed(full) + (full.size() == 1 ? " has" : " have") + " no room for it" + rival;
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

  std::string outside_window() const {
    const int periods = problem_.problem.periods;
    if (item_.deadline && *item_.deadline < problem_.today) return "its deadline, " + to_display(*item_.deadline) + ", is over";
    if (item_.lapse_date && *item_.lapse_date <= problem_.today) return "it lapsed on " + to_display(*item_.lapse_date);
    if (task_.duration > periods)
      return why_so_long(portfolio_, problem_, number_) + "; the plan has " + counted_periods(periods, kind_);
    if (first_ + task_.duration > periods && item_.earliest_start)
      return "it may not start before " + to_display(*item_.earliest_start) +
             (task_.duration > 1 ? " and takes " + counted_periods(task_.duration, kind_) : "") + "; the plan ends with " +
             period_text(portfolio_, problem_, periods - 1);
    if (first_ <= last_) return {};
    const bool is_late_start = last_ >= 0 && item_.earliest_start;
    return (is_late_start ? "it may not start before " + to_display(*item_.earliest_start) + ", and then " : std::string()) +
           "it cannot be finished " + due();
  }

  bool lapses_first() const { return item_.lapse_date && (!item_.deadline || *item_.lapse_date <= *item_.deadline); }
  std::string due() const {
    return lapses_first() ? "before it lapses on " + to_display(*item_.lapse_date)
                          : "by its deadline, " + to_display(*item_.deadline);
  }

  std::string too_large() const {
    if (any_start([&](int start) { return lacking(start, loads_.staying).empty(); })) return {};
    const std::string beside = loads_.has_staying ? " beside what is under way or stays" : "";
    for (std::size_t team = 0; team < problem_.teams.size(); ++team)
      if (!any_start([&](int start) { return !contains(lacking(start, loads_.staying), team); }))
        return too_large_for(team, beside);
    return "in no " + period_word(kind_, false) + " have all its teams enough capacity for it" + beside;
  }

  std::string too_large_for(std::size_t team, const std::string& beside) const {
    double needed = 0;
    double most = 0;
    for (const planning::Demand& demand : task_.demands)
      if (static_cast<std::size_t>(demand.team) == team) needed = std::max(needed, demand.amount);
    for (int at = first_; at < last_ + task_.duration; ++at) {
      const auto period = static_cast<std::size_t>(at);
      most = std::max(most, problem_.problem.capacity[team][period] - loads_.staying[team][period]);
    }
    const bool is_whole_plan = first_ == 0 && last_ + task_.duration == problem_.problem.periods;
    return portfolio_.find(problem_.teams[team])->name + " has " +
           (most < tolerance ? std::string("no capacity") : "at most " + person_weeks(most)) + " in a " +
           period_word(kind_, false) + (is_whole_plan ? "" : " that is left for it") + beside + ", and it needs " +
           person_weeks(needed);
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
std::string beside_other_musts(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t number,
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
  if (!conflict.is_proven) return "no plan with it and all the other Musts was found";
  if (conflict.constraints.empty())
    return conflict_of(portfolio, problem, obliged, number, problem.problem.periods - 1, search).text();
  std::vector<std::string> names;
  for (const std::size_t at : conflict.constraints) names.push_back(key_and_title(portfolio, problem.items[musts[at]]));
  return "it cannot be done together with " + listed(names) +
         (names.size() == 1 ? ", which is a Must too" : ", which are Musts too") +
         (conflict.is_minimal ? "" : " (perhaps not with fewer of them either: that was not proven)");
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
    std::string why = reason.by_itself();
    const auto& relaxed = planned.relaxed_musts;
    const bool gives_way = std::find(relaxed.begin(), relaxed.end(), item) != relaxed.end();
    if (why.empty() && gives_way)
      why = ++conflicts > most_conflicts ? among_many : beside_other_musts(portfolio, planned.problem, task, quick);
    if (why.empty()) why = reason.waiting();
    reasons.push_back({item, why.empty() ? reason.beside_the_plan() : why});
  }
  return reasons;
}

}  // namespace tradewind::workbench
