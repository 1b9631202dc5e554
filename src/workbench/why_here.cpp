#include "tradewind/workbench/why_here.h"

#include "tradewind/domain/period.h"
#include "workbench/planning_words.h"
#include "workbench/text.h"
#include "workbench/trade_off_sentence.h"

namespace tradewind::workbench {
namespace {

class Place {
 public:
  Place(const Portfolio& portfolio, const PlanningProblem& problem, std::size_t task, WhyNotEarlier earlier)
      : portfolio_(portfolio),
        problem_(problem),
        number_(task),
        task_(problem.problem.tasks[task]),
        start_(*task_.current_start),
        kind_(kind_of_periods(portfolio, problem)) {
    answer_.period = problem.periods[static_cast<std::size_t>(start_)];
    answer_.value = value_at(start_);
    answer_.earlier = std::move(earlier);
  }

  WhyHere answer(const planning::Options& search) {
    answer_.sentence = before() + later();
    find_work(search);
    answer_.sentence += price_of_place();
    return std::move(answer_);
  }

 private:
  double value_at(int start) const { return task_.value[static_cast<std::size_t>(start + task_.duration - 1)]; }
  std::string period(int number) const { return period_text(portfolio_, problem_, number); }
  std::string cost(double value) const { return display_cost(value, problem_.basis, portfolio_); }
  const Item& item(std::size_t number) const { return *portfolio_.find(problem_.items[number]); }

  std::string before() const {
    const std::string begin = short_title_of(item(number_)) + " stands in " + period(start_) + ": ";
    if (!answer_.earlier.reasons.empty()) return begin + joined(answer_.earlier.reasons, "; ") + ".";
    return begin + "nothing of the plan keeps it from coming earlier, it was put there.";
  }

  /// What stands against a period later.
  std::string later() {
    const std::string when = " A " + period_word(kind_, false) + " later";
    if (task_.pinned_start) return {};
    std::string text;
    if (start_ + task_.duration >= problem_.problem.periods) {
      text = when + " it would end after the plan.";
    } else {
      const double lost = answer_.value - value_at(start_ + 1);
      answer_.lost_later = lost;
      text = when + (lost > 0 ? " it would lose " + cost(lost) + "." : " it would lose nothing.");
    }
    const int finish = start_ + task_.duration - 1;
    if (task_.latest_finish && *task_.latest_finish <= finish)
      text += item(number_).deadline ? " Its deadline is " + to_display(*item(number_).deadline) + "."
                                     : " It lapses on " + to_display(*item(number_).lapse_date) + ".";
    return text + waiting();
  }

  std::string waiting() {
    std::vector<std::string> names;
    for (std::size_t after = 0; after < problem_.items.size(); ++after) {
      const planning::Task& then = problem_.problem.tasks[after];
      for (const planning::Order& order : then.predecessors) {
        const bool is_pushed = then.current_start && static_cast<std::size_t>(order.task) == number_ &&
                               start_ + 1 + planning::lag(problem_.problem, order, then) > *then.current_start;
        if (!is_pushed) continue;
        answer_.waiting.push_back(problem_.items[after]);
        names.push_back(short_title_of(item(after)));
      }
    }
    if (names.empty()) return {};
    return " " + listed(names) + (names.size() == 1 ? " waits for it." : " wait for it.");
  }

  void find_work(const planning::Options& search) {
    planning::Options quick = search;
    quick.rounds = 0;
    const planning::Plan plan = planning::plan(problem_.problem, quick);
    for (const planning::Demand& demand : task_.demands) {
      const auto team = static_cast<std::size_t>(demand.team);
      const auto when = static_cast<std::size_t>(start_ + demand.offset);
      answer_.work.push_back(
          {problem_.teams[team], problem_.periods[when], demand.amount, plan.price.empty() ? 0 : plan.price[team][when]});
    }
  }

  std::string price_of_place() const {
    std::string text;
    for (const PricedWork& work : answer_.work)
      if (work.price > 0)
        text += " A person-week of " + portfolio_.find(work.team)->name + " in " + display_name(*portfolio_.find(work.period)) +
                " is worth up to " + cost(work.price) + ", and it takes " + short_number(work.person_weeks) + ".";
    if (text.empty())
      return answer_.work.empty() ? "" : " Its teams have capacity to spare there: its place costs nobody else anything.";
    return text + " Its place is worth up to " + cost(answer_.worth_to_others()) + " to other items, and it brings " +
           cost(answer_.value) + " there.";
  }

  const Portfolio& portfolio_;
  const PlanningProblem& problem_;
  std::size_t number_;
  const planning::Task& task_;
  int start_;
  PeriodKind kind_;
  WhyHere answer_;
};

}  // namespace

double WhyHere::worth_to_others() const {
  double worth = 0;
  for (const PricedWork& one : work) worth += one.person_weeks * one.price;
  return worth;
}

Result<WhyHere> why_here(const Portfolio& portfolio, ItemId item, const PlanningOptions& options,
                         const planning::Options& search) {
  auto earlier = why_not_earlier(portfolio, item, options, search);
  if (!earlier) {
    Error error = earlier.error();
    const Item* asked = portfolio.find(item);
    error.what = "cannot say why " + (asked == nullptr ? std::string("it") : asked->key) + " stands where it does";
    return tl::unexpected(std::move(error));
  }
  const auto problem = planning_problem(portfolio, options);
  if (!problem) return tl::unexpected(problem.error());
  return Place(portfolio, *problem, static_cast<std::size_t>(problem->task_of(item)), std::move(*earlier)).answer(search);
}

}  // namespace tradewind::workbench
