#include "tradewind/planning/week_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "planning/options_of_tasks.h"

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-9;
constexpr int never = std::numeric_limits<int>::max();

std::size_t at(int index) { return static_cast<std::size_t>(index); }

class WeekLayout {
 public:
  WeekLayout(const Problem& problem, const std::vector<int>& start, const std::vector<int>& weeks,
             const std::vector<WeekLimits>& limits)
      : problem_(problem),
        start_(start),
        limits_(limits),
        first_week_{0},
        shared_(problem.tasks.size()),
        spans_(problem.tasks.size()) {
    limits_.resize(problem.tasks.size());
    for (const int count : weeks) first_week_.push_back(first_week_.back() + count);
    for (const auto& capacity : problem.capacity) {
      auto& room = room_.emplace_back();
      for (std::size_t period = 0; period < weeks.size(); ++period)
        room.insert(room.end(), at(weeks[period]), capacity[period] / weeks[period]);
    }
  }

  std::vector<std::optional<WeekSpan>> run() {
    for (int task = 0; task < count(); ++task)
      if (start_[at(task)] >= 0 && !is_free(task)) give(task, weeks_of_settled(task));
    const std::vector<int> order = predecessors_first(problem_);
    for (const int task : order)
      if (is_free(task)) shared_[at(task)].length = length_of(task);
    std::for_each(order.rbegin(), order.rend(), [this](int task) { tell_predecessors(task); });
    for (const int task : by_urgency()) settle(task);
    return std::move(spans_);
  }

 private:
  /// How a task stands among those that it shares its period with.
  struct Shared {
    int length = 1;       // weeks
    int due = never;      // the last week in which it should end
    int weeks_after = 0;  // of the longest chain that waits for it
    int steps_after = 0;
    bool is_settled = false;
  };

  int count() const { return static_cast<int>(problem_.tasks.size()); }
  const Task& task_of(int task) const { return problem_.tasks[at(task)]; }
  int first_week(int task) const { return first_week_[at(start_[at(task)])]; }
  int last_week(int task) const { return first_week_[at(start_[at(task)] + task_of(task).duration)] - 1; }

  /// To be laid out within its period.
  bool is_free(int task) const { return start_[at(task)] >= 0 && task_of(task).duration == 1 && !limits_[at(task)].kept; }
  WeekSpan weeks_of_settled(int task) const {
    return limits_[at(task)].kept.value_or(WeekSpan{first_week(task), last_week(task)});
  }
  /// As in the plan: what is pinned does not ask its predecessors, and a lag says all that there is to say.
  bool follows_within_period(int task, const Order& order) const {
    return is_free(task) && !task_of(task).pinned_start && !order.lag && is_free(order.task) &&
           start_[at(order.task)] == start_[at(task)];
  }

  int length_of(int task) const {
    const int weeks = last_week(task) - first_week(task) + 1;
    if (limits_[at(task)].is_length_open) return 1;
    return std::clamp(static_cast<int>(std::lround(task_of(task).span * weeks)), 1, weeks);
  }

  /// REQUIRES: those that wait for the task have told it already.
  void tell_predecessors(int task) {
    if (start_[at(task)] < 0) return;
    const Shared& own = shared_[at(task)];
    if (const auto& latest = limits_[at(task)].latest) shared_[at(task)].due = std::min(own.due, *latest);
    if (task_of(task).pinned_start) return;
    for (const Order& order : task_of(task).predecessors) {
      Shared& before = shared_[at(order.task)];
      if (follows_within_period(task, order)) {
        before.weeks_after = std::max(before.weeks_after, own.weeks_after + own.length);
        before.steps_after = std::max(before.steps_after, own.steps_after + 1);
        if (own.due != never) before.due = std::min(before.due, own.due - own.length);
      } else if (spans_[at(task)]) {
        before.due = std::min(before.due, spans_[at(task)]->first - 1);
      }
    }
  }

  /// What a period of waiting costs for each person-week.
  double urgency(int task) const {
    const std::vector<double>& value = task_of(task).value;
    const std::size_t period = at(start_[at(task)]);
    double work = 0;
    for (const Demand& demand : task_of(task).demands) work += demand.amount;
    return (value[period] - (period + 1 < value.size() ? value[period + 1] : 0)) / std::max(tolerance, work);
  }

  std::vector<int> by_urgency() const {
    std::vector<std::tuple<int, double, int>> rated;
    for (int task = 0; task < count(); ++task) {
      if (!is_free(task)) continue;
      const int due = shared_[at(task)].due;
      rated.emplace_back(due < last_week(task) ? due : never, -urgency(task), task);
    }
    std::sort(rated.begin(), rated.end());
    std::vector<int> order;
    order.reserve(rated.size());
    for (const auto& one : rated) order.push_back(std::get<2>(one));
    return order;
  }

  void settle(int task) {
    Shared& own = shared_[at(task)];
    if (own.is_settled) return;
    own.is_settled = true;
    int from = first_week(task);
    bool is_possible = true;
    if (!task_of(task).pinned_start)
      for (const Order& order : task_of(task).predecessors) {
        const bool is_shared = follows_within_period(task, order);
        if (is_shared) settle(order.task);
        const auto& before = spans_[at(order.task)];
        is_possible = is_possible && (!is_shared || before);
        if (before && (is_shared || !is_free(order.task))) from = std::max(from, before->last + 1);
      }
    const int until = last_week(task) - own.weeks_after;
    if (!is_possible || from > last_week(task) - own.steps_after)
      take(task, {first_week(task), last_week(task)});
    else if (from + own.length - 1 > until)  // rounded to whole weeks, the chain is too long
      give(task, {from, std::max(from, until)});
    else
      give(task, weeks_with_room(task, from, until));
  }

  /// REQUIRES: its length fits between the two.
  WeekSpan weeks_with_room(int task, int from, int until) const {
    const Shared& own = shared_[at(task)];
    const int latest = std::min(until, std::max(own.due, from + own.length - 1));
    const int earliest = std::clamp(limits_[at(task)].earliest, from, latest - own.length + 1);
    return limits_[at(task)].is_length_open ? shortest_weeks(task, earliest, latest)
                                            : least_crowded_weeks(task, earliest, latest, own.length);
  }

  WeekSpan least_crowded_weeks(int task, int earliest, int latest, int length) const {
    WeekSpan best{earliest, earliest + length - 1};
    double least = std::numeric_limits<double>::infinity();
    for (int first = earliest; first + length - 1 <= latest && least > tolerance; ++first) {
      const WeekSpan span{first, first + length - 1};
      const double excess = excess_of(task, span);
      if (excess >= least - tolerance) continue;
      best = span;
      least = excess;
    }
    return best;
  }

  /// Person-weeks beyond the room that there is.
  double excess_of(int task, WeekSpan span) const {
    double excess = 0;
    for (const Demand& demand : task_of(task).demands) {
      const double each = demand.amount / (span.last - span.first + 1);
      for (int week = span.first; week <= span.last; ++week)
        excess += std::max(0.0, each - std::max(0.0, room_[at(demand.team)][at(week)]));
    }
    return excess;
  }

  /// Those that end first; all of them where it never fits.
  WeekSpan shortest_weeks(int task, int earliest, int latest) const {
    const std::vector<Demand>& demands = task_of(task).demands;
    for (int last = earliest; last <= latest; ++last) {
      std::vector<double> least(demands.size(), std::numeric_limits<double>::infinity());
      for (int first = last; first >= earliest; --first) {
        bool fits = true;
        for (std::size_t demand = 0; demand < demands.size(); ++demand) {
          least[demand] = std::min(least[demand], room_[at(demands[demand].team)][at(first)]);
          fits = fits && demands[demand].amount / (last - first + 1) <= least[demand] + tolerance;
        }
        if (fits) return {first, last};
      }
    }
    return {earliest, latest};
  }

  void give(int task, WeekSpan span) {
    spans_[at(task)] = span;
    take(task, span);
  }

  /// The work of each period is spread evenly over the weeks in it.
  void take(int task, WeekSpan span) {
    for (const Demand& demand : task_of(task).demands) {
      const std::size_t period = at(start_[at(task)] + demand.offset);
      int first = std::max(span.first, first_week_[period]);
      int last = std::min(span.last, first_week_[period + 1] - 1);
      if (first > last) std::tie(first, last) = std::pair(first_week_[period], first_week_[period + 1] - 1);
      for (int week = first; week <= last; ++week) room_[at(demand.team)][at(week)] -= demand.amount / (last - first + 1);
    }
  }

  const Problem& problem_;
  const std::vector<int>& start_;
  std::vector<WeekLimits> limits_;
  std::vector<int> first_week_;            // of each period, and of the time after the last one
  std::vector<std::vector<double>> room_;  // [team][week], person-weeks
  std::vector<Shared> shared_;
  std::vector<std::optional<WeekSpan>> spans_;
};

}  // namespace

std::vector<std::optional<WeekSpan>> lay_out_weeks(const Problem& problem, const std::vector<int>& start,
                                                   const std::vector<int>& weeks, const std::vector<WeekLimits>& limits) {
  return WeekLayout(problem, start, weeks, limits).run();
}

}  // namespace tradewind::planning
