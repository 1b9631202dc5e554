#include "tradewind/workbench/why_not_earlier.h"

#include <algorithm>

#include "tradewind/domain/period.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/planning/verify.h"
#include "workbench/planning_words.h"

namespace tradewind::workbench {
namespace {

constexpr double enough = 1e-6;  // person-weeks

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
    if (start == 0) return in_first_period();
    target_ = start - 1;
    answer_.before = problem_.periods[static_cast<std::size_t>(target_)];
    find_reasons();
    if (!answer_.reasons.empty())
      answer_.sentence = together(
          {{translatable("WhyHere", "%1 cannot start in %2: %3."), {name(), period_name(target_), all_of(answer_.reasons)}},
           prices(search)});
    else
      tell_gain();
    return std::move(answer_);
  }

 private:
  Phrase name() const { return literal(short_title_of(item_)); }
  Phrase period_name(int period) const { return period_text(portfolio_, problem_, period); }
  Phrase period_name(PeriodId period) const { return literal(display_name(*portfolio_.find(period))); }
  Phrase team_name(TeamId team) const { return literal(portfolio_.find(team)->name); }
  static Phrase day(Date date) { return literal(to_display(date)); }
  static Phrase all_of(const std::vector<Phrase>& reasons) { return joined(reasons, translatable("WhyHere", "%1; %2")); }
  void add_reason(Text text, std::vector<Phrase> values = {}) { answer_.reasons.emplace_back(text, std::move(values)); }

  void find_reasons() {
    find_what_holds_it();
    if (item_.earliest_start && task_.earliest_start > target_)
      add_reason(translatable("WhyHere", "it may not start before %1"), {day(*item_.earliest_start)});
    find_predecessors();
    find_missing();
    for (const MissingCapacity& missing : answer_.missing)
      add_reason(translatable("WhyHere", "%1 lacks %2 in %3"),
                 {team_name(missing.team), person_weeks(missing.person_weeks), period_name(missing.period)});
  }

  void find_what_holds_it() {
    if (!task_.pinned_start) return;
    answer_.stays = true;
    answer_.reasons.push_back(why_it_stays(portfolio_, problem_, number_));
  }

  /// No period comes before; within it days count, which the plan does not choose for what has days of its own.
  WhyNotEarlier in_first_period() {
    const Period& first = *portfolio_.find(problem_.periods.front());
    find_what_holds_it();
    if (answer_.reasons.empty())
      add_reason(first.start <= problem_.today
                     ? translatable("WhyHere", "that %1 has begun, and the plan starts with it")
                     : translatable("WhyHere", "the plan starts with that %1, because those before it are over"),
                 {period_word(first.kind)});
    answer_.sentence = {translatable("WhyHere", "%1 starts in %2, the first period of the plan: %3."),
                        {name(), period_name(0), answer_.reasons.front()}};
    const auto own = span_of_item(item_.id);
    const Date possible = std::max(first.start, problem_.today);
    if (own && own->start > possible && !answer_.stays) tell_within(possible, own->start);
    return std::move(answer_);
  }

  /// Why it does not begin with the period, or today, but on a later day of it.
  void tell_within(Date possible, Date begin) {
    const std::size_t known = answer_.reasons.size();
    if (item_.earliest_start && *item_.earliest_start > possible)
      add_reason(translatable("WhyHere", "it may not start before %1"), {day(*item_.earliest_start)});
    for (const planning::Order& order : task_.predecessors) {
      const ItemId id = problem_.items[static_cast<std::size_t>(order.task)];
      const auto before = span_of_item(id);
      if (!before || before->finish <= possible) continue;
      answer_.waits_for.push_back(id);
      add_reason(translatable("WhyHere", "it waits for %1, which ends on %2"),
                 {literal(short_title_of(*portfolio_.find(id))), day(last_day(*before))});
    }
    const std::vector<Phrase> here{answer_.reasons.begin() + static_cast<std::ptrdiff_t>(known), answer_.reasons.end()};
    const Phrase within =
        here.empty()
            ? Phrase(translatable("WhyHere", " Within it, it starts on %1: nothing of the plan keeps it from starting on %2."),
                     {day(begin), day(possible)})
            : Phrase(translatable("WhyHere", " Within it, it starts on %1: %2."), {day(begin), all_of(here)});
    answer_.sentence = together({answer_.sentence, within});
  }

  std::optional<Span> span_of_item(ItemId item) const {
    for (const ScheduledItem& placed : schedule_of(portfolio_, problem_.roadmap))
      if (placed.item == item) return placed.span;
    return std::nullopt;
  }

  void find_predecessors() {
    for (const planning::Order& order : task_.predecessors) {
      const planning::Task& before = problem_.problem.tasks[static_cast<std::size_t>(order.task)];
      const ItemId id = problem_.items[static_cast<std::size_t>(order.task)];
      const Phrase title = literal(short_title_of(*portfolio_.find(id)));
      if (!before.current_start) {
        answer_.waits_for.push_back(id);
        add_reason(translatable("WhyHere", "it waits for %1, which is not planned"), {title});
      } else if (*before.current_start + planning::lag(problem_.problem, order, task_) > target_) {
        answer_.waits_for.push_back(id);
        add_reason(translatable("WhyHere", "it waits for %1, which ends in %2"),
                   {title, period_name(*before.current_start + before.duration - 1)});
      }
    }
  }

  /// Beside everything else where it is now.
  void find_missing() {
    std::vector<int> others;
    for (const planning::Task& task : problem_.problem.tasks) others.push_back(task.current_start.value_or(planning::left_out));
    others[number_] = planning::left_out;
    for (const planning::Demand& demand : task_.demands) {
      const auto team = static_cast<std::size_t>(demand.team);
      const auto period = static_cast<std::size_t>(target_ + demand.offset);
      const double load = planning::load_of(problem_.problem, others, team, static_cast<int>(period));
      const double lacking = demand.amount + load - problem_.capacity(team, period);
      if (lacking > enough) answer_.missing.push_back({problem_.teams[team], problem_.periods[period], lacking});
    }
  }

  /// What a person-week more would bring where capacity binds: from the relaxation, which needs no search.
  Phrase prices(const planning::Options& search) const {
    if (answer_.missing.empty()) return {};
    planning::Options quick = search;
    quick.rounds = 0;
    const planning::Plan plan = planning::plan(problem_.problem, quick);
    std::vector<Phrase> prices;
    for (const MissingCapacity& missing : answer_.missing) {
      const auto team = static_cast<std::size_t>(std::find(problem_.teams.begin(), problem_.teams.end(), missing.team) -
                                                 problem_.teams.begin());
      const auto period = static_cast<std::size_t>(std::find(problem_.periods.begin(), problem_.periods.end(), missing.period) -
                                                   problem_.periods.begin());
      if (team >= plan.price.size() || period >= plan.price[team].size() || plan.price[team][period] <= 0) continue;
      prices.emplace_back(translatable("WhyHere", " A person-week more of %1 in %2 would bring up to %3."),
                          std::vector<Phrase>{team_name(missing.team), period_name(missing.period),
                                              cost_phrase(plan.price[team][period], problem_.basis, portfolio_)});
    }
    return together(prices);
  }

  void tell_gain() {
    answer_.possible = true;
    const auto value_when = [&](int start) { return task_.value[static_cast<std::size_t>(start + task_.duration - 1)]; };
    const double gain = value_when(target_) - value_when(target_ + 1);
    const Phrase worth =
        gain > 0 ? Phrase(translatable("WhyHere", " That would bring %1."), {cost_phrase(gain, problem_.basis, portfolio_)})
                 : Phrase(translatable("WhyHere", " It would be worth no more than where it is."));
    answer_.sentence =
        together({{translatable("WhyHere", "Nothing hinders %1 from starting in %2."), {name(), period_name(target_)}}, worth});
  }

  const Portfolio& portfolio_;
  const PlanningProblem& problem_;
  std::size_t number_;
  const planning::Task& task_;
  const Item& item_;
  int target_ = 0;
  WhyNotEarlier answer_;
};

}  // namespace

Result<WhyNotEarlier> why_not_earlier(const Portfolio& portfolio, ItemId item, const PlanningOptions& options,
                                      const planning::Options& search) {
  const Item* asked = portfolio.find(item);
  const std::string name = asked == nullptr ? "it" : asked->key;
  const std::string what = "cannot say why " + name + " does not start earlier";  // an error
  if (asked == nullptr) return failure(ErrorCode::not_found, what, "there is no such item", "choose a bar of the roadmap");
  const auto problem = planning_problem(portfolio, options);
  if (!problem) return tl::unexpected(problem.error());
  const int task = problem->task_of(item);
  if (task < 0) {
    for (const ItemLeftOut& left_out : problem->left_out)
      if (left_out.item == item)
        return failure(ErrorCode::bad_input, what, in_words(left_out.why), "give it what it lacks; nothing is guessed");
    return failure(ErrorCode::bad_input, what, "it is not open, or its roadmap leaves it out",
                   "choose an item that is still to be done");
  }
  const auto number = static_cast<std::size_t>(task);
  if (!problem->problem.tasks[number].current_start)
    return failure(ErrorCode::bad_input, what, "it is not on the roadmap", "place it in a period first");
  return Question(portfolio, *problem, number).answer(search);
}

}  // namespace tradewind::workbench
