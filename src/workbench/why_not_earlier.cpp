#include "tradewind/workbench/why_not_earlier.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "tradewind/domain/period.h"
#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

constexpr double enough = 1e-6;  // person-weeks

std::string weeks(double value) {
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  std::string shown = text.data();
  if (shown.size() > 2 && shown.compare(shown.size() - 2, 2, ".0") == 0) shown.resize(shown.size() - 2);
  return shown + (shown == "1" ? " person-week" : " person-weeks");
}

class Question {
 public:
  Question(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t task)
      : portfolio_(portfolio),
        problem_(problem),
        number_(task),
        task_(problem.problem.tasks[task]),
        item_(*portfolio.find(problem.items[task])) {}

  WhyNotEarlier answer(const planning::Options& search) {
    const int start = *task_.current_start;
    if (start == 0) {
      answer_.sentence = name() + " starts in " + period_name(0) + ", the first period of the plan.";
      return std::move(answer_);
    }
    target_ = start - 1;
    answer_.before = problem_.periods[static_cast<std::size_t>(target_)];
    find_reasons();
    if (!reasons_.empty())
      answer_.sentence =
          name() + " cannot start in " + period_name(target_) + ": " + joined(reasons_, "; ") + "." + prices(search);
    else
      tell_gain();
    return std::move(answer_);
  }

 private:
  const std::string& name() const { return short_title_of(item_); }
  std::string period_name(int period) const {
    return display_name(*portfolio_.find(problem_.periods[static_cast<std::size_t>(period)]));
  }
  const std::string& team_name(TeamId team) const { return portfolio_.find(team)->name; }

  void find_reasons() {
    if (task_.pinned_start) {
      answer_.stays = true;
      reasons_.push_back(item_.pinned                     ? "it is pinned"
                         : item_.stage == Stage::building ? "work on it has begun"
                         : is_held()                      ? "nobody has said what moving it is worth"
                                                          : "it began before today");
    }
    if (item_.earliest_start && task_.earliest_start > target_)
      reasons_.push_back("it may not start before " + to_display(*item_.earliest_start));
    find_predecessors();
    find_missing();
    for (const MissingCapacity& missing : answer_.missing)
      reasons_.push_back(team_name(missing.team) + " lacks " + weeks(missing.person_weeks) + " in " +
                         display_name(*portfolio_.find(missing.period)));
  }

  bool is_held() const {
    return std::any_of(problem_.held.begin(), problem_.held.end(),
                       [&](const ItemLeftOut& held) { return held.item == item_.id; });
  }

  void find_predecessors() {
    for (const planning::Order& order : task_.predecessors) {
      const planning::Task& before = problem_.problem.tasks[static_cast<std::size_t>(order.task)];
      const ItemId id = problem_.items[static_cast<std::size_t>(order.task)];
      const std::string& title = short_title_of(*portfolio_.find(id));
      if (!before.current_start) {
        answer_.waits_for.push_back(id);
        reasons_.push_back("it waits for " + title + ", which is not planned");
      } else if (*before.current_start + order.lag.value_or(shares_period(before) ? 0 : before.duration) > target_) {
        answer_.waits_for.push_back(id);
        reasons_.push_back("it waits for " + title + ", which ends in " +
                           period_name(*before.current_start + before.duration - 1));
      }
    }
  }

  /// Both fit into one period, one behind the other.
  bool shares_period(const planning::Task& before) const {
    return before.duration == 1 && task_.duration == 1 && before.span + task_.span <= 1 + 1e-9;
  }

  /// Beside everything else where it is now.
  void find_missing() {
    for (const planning::Demand& demand : task_.demands) {
      const int period = target_ + demand.offset;
      double free = problem_.capacity(static_cast<std::size_t>(demand.team), static_cast<std::size_t>(period));
      for (std::size_t other = 0; other < problem_.items.size(); ++other) {
        const planning::Task& task = problem_.problem.tasks[other];
        if (other == number_ || !task.current_start) continue;
        for (const planning::Demand& theirs : task.demands)
          if (theirs.team == demand.team && *task.current_start + theirs.offset == period) free -= theirs.amount;
      }
      if (demand.amount - free > enough)
        answer_.missing.push_back({problem_.teams[static_cast<std::size_t>(demand.team)],
                                   problem_.periods[static_cast<std::size_t>(period)], demand.amount - free});
    }
  }

  /// What a person-week more would bring where capacity binds: from the relaxation, which needs no search.
  std::string prices(const planning::Options& search) const {
    if (answer_.missing.empty()) return "";
    planning::Options quick = search;
    quick.rounds = 0;
    const planning::Plan plan = planning::plan(problem_.problem, quick);
    std::string text;
    for (const MissingCapacity& missing : answer_.missing) {
      const auto team = static_cast<std::size_t>(std::find(problem_.teams.begin(), problem_.teams.end(), missing.team) -
                                                 problem_.teams.begin());
      const auto period = static_cast<std::size_t>(std::find(problem_.periods.begin(), problem_.periods.end(), missing.period) -
                                                   problem_.periods.begin());
      if (team >= plan.price.size() || period >= plan.price[team].size() || plan.price[team][period] <= 0) continue;
      text += " A person-week more of " + team_name(missing.team) + " in " + display_name(*portfolio_.find(missing.period)) +
              " would bring up to " + display_cost(plan.price[team][period], problem_.basis, portfolio_) + ".";
    }
    return text;
  }

  void tell_gain() {
    answer_.possible = true;
    const auto value_when = [&](int start) { return task_.value[static_cast<std::size_t>(start + task_.duration - 1)]; };
    const double gain = value_when(target_) - value_when(target_ + 1);
    answer_.sentence = "Nothing hinders " + name() + " from starting in " + period_name(target_) + ".";
    answer_.sentence += gain > 0 ? " That would bring " + display_cost(gain, problem_.basis, portfolio_) + "."
                                 : std::string(" It would be worth no more than where it is.");
  }

  const Portfolio& portfolio_;
  const PlanningProblem& problem_;
  std::size_t number_;
  const planning::Task& task_;
  const Item& item_;
  int target_ = 0;
  std::vector<std::string> reasons_;
  WhyNotEarlier answer_;
};

}  // namespace

Result<WhyNotEarlier> why_not_earlier(const Portfolio& portfolio, ItemId item, const PlanningOptions& options,
                                      const planning::Options& search) {
  const Item* asked = portfolio.find(item);
  const std::string what = "cannot say why " + (asked == nullptr ? std::string("it") : asked->key) + " does not start earlier";
  if (asked == nullptr) return failure(ErrorCode::not_found, what, "there is no such item", "choose a bar of the roadmap");
  const auto problem = planning_problem(portfolio, options);
  if (!problem) return tl::unexpected(problem.error());
  const int task = problem->task_of(item);
  if (task < 0) {
    for (const ItemLeftOut& left_out : problem->left_out)
      if (left_out.item == item)
        return failure(ErrorCode::bad_input, what, left_out.why, "give it what it lacks; nothing is guessed");
    return failure(ErrorCode::bad_input, what, "it is not open, or its roadmap leaves it out",
                   "choose an item that is still to be done");
  }
  const auto number = static_cast<std::size_t>(task);
  if (!problem->problem.tasks[number].current_start)
    return failure(ErrorCode::bad_input, what, "it is not on the roadmap", "place it in a period first");
  return Question(portfolio, *problem, number).answer(search);
}

}  // namespace tradewind::workbench
