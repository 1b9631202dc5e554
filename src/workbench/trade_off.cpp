#include "tradewind/workbench/trade_off.h"

#include <algorithm>
#include <cmath>

#include "tradewind/allocation/allocation.h"
#include "tradewind/allocation/outcome_progress.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/planning/verify.h"
#include "tradewind/workbench/plan_roadmap.h"
#include "workbench/asked_period.h"
#include "workbench/contradictions.h"
#include "workbench/request_conflict.h"
#include "workbench/trade_off_sentence.h"

namespace tradewind::workbench {
namespace {

std::string attempt(const Portfolio& portfolio, ItemId request) {
  const Item* item = portfolio.find(request);
  return item == nullptr ? "cannot price the request" : "cannot price " + item->key;
}

double value_at(const planning::Task& task, int start) {
  return start < 0 ? 0 : task.value[static_cast<std::size_t>(start + task.duration - 1)];
}

Date finish_of(const std::vector<Placement>& placements, ItemId item, const Portfolio& portfolio) {
  Date finish{};
  for (const Placement& placement : placements)
    if (placement.item == item)
      if (const auto span = span_of(placement, portfolio)) finish = std::max(finish, span->finish);
  return finish;
}

class Pricing {
 public:
  Pricing(const Portfolio& portfolio, const TradeOffOptions& options) : portfolio_(portfolio), options_(options) {}

  Result<TradeOff> run() {
    if (portfolio_.find(options_.request) == nullptr)
      return failure(ErrorCode::not_found, what_, "there is no such item", "choose an item of the backlog");
    what_ = attempt(portfolio_, options_.request);
    PlanningOptions planning = options_.planning;
    planning.keep_roadmap = true;
    planning.also = options_.request;
    auto problem = planning_problem(portfolio_, planning);
    if (!problem) return tl::unexpected(problem.error());
    answer_.problem = std::move(*problem);
    answer_.request = options_.request;
    answer_.basis = answer_.problem.basis;
    const int request = answer_.problem.task_of(options_.request);
    const Item& item = *portfolio_.find(options_.request);
    if (request < 0 && is_open(item)) return refused_request();
    const auto asked = asked_period(portfolio_, answer_.problem, options_.by, what_);
    if (!asked) return tl::unexpected(asked.error());
    answer_.asked_for = asked->place;
    answer_.asked_name = asked->name;
    answer_.by = answer_.problem.periods[static_cast<std::size_t>(asked->number)];
    answer_.confidence = item.confidence;
    pin_what_is_kept();
    answer_.contradictions = contradictions_of(portfolio_, answer_.problem);
    plan_without();
    if (!is_open(item)) {
      answer_closed_item(item);
    } else if (asked->place == AskedFor::past) {
      is_planned_later(static_cast<std::size_t>(request), 0);
      rule_out({translatable("Plan", "%1 is over"), {literal(answer_.asked_name)}});
    } else if (auto priced = price(planning, static_cast<std::size_t>(request), asked->number); !priced) {
      return tl::unexpected(priced.error());
    }
    answer_.phrases = sentences_of(answer_, portfolio_);
    answer_.sentence = in_words(answer_.phrases);
    answer_.parts = explained_parts(answer_, portfolio_);
    return std::move(answer_);
  }

 private:
  Result<void> price(PlanningOptions planning, std::size_t request, int by) {
    const bool is_free = is_planned_later(request, by);
    if (is_free) {
      planning.also_is_free = true;
      auto free = planning_problem(portfolio_, planning);
      if (!free) return tl::unexpected(free.error());
      answer_.problem = std::move(*free);
      pin_what_is_kept();
    }
    plan_with(request, by, is_free);
    if (answer_.with.feasible()) tell_what_moves();
    find_missing_capacity(request, by);
    return {};
  }

  /// What is done costs nothing any more; what was dropped is not planned by anybody.
  void answer_closed_item(const Item& item) {
    answer_.is_closed = true;
    if (item.stage == Stage::dropped)
      return rule_out(translatable("Plan", "it was dropped, and nobody plans it unless it gets another stage"));
    answer_.with = answer_.without;
    if (answer_.with.feasible()) tell_what_moves();
  }

  void rule_out(Phrase why) {
    answer_.impossible = why;
    answer_.is_ruled_out = true;
    answer_.conflict = {std::move(why)};
    answer_.is_conflict_minimal = true;
  }

  Result<TradeOff> refused_request() const {
    for (const ItemLeftOut& left_out : answer_.problem.left_out)
      if (left_out.item == options_.request)
        return failure(ErrorCode::bad_input, what_, in_words(left_out.why), "give it what it lacks; nothing is guessed");
    return failure(ErrorCode::bad_input, what_, "it is not planned here", "choose an item that is still to be done");
  }

  void pin_what_is_kept() {
    for (const ItemId kept : options_.keep) {
      const int number = answer_.problem.task_of(kept);
      if (number < 0 || kept == options_.request) continue;
      auto& task = answer_.problem.problem.tasks[static_cast<std::size_t>(number)];
      task.pinned_start = task.current_start;
    }
  }

  /// What was answered for an earlier period, where it is about the same tasks.
  const TradeOff* earlier() const {
    const TradeOff* answer = options_.earlier;
    return answer != nullptr && answer->problem.items == answer_.problem.items ? answer : nullptr;
  }

  void plan_without() {
    answer_.without = earlier() != nullptr ? earlier()->without : planning::plan(answer_.problem.problem, options_.search);
    if (answer_.without.feasible()) answer_.placements_before = placements_of(portfolio_, answer_.problem, answer_.without.start);
  }

  /// A plan with the request that is better than the one without it holds without it too.
  void improve_without() {
    const double bound = answer_.without.bound;
    planning::Options search = options_.search;
    search.known = answer_.with.start;
    answer_.without = planning::plan(answer_.problem.problem, search);
    answer_.without.bound = std::min(bound, answer_.without.bound);
    answer_.placements_before = placements_of(portfolio_, answer_.problem, answer_.without.start);
  }

  bool is_planned_later(std::size_t request, int by) {
    const planning::Task& task = answer_.problem.problem.tasks[request];
    if (!task.current_start) return false;
    const int finish = *task.current_start + task.duration - 1;
    answer_.planned = answer_.problem.periods[static_cast<std::size_t>(finish)];
    return finish > by;
  }

  void plan_with(std::size_t request, int by, bool is_free) {
    planning::Problem obliged = answer_.problem.problem;
    obliged.tasks[request].mandatory = true;
    obliged.tasks[request].latest_finish = std::min(by, obliged.tasks[request].latest_finish.value_or(by));
    planning::Options search = options_.search;
    search.known = earlier() != nullptr && earlier()->with.feasible() ? earlier()->with.start : answer_.without.start;
    // A pin is not asked when it is due.
    const planning::Task& task = obliged.tasks[request];
    if (!task.pinned_start || *task.pinned_start + task.duration - 1 <= by) answer_.with = planning::plan(obliged, search);
    if (!answer_.with.feasible() && !look_again(obliged, request, by)) return;
    // Free to come earlier it is worth more than where it is planned: that is no plan without the obligation.
    if (!is_free && answer_.with.value > answer_.without.value) improve_without();
    answer_.cost = std::max(0.0, answer_.without.value - answer_.with.value);  // below 0 only by rounding
    answer_.least_cost = std::max(0.0, answer_.without.value - answer_.with.bound);
    answer_.most_cost = std::max(answer_.cost, answer_.without.bound - answer_.with.value);
    answer_.gap = std::max(answer_.without.gap(), answer_.with.gap());
    if (answer_.gap == 0) answer_.least_cost = answer_.most_cost = answer_.cost;
  }

  /// Whether there is a plan after all; else why not.
  bool look_again(const planning::Problem& obliged, std::size_t request, int by) {
    const RequestConflict conflict = conflict_of(portfolio_, answer_.problem, obliged, request, by, options_.search);
    if (conflict.verdict == planning::Verdict::holds) {
      planning::Options search = options_.search;
      search.known = conflict.start;
      answer_.with = planning::plan(obliged, search);
      if (answer_.with.feasible()) return true;
    }
    answer_.impossible = conflict.text();
    answer_.is_ruled_out = conflict.verdict == planning::Verdict::ruled_out;
    answer_.conflict = conflict.parts;
    answer_.is_conflict_minimal = conflict.is_minimal;
    return false;
  }

  void tell_what_moves() {
    const auto& problem = answer_.problem;
    const auto& before = answer_.placements_before;
    answer_.placements = placements_of(portfolio_, problem, answer_.with.start);
    double weight = 0;
    double confident = 0;
    for (std::size_t task = 0; task < problem.items.size(); ++task) {
      const int from = answer_.without.start[task];
      const int to = answer_.with.start[task];
      if (problem.items[task] == options_.request || from < 0) continue;
      if (from == to) {
        ++answer_.untouched;
        continue;
      }
      const planning::Task& moved = problem.problem.tasks[task];
      const double cost = value_at(moved, from) - value_at(moved, to);
      const PeriodId was = problem.periods[static_cast<std::size_t>(from)];
      if (to < 0)
        answer_.drops.push_back({problem.items[task], was, cost});
      else
        answer_.slips.push_back({problem.items[task], was, problem.periods[static_cast<std::size_t>(to)], to - from, cost,
                                 finish_of(before, problem.items[task], portfolio_),
                                 finish_of(answer_.placements, problem.items[task], portfolio_), std::nullopt});
      const OptionalNumber confidence = portfolio_.find(problem.items[task])->confidence;
      const double effort = portfolio_.likely_effort(problem.items[task]).value_or(0);
      if (confidence.has_value()) {
        weight += effort;
        confident += effort * confidence.value();
      }
    }
    if (weight > 0) answer_.displaced_confidence = confident / weight;
    find_missed_deadlines();
    std::stable_sort(answer_.slips.begin(), answer_.slips.end(), [](const Slip& a, const Slip& b) { return a.cost > b.cost; });
    std::stable_sort(answer_.drops.begin(), answer_.drops.end(), [](const Drop& a, const Drop& b) { return a.cost > b.cost; });
    compare(with_placements(portfolio_, problem.roadmap, before),
            with_placements(portfolio_, problem.roadmap, answer_.placements));
  }

  /// As the weeks of its new period are laid out. What may end after its deadline already is no news.
  void find_missed_deadlines() {
    const auto has_deadline = [&](const Slip& slip) { return portfolio_.find(slip.item)->deadline.has_value(); };
    if (std::none_of(answer_.slips.begin(), answer_.slips.end(), has_deadline)) return;
    const auto after = with_weeks(portfolio_, answer_.problem, answer_.with.start, answer_.placements);
    for (Slip& slip : answer_.slips) {
      const auto& deadline = portfolio_.find(slip.item)->deadline;
      if (deadline && kept_before(slip, *deadline) && last_working_day(finish_of(after, slip.item, portfolio_)) > *deadline)
        slip.missed_deadline = deadline;
    }
  }

  bool kept_before(const Slip& slip, Date deadline) const {
    if (last_working_day(slip.finish_before) <= deadline) return true;
    // Without days of its own it is somewhere in its period.
    for (const Placement& placement : answer_.placements_before)
      if (placement.item == slip.item && (placement.start || portfolio_.find(placement.period)->start > deadline)) return false;
    return true;
  }

  void compare(const Portfolio& before, const Portfolio& after) {
    const auto& periods = answer_.problem.periods;
    const auto by = static_cast<std::size_t>(std::find(periods.begin(), periods.end(), answer_.by) - periods.begin());
    const Date on = portfolio_.find(periods[std::min(by + 1, periods.size() - 1)])->end;
    const auto progress_before = allocation::progress_of_outcomes(before, answer_.problem.roadmap);
    const auto progress_after = allocation::progress_of_outcomes(after, answer_.problem.roadmap);
    for (std::size_t at = 0; at < progress_before.size(); ++at)
      answer_.outcomes.push_back({progress_before[at].outcome, on, allocation::expected_on(progress_before[at], on),
                                  allocation::expected_on(progress_after[at], on)});
    allocation::Query query;
    query.period = *portfolio_.find(answer_.by);
    query.roadmap = answer_.problem.roadmap;
    const auto shares_before = allocation::allocation_of(before, query);
    const auto shares_after = allocation::allocation_of(after, query);
    for (std::size_t at = 0; at < shares_before.whole.classes.size() && at < shares_after.whole.classes.size(); ++at) {
      const auto& part = shares_before.whole.classes[at];
      answer_.allocation.push_back(
          {part.key, part.name, part.target, part.planned, shares_after.whole.classes[at].planned, part.tolerance});
    }
  }

  /// With this much more in the request's own periods nothing would have to move; as late as possible.
  void find_missing_capacity(std::size_t request, int by) {
    if (!answer_.without.feasible()) return;
    const PlanningProblem& problem = answer_.problem;
    planning::Problem obliged = problem.problem;
    std::vector<int> start = answer_.without.start;
    for (int first = by - obliged.tasks[request].duration + 1; first >= 0; --first) {
      start[request] = first;
      std::vector<MissingCapacity> missing;
      for (std::size_t team = 0; team < problem.teams.size(); ++team)
        for (std::size_t period = 0; period < problem.periods.size(); ++period) {
          const double load = planning::load_of(problem.problem, start, team, static_cast<int>(period));
          obliged.capacity[team][period] = std::max(problem.problem.capacity[team][period], load);
          if (load > problem.problem.capacity[team][period] + 1e-6)
            missing.push_back({problem.teams[team], problem.periods[period], load - problem.capacity(team, period)});
        }
      if (!planning::violations(obliged, start).empty()) continue;
      answer_.missing = std::move(missing);
      return;
    }
  }

  const Portfolio& portfolio_;
  const TradeOffOptions& options_;
  std::string what_ = "cannot price the request";
  TradeOff answer_;
};

}  // namespace

Result<TradeOff> trade_off(const Portfolio& portfolio, const TradeOffOptions& options) {
  return Pricing(portfolio, options).run();
}

}  // namespace tradewind::workbench
