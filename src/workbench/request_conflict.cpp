#include "workbench/request_conflict.h"

#include <algorithm>
#include <map>
#include <set>

#include "workbench/planning_words.h"
#include "workbench/text.h"
#include "workbench/trade_off_sentence.h"

namespace tradewind::workbench {
namespace {

enum class Kind : unsigned char { capacity, stays, place, earliest, order, due };

struct Constraint {
  Kind kind;
  std::size_t task = 0;   // of capacity: the team
  std::size_t other = 0;  // of capacity: the period; of an order: its number among the task's
};

/// The request, what it waits for, what stays on the teams that these need, and the capacity of these teams.
class Constraints {
 public:
  Constraints(const Portfolio& portfolio, const PlanningProblem& problem, const planning::Problem& obliged, std::size_t request,
              int by)
      : portfolio_(portfolio), problem_(problem), obliged_(obliged), request_(request), by_(by) {
    add_waiting(request);
    for (const std::size_t task : waiting_)
      for (const planning::Demand& demand : obliged.tasks[task].demands) teams_.insert(static_cast<std::size_t>(demand.team));
    list();
  }

  std::size_t size() const { return all_.size(); }

  /// Where only the constraints marked true hold.
  planning::Problem problem_of(const std::vector<bool>& holds) const {
    planning::Problem changed = obliged_;
    for (planning::Task& task : changed.tasks) task.mandatory = false;
    changed.tasks[request_].mandatory = true;
    for (std::size_t at = 0; at < all_.size(); ++at)
      if (!holds[at]) lift(all_[at], changed);
    // Else a pin is not asked when it is due.
    planning::Task& request = changed.tasks[request_];
    if (request.pinned_start) request.earliest_start = *request.pinned_start;
    request.pinned_start = std::nullopt;
    request.latest_finish = std::min(by_, request.latest_finish.value_or(by_));
    for (std::size_t task = 0; task < changed.tasks.size(); ++task) drop_lifted_orders(changed.tasks[task], task, holds);
    return changed;
  }

  std::vector<std::string> words(const std::vector<std::size_t>& conflict) const {
    std::vector<std::string> parts;
    if (has_only_capacity(conflict) || conflict.empty()) add_length(parts);
    for (const Kind kind : {Kind::stays, Kind::earliest, Kind::place, Kind::due})
      for (const std::size_t at : conflict)
        if (all_[at].kind == kind && all_[at].task == request_) parts.push_back(of_itself(all_[at]));
    for (const std::size_t at : conflict)
      if (all_[at].kind == Kind::order) parts.push_back(of_order(all_[at], conflict));
    add_capacity(conflict, parts);
    return parts;
  }

 private:
  const planning::Task& task(std::size_t number) const { return obliged_.tasks[number]; }

  void add_waiting(std::size_t number) {
    if (std::find(waiting_.begin(), waiting_.end(), number) != waiting_.end()) return;
    waiting_.push_back(number);
    for (const planning::Order& order : task(number).predecessors) add_waiting(static_cast<std::size_t>(order.task));
  }
  bool is_waited_for(std::size_t number) const {
    return number != request_ && std::find(waiting_.begin(), waiting_.end(), number) != waiting_.end();
  }

  /// What is said last is left out first.
  void list() {
    for (const std::size_t team : teams_)
      for (std::size_t period = problem_.periods.size(); period-- > 0;) all_.push_back({Kind::capacity, team, period});
    for (std::size_t number = 0; number < obliged_.tasks.size(); ++number)
      if (task(number).pinned_start && number != request_ && !is_waited_for(number) && is_on_teams(number))
        all_.push_back({Kind::stays, number});
    for (std::size_t at = waiting_.size(); at-- > 0;) list_of(waiting_[at]);
  }

  void list_of(std::size_t number) {
    const planning::Task& one = task(number);
    for (std::size_t order = one.predecessors.size(); order-- > 0;) all_.push_back({Kind::order, number, order});
    if (one.latest_finish) all_.push_back({Kind::due, number});
    if (one.pinned_start)
      all_.push_back({Kind::stays, number});
    else if (one.earliest_start > 0)
      all_.push_back({is_held_back_by_date(number) ? Kind::earliest : Kind::place, number});
  }

  /// Else by the place that it has: nothing is pulled forward for a request.
  bool is_held_back_by_date(std::size_t number) const {
    const PeriodId before = problem_.periods[static_cast<std::size_t>(task(number).earliest_start) - 1];
    return item(number).earliest_start && *item(number).earliest_start > portfolio_.find(before)->start;
  }

  bool is_on_teams(std::size_t number) const {
    const auto& demands = task(number).demands;
    return std::any_of(demands.begin(), demands.end(),
                       [&](const planning::Demand& demand) { return teams_.count(static_cast<std::size_t>(demand.team)) > 0; });
  }

  void lift(const Constraint& one, planning::Problem& changed) const {
    switch (one.kind) {
      case Kind::capacity: {
        double all = 1;
        for (const planning::Task& each : changed.tasks)
          for (const planning::Demand& demand : each.demands) all += demand.amount;
        changed.capacity[one.task][one.other] = all;
        break;
      }
      case Kind::stays:
        changed.tasks[one.task].pinned_start = std::nullopt;
        changed.tasks[one.task].earliest_start = 0;
        break;
      case Kind::place:
      case Kind::earliest:
        changed.tasks[one.task].earliest_start = 0;
        break;
      case Kind::due:
        changed.tasks[one.task].latest_finish = std::nullopt;
        break;
      case Kind::order:
        break;  // together, because their numbers change
    }
  }

  void drop_lifted_orders(planning::Task& changed, std::size_t number, const std::vector<bool>& holds) const {
    std::vector<planning::Order> kept;
    for (std::size_t order = 0; order < changed.predecessors.size(); ++order) {
      const auto is_lifted = [&](std::size_t at) {
        return !holds[at] && all_[at].kind == Kind::order && all_[at].task == number && all_[at].other == order;
      };
      bool lifted = false;
      for (std::size_t at = 0; at < all_.size() && !lifted; ++at) lifted = is_lifted(at);
      if (!lifted) kept.push_back(changed.predecessors[order]);
    }
    changed.predecessors = std::move(kept);
  }

  /// Asked to stay, where nothing of its own keeps it there.
  std::string stays(std::size_t number) const {
    const std::string why = why_it_stays(portfolio_, problem_, number);
    return why.empty() ? "it must not move" : why;
  }
  std::string period(int number) const { return period_text(portfolio_, problem_, number); }
  std::string end_of(std::size_t number, int start) const {
    return period(std::min(problem_.problem.periods, start + task(number).duration) - 1);
  }
  const Item& item(std::size_t number) const { return *portfolio_.find(problem_.items[number]); }

  bool has_only_capacity(const std::vector<std::size_t>& conflict) const {
    return std::all_of(conflict.begin(), conflict.end(), [&](std::size_t at) { return all_[at].kind == Kind::capacity; });
  }

  /// Longer than the time that there is, whatever else holds.
  void add_length(std::vector<std::string>& parts) const {
    if (task(request_).duration <= by_ + 1) return;
    parts.push_back(why_so_long(portfolio_, problem_, request_) + ", and there " +
                    (by_ == 0 ? "is 1" : "are " + std::to_string(by_ + 1)));
  }

  std::string of_itself(const Constraint& one) const {
    const planning::Task& known = task(one.task);
    const std::string takes =
        known.duration > 1 ? " and takes " + counted_periods(known.duration, kind_of_periods(portfolio_, problem_)) : "";
    switch (one.kind) {
      case Kind::stays:
        return stays(one.task) + ", and ends in " + end_of(one.task, *known.pinned_start);
      case Kind::due:
        return item(one.task).lapse_date ? "it lapses on " + to_display(*item(one.task).lapse_date)
                                         : "its deadline is " + to_display(*item(one.task).deadline);
      case Kind::earliest:
        return "it may not start before " + to_display(*item(one.task).earliest_start) + takes;
      default:
        return "it does not start before " + period(known.earliest_start) + ", where it is planned" + takes;
    }
  }

  /// With what holds of the task that is waited for.
  std::string of_order(const Constraint& one, const std::vector<std::size_t>& conflict) const {
    const auto before = static_cast<std::size_t>(task(one.task).predecessors[one.other].task);
    const std::string text = (one.task == request_ ? "it waits for " : short_title_of(item(one.task)) + " waits for ") +
                             key_and_title(portfolio_, problem_.items[before]);
    const planning::Task& known = task(before);
    for (const std::size_t at : conflict) {
      if (all_[at].task != before) continue;
      if (all_[at].kind == Kind::stays)
        return text + ", which ends in " + end_of(before, *known.pinned_start) + " (" + stays(before) + ")";
      if (all_[at].kind == Kind::place)
        return text + ", which ends in " + end_of(before, known.earliest_start) + " as it is planned";
      if (all_[at].kind == Kind::earliest)
        return text + ", which may not start before " + to_display(*item(before).earliest_start);
    }
    const int apart = planning::lag(obliged_, task(one.task).predecessors[one.other], task(one.task));
    return text +
           (apart > 0 ? ", which takes " + counted_periods(apart, kind_of_periods(portfolio_, problem_)) + " before it" : "");
  }

  double asked(std::size_t number, std::size_t team) const {
    double most = 0;
    for (const planning::Demand& demand : task(number).demands)
      if (static_cast<std::size_t>(demand.team) == team) most = std::max(most, demand.amount);
    return most;
  }

  /// Team by team: what is needed, what there is, and what stays there.
  void add_capacity(const std::vector<std::size_t>& conflict, std::vector<std::string>& parts) const {
    std::map<std::size_t, std::vector<std::size_t>> periods;
    for (const std::size_t at : conflict)
      if (all_[at].kind == Kind::capacity) periods[all_[at].task].push_back(all_[at].other);
    for (auto& [team, numbers] : periods) {
      std::sort(numbers.begin(), numbers.end());
      const std::string& name = portfolio_.find(problem_.teams[team])->name;
      std::vector<std::string> needs;
      for (const std::size_t number : waiting_)
        if (!task(number).pinned_start && asked(number, team) > 0)
          needs.push_back((number == request_ ? "it" : short_title_of(item(number))) + " needs " +
                          person_weeks(asked(number, team)));
      std::vector<std::string> there;
      for (const std::size_t number : numbers)
        there.push_back(person_weeks(problem_.capacity(team, number)) + " in " + period(static_cast<int>(number)));
      parts.push_back(listed(needs) + (needs.empty() ? "" : " of ") + name + (needs.empty() ? "" : ", which") + " has " +
                      listed(there));
      for (const std::size_t at : conflict)
        if (all_[at].kind == Kind::stays && all_[at].task != request_ && asked(all_[at].task, team) > 0)
          parts.push_back(key_and_title(portfolio_, problem_.items[all_[at].task]) + " takes " +
                          person_weeks(asked(all_[at].task, team)) + " of it in " + period(*task(all_[at].task).pinned_start) +
                          " and stays: " + stays(all_[at].task));
    }
  }

  const Portfolio& portfolio_;
  const PlanningProblem& problem_;
  const planning::Problem& obliged_;
  std::size_t request_;
  int by_;
  std::vector<std::size_t> waiting_;  // the request first
  std::set<std::size_t> teams_;
  std::vector<Constraint> all_;
};

}  // namespace

std::string RequestConflict::text() const {
  if (verdict != planning::Verdict::ruled_out) return "no plan with it was found, and it is not proven that there is none";
  return joined(parts, "; ") + (is_minimal ? "" : " (not all of this may be needed: that was not proven)");
}

RequestConflict conflict_of(const Portfolio& portfolio, const PlanningProblem& problem, const planning::Problem& obliged,
                            std::size_t request, int by, const planning::Options& search) {
  const Constraints constraints(portfolio, problem, obliged, request, by);
  const auto problem_of = [&](const std::vector<bool>& holds) { return constraints.problem_of(holds); };
  RequestConflict found;
  const auto all = planning::find_feasible(problem_of(std::vector<bool>(constraints.size(), true)), search);
  found.verdict = all.verdict;
  found.start = all.start;
  if (found.verdict != planning::Verdict::ruled_out) return found;
  const planning::Conflict conflict = planning::find_conflict(constraints.size(), problem_of, search);
  found.parts = constraints.words(conflict.constraints);
  found.is_minimal = conflict.is_minimal;
  return found;
}

}  // namespace tradewind::workbench
