#include "tradewind/workbench/why_here.h"

#include "tradewind/domain/period.h"
#include "workbench/planning_words.h"

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
    const Phrase place = together({before(), later()});
    find_work(search);
    answer_.sentence = together({place, price_of_place()});
    return std::move(answer_);
  }

 private:
  double value_at(int start) const { return task_.value[static_cast<std::size_t>(start + task_.duration - 1)]; }
  Phrase period(int number) const { return period_text(portfolio_, problem_, number); }
  Phrase cost(double value) const { return cost_phrase(value, problem_.basis, portfolio_); }
  Phrase title(std::size_t number) const { return literal(short_title_of(item(number))); }
  const Item& item(std::size_t number) const { return *portfolio_.find(problem_.items[number]); }

  Phrase before() const {
    if (answer_.earlier.reasons.empty())
      return {translatable("WhyHere", "%1 stands in %2: nothing of the plan keeps it from coming earlier, it was put there."),
              {title(number_), period(start_)}};
    return {translatable("WhyHere", "%1 stands in %2: %3."),
            {title(number_), period(start_), joined(answer_.earlier.reasons, translatable("WhyHere", "%1; %2"))}};
  }

  /// What stands against a period later.
  Phrase later() {
    if (task_.pinned_start) return {};
    return together({lost(), last_day_of_it(), waiting()});
  }

  Phrase lost() {
    if (start_ + task_.duration >= problem_.problem.periods)
      return {translatable("WhyHere", " A %1 later it would end after the plan."), {period_word(kind_)}};
    const double lost = answer_.value - value_at(start_ + 1);
    answer_.lost_later = lost;
    if (lost <= 0) return {translatable("WhyHere", " A %1 later it would lose nothing."), {period_word(kind_)}};
    return {translatable("WhyHere", " A %1 later it would lose %2."), {period_word(kind_), cost(lost)}};
  }

  Phrase last_day_of_it() const {
    if (!task_.latest_finish || *task_.latest_finish > start_ + task_.duration - 1) return {};
    if (item(number_).deadline)
      return {translatable("WhyHere", " Its deadline is %1."), {literal(to_display(*item(number_).deadline))}};
    return {translatable("WhyHere", " It lapses on %1."), {literal(to_display(*item(number_).lapse_date))}};
  }

  Phrase waiting() {
    std::vector<Phrase> names;
    for (std::size_t after = 0; after < problem_.items.size(); ++after) {
      const planning::Task& then = problem_.problem.tasks[after];
      for (const planning::Order& order : then.predecessors) {
        const bool is_pushed = then.current_start && static_cast<std::size_t>(order.task) == number_ &&
                               start_ + 1 + planning::lag(problem_.problem, order, then) > *then.current_start;
        if (!is_pushed) continue;
        answer_.waiting.push_back(problem_.items[after]);
        names.push_back(title(after));
      }
    }
    if (names.empty()) return {};
    return {names.size() == 1 ? translatable("WhyHere", " %1 waits for it.") : translatable("WhyHere", " %1 wait for it."),
            {listed(names)}};
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

  Phrase price_of_place() const {
    if (answer_.work.empty()) return {};
    std::vector<Phrase> prices;
    for (const PricedWork& work : answer_.work)
      if (work.price > 0)
        prices.emplace_back(
            translatable("WhyHere", " A person-week of %1 in %2 is worth up to %3, and it takes %4."),
            std::vector<Phrase>{literal(portfolio_.find(work.team)->name), literal(display_name(*portfolio_.find(work.period))),
                                cost(work.price), literal(short_number(work.person_weeks))});
    if (prices.empty())
      return translatable("WhyHere", " Its teams have capacity to spare there: its place costs nobody else anything.");
    prices.emplace_back(translatable("WhyHere", " Its place is worth up to %1 to other items, and it brings %2 there."),
                        std::vector<Phrase>{cost(answer_.worth_to_others()), cost(answer_.value)});
    return together(prices);
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
    const std::string name = asked == nullptr ? "it" : asked->key;
    error.what = "cannot say why " + name + " stands where it does";  // an error
    return tl::unexpected(std::move(error));
  }
  const auto problem = planning_problem(portfolio, options);
  if (!problem) return tl::unexpected(problem.error());
  return Place(portfolio, *problem, static_cast<std::size_t>(problem->task_of(item)), std::move(*earlier)).answer(search);
}

}  // namespace tradewind::workbench
