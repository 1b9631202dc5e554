#include "workbench/request_conflict.h"

#include <algorithm>
#include <map>
#include <set>

#include "workbench/planning_words.h"

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

  std::vector<Phrase> words(const std::vector<std::size_t>& conflict) const {
    std::vector<Phrase> parts;
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
  Phrase stays(std::size_t number) const {
    const Phrase why = why_it_stays(portfolio_, problem_, number);
    return why.empty() ? Phrase(translatable("Plan", "it must not move")) : why;
  }
  Phrase period(int number) const { return period_text(portfolio_, problem_, number); }
  Phrase end_of(std::size_t number, int start) const {
    return period(std::min(problem_.problem.periods, start + task(number).duration) - 1);
  }
  const Item& item(std::size_t number) const { return *portfolio_.find(problem_.items[number]); }

  bool has_only_capacity(const std::vector<std::size_t>& conflict) const {
    return std::all_of(conflict.begin(), conflict.end(), [&](std::size_t at) { return all_[at].kind == Kind::capacity; });
  }

  /// Longer than the time that there is, whatever else holds.
  void add_length(std::vector<Phrase>& parts) const {
    if (task(request_).duration <= by_ + 1) return;
    parts.emplace_back(by_ == 0 ? translatable("Plan", "%1, and there is %2") : translatable("Plan", "%1, and there are %2"),
                       std::vector<Phrase>{why_so_long(portfolio_, problem_, request_), literal(std::to_string(by_ + 1))});
  }

  Phrase of_itself(const Constraint& one) const {
    const planning::Task& known = task(one.task);
    const Phrase takes = known.duration > 1 ? Phrase(translatable("Plan", " and takes %1"),
                                                     {counted_periods(known.duration, kind_of_periods(portfolio_, problem_))})
                                            : Phrase();
    switch (one.kind) {
      case Kind::stays:
        return {translatable("Plan", "%1, and ends in %2"), {stays(one.task), end_of(one.task, *known.pinned_start)}};
      case Kind::due:
        if (item(one.task).lapse_date)
          return {translatable("Plan", "it lapses on %1"), {literal(to_display(*item(one.task).lapse_date))}};
        return {translatable("Plan", "its deadline is %1"), {literal(to_display(*item(one.task).deadline))}};
      case Kind::earliest:
        return {translatable("Plan", "it may not start before %1%2"), {earliest(one.task), takes}};
      default:
        return {translatable("Plan", "it does not start before %1, where it is planned%2"),
                {period(known.earliest_start), takes}};
    }
  }

  Phrase earliest(std::size_t number) const { return literal(to_display(*item(number).earliest_start)); }

  /// With what holds of the task that is waited for.
  Phrase of_order(const Constraint& one, const std::vector<std::size_t>& conflict) const {
    const auto before = static_cast<std::size_t>(task(one.task).predecessors[one.other].task);
    const Phrase name = key_and_title(portfolio_, problem_.items[before]);
    const Phrase waits = one.task == request_ ? Phrase(translatable("Plan", "it waits for %1"), {name})
                                              : Phrase(translatable("Plan", "%1 waits for %2"), {title(one.task), name});
    const planning::Task& known = task(before);
    for (const std::size_t at : conflict) {
      if (all_[at].task != before) continue;
      if (all_[at].kind == Kind::stays)
        return {translatable("Plan", "%1, which ends in %2 (%3)"), {waits, end_of(before, *known.pinned_start), stays(before)}};
      if (all_[at].kind == Kind::place)
        return {translatable("Plan", "%1, which ends in %2 as it is planned"), {waits, end_of(before, known.earliest_start)}};
      if (all_[at].kind == Kind::earliest)
        return {translatable("Plan", "%1, which may not start before %2"), {waits, earliest(before)}};
    }
    const int apart = planning::lag(obliged_, task(one.task).predecessors[one.other], task(one.task));
    if (apart <= 0) return waits;
    return {translatable("Plan", "%1, which takes %2 before it"),
            {waits, counted_periods(apart, kind_of_periods(portfolio_, problem_))}};
  }

  double asked(std::size_t number, std::size_t team) const {
    double most = 0;
    for (const planning::Demand& demand : task(number).demands)
      if (static_cast<std::size_t>(demand.team) == team) most = std::max(most, demand.amount);
    return most;
  }

  /// Team by team: what is needed, what there is, and what stays there.
  void add_capacity(const std::vector<std::size_t>& conflict, std::vector<Phrase>& parts) const {
    std::map<std::size_t, std::vector<std::size_t>> periods;
    for (const std::size_t at : conflict)
      if (all_[at].kind == Kind::capacity) periods[all_[at].task].push_back(all_[at].other);
    for (auto& [team, numbers] : periods) {
      std::sort(numbers.begin(), numbers.end());
      parts.push_back(capacity_of(team, numbers));
      for (const std::size_t at : conflict)
        if (all_[at].kind == Kind::stays && all_[at].task != request_ && asked(all_[at].task, team) > 0)
          parts.emplace_back(translatable("Plan", "%1 takes %2 of it in %3 and stays: %4"),
                             std::vector<Phrase>{key_and_title(portfolio_, problem_.items[all_[at].task]),
                                                 person_weeks(asked(all_[at].task, team)),
                                                 period(*task(all_[at].task).pinned_start), stays(all_[at].task)});
    }
  }

  Phrase capacity_of(std::size_t team, const std::vector<std::size_t>& periods) const {
    const Phrase name = literal(portfolio_.find(problem_.teams[team])->name);
    std::vector<Phrase> needs;
    for (const std::size_t number : waiting_)
      if (!task(number).pinned_start && asked(number, team) > 0) needs.push_back(need_of(number, asked(number, team)));
    std::vector<Phrase> there;
    for (const std::size_t number : periods)
      there.emplace_back(translatable("Plan", "%1 in %2"),
                         std::vector<Phrase>{person_weeks(problem_.capacity(team, number)), period(static_cast<int>(number))});
    if (needs.empty()) return {translatable("Plan", "%1 has %2"), {name, listed(there)}};
    return {translatable("Plan", "%1 of %2, which has %3"), {listed(needs), name, listed(there)}};
  }

  Phrase need_of(std::size_t number, double amount) const {
    if (number == request_) return {translatable("Plan", "it needs %1"), {person_weeks(amount)}};
    return {translatable("Plan", "%1 needs %2"), {title(number), person_weeks(amount)}};
  }

  Phrase title(std::size_t number) const { return literal(short_title_of(item(number))); }

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

Phrase RequestConflict::text() const {
  if (verdict != planning::Verdict::ruled_out)
    return translatable("Plan", "no plan with it was found, and it is not proven that there is none");
  const Phrase all = joined(parts, translatable("Plan", "%1; %2"));
  if (is_minimal) return all;
  return {translatable("Plan", "%1 (not all of this may be needed: that was not proven)"), {all}};
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
