// The weeks of a plan's tasks: what must hold of every layout, and small ones that can be checked by eye.
#include "planning/random_problem.h"
#include "support/catch.h"
#include "tradewind/planning/week_layout.h"

namespace tradewind::planning {
namespace {

using Spans = std::vector<std::optional<WeekSpan>>;

/// One team with room for one person-week in each week.
Problem one_period(int weeks) {
  Problem problem;
  problem.periods = 1;
  problem.capacity = {{static_cast<double>(weeks)}};
  return problem;
}

/// Keeps the whole team busy for as long as it takes.
int add(Problem& problem, int length, double value, std::vector<int> after = {}) {
  Task task;
  task.span = length / problem.capacity[0][0];
  task.demands = {{0, static_cast<double>(length)}};
  task.value = {value};
  for (const int before : after) task.predecessors.push_back({before});
  problem.tasks.push_back(task);
  return static_cast<int>(problem.tasks.size()) - 1;
}

Spans lay_out(const Problem& problem, int weeks, const std::vector<WeekLimits>& limits = {}) {
  return lay_out_weeks(problem, std::vector<int>(problem.tasks.size(), 0), {weeks}, limits);
}

/// [team][week], person-weeks.
std::vector<std::vector<double>> loads(const Problem& problem, const std::vector<int>& start, const std::vector<int>& first_week,
                                       const Spans& spans) {
  std::vector<std::vector<double>> load(problem.capacity.size(),
                                        std::vector<double>(static_cast<std::size_t>(first_week.back())));
  for (std::size_t task = 0; task < spans.size(); ++task)
    if (spans[task])
      for (const Demand& demand : problem.tasks[task].demands) {
        const auto period = static_cast<std::size_t>(start[task] + demand.offset);
        const int first = std::max(spans[task]->first, first_week[period]);
        const int last = std::min(spans[task]->last, first_week[period + 1] - 1);
        for (int week = first; week <= last; ++week)
          load[static_cast<std::size_t>(demand.team)][static_cast<std::size_t>(week)] += demand.amount / (last - first + 1);
      }
  return load;
}

}  // namespace

TEST_CASE("Thousands of small plans: tasks stay in their period, in order, with all of their work, the same on every run") {
  RandomNumbers random(13);
  int shared = 0;
  int without_weeks = 0;
  for (int round = 0; round < 3000; ++round) {
    CAPTURE(round);
    const Problem problem = random_problem(random);
    const Plan found = plan(problem);
    if (!found.feasible()) continue;
    std::vector<int> weeks;
    std::vector<int> first_week{0};
    for (int period = 0; period < problem.periods; ++period) {
      weeks.push_back(1 + random.below(13));
      first_week.push_back(first_week.back() + weeks.back());
    }
    std::vector<WeekLimits> limits(problem.tasks.size());
    for (WeekLimits& one : limits) {
      one.earliest = random.below(3) == 0 ? random.below(first_week.back()) : 0;
      if (random.below(4) == 0) one.latest = random.below(first_week.back());
      one.is_length_open = random.below(3) == 0;
    }
    const Spans spans = lay_out_weeks(problem, found.start, weeks, limits);
    REQUIRE(spans == lay_out_weeks(problem, found.start, weeks, limits));
    double planned = 0;
    for (std::size_t task = 0; task < spans.size(); ++task) {
      CAPTURE(task);
      const int start = found.start[task];
      if (start < 0) REQUIRE_FALSE(spans[task].has_value());
      if (!spans[task]) {
        without_weeks += start < 0 ? 0 : 1;
        continue;
      }
      for (const Demand& demand : problem.tasks[task].demands) planned += demand.amount;
      const auto period = static_cast<std::size_t>(start);
      const auto after = period + static_cast<std::size_t>(problem.tasks[task].duration);
      REQUIRE(spans[task]->first <= spans[task]->last);
      REQUIRE(spans[task]->first >= first_week[period]);
      REQUIRE(spans[task]->last < first_week[after]);
      if (problem.tasks[task].duration > 1) REQUIRE(*spans[task] == WeekSpan{first_week[period], first_week[after] - 1});
      for (const Order& order : problem.tasks[task].predecessors) {
        const auto& before = spans[static_cast<std::size_t>(order.task)];
        if (!before || order.lag || problem.tasks[task].pinned_start) continue;  // a pin's predecessors are not asked
        REQUIRE(before->last < spans[task]->first);
        shared += found.start[static_cast<std::size_t>(order.task)] == start ? 1 : 0;
      }
    }
    double laid_out = 0;
    for (const auto& team : loads(problem, found.start, first_week, spans))
      for (const double load : team) laid_out += load;
    REQUIRE(laid_out == Approx(planned).margin(1e-6));
  }
  CHECK(shared > 50);
  CHECK(without_weeks > 0);  // a chain of two in a period of one week
}

TEST_CASE("Where tasks fit one behind the other, no team has more than its room in any week") {
  RandomNumbers random(4);
  for (int round = 0; round < 1000; ++round) {
    CAPTURE(round);
    const int weeks = 4 + random.below(10);
    Problem problem = one_period(weeks);
    for (int left = weeks; left > 0;) {
      const int length = std::min(left, 1 + random.below(5));
      const int task = add(problem, length, 1 + random.below(20));
      if (task > 0 && random.below(3) == 0) problem.tasks[static_cast<std::size_t>(task)].predecessors.push_back({task - 1});
      left -= length;
    }
    std::vector<WeekLimits> limits(problem.tasks.size());
    for (WeekLimits& one : limits) one.is_length_open = random.below(2) == 0;
    for (std::size_t task = 0; task < problem.tasks.size(); ++task)
      if (!problem.tasks[task].predecessors.empty()) limits[task].is_length_open = limits[task - 1].is_length_open = false;
    const Spans spans = lay_out(problem, weeks, limits);
    const auto load = loads(problem, std::vector<int>(problem.tasks.size(), 0), {0, weeks}, spans);
    for (const double of_week : load[0]) REQUIRE(of_week == Approx(1));
  }
}

TEST_CASE("What loses most by waiting comes first, and before it what it waits for") {
  Problem problem = one_period(13);
  const int slow = add(problem, 6, 6);
  const int enabler = add(problem, 2, 0);
  const int urgent = add(problem, 3, 30, {enabler});
  const Spans spans = lay_out(problem, 13);
  CHECK(spans[static_cast<std::size_t>(enabler)] == WeekSpan{0, 1});
  CHECK(spans[static_cast<std::size_t>(urgent)] == WeekSpan{2, 4});
  CHECK(spans[static_cast<std::size_t>(slow)] == WeekSpan{5, 10});
}

TEST_CASE("A deadline inside the period comes before urgency, for what it waits for too") {
  Problem problem = one_period(12);
  const int urgent = add(problem, 5, 500);
  const int enabler = add(problem, 2, 0);
  const int due = add(problem, 3, 1, {enabler});
  std::vector<WeekLimits> limits(3);
  limits[static_cast<std::size_t>(due)].latest = 5;
  const Spans spans = lay_out(problem, 12, limits);
  CHECK(spans[static_cast<std::size_t>(enabler)] == WeekSpan{0, 1});
  CHECK(spans[static_cast<std::size_t>(due)] == WeekSpan{2, 4});
  CHECK(spans[static_cast<std::size_t>(urgent)] == WeekSpan{5, 9});
}

TEST_CASE("Weeks that are over, or taken, are left alone as far as there are others") {
  Problem problem = one_period(12);
  const int there = add(problem, 4, 1);
  const int next = add(problem, 3, 1);
  const int longest = add(problem, 10, 0);
  std::vector<WeekLimits> limits(3);
  limits[static_cast<std::size_t>(there)].kept = WeekSpan{3, 6};
  limits[static_cast<std::size_t>(next)].earliest = limits[static_cast<std::size_t>(longest)].earliest = 4;
  const Spans spans = lay_out(problem, 12, limits);
  CHECK(spans[static_cast<std::size_t>(there)] == WeekSpan{3, 6});
  CHECK(spans[static_cast<std::size_t>(next)] == WeekSpan{7, 9});
  CHECK(spans[static_cast<std::size_t>(longest)] == WeekSpan{2, 11});  // it needs ten weeks: some of them are over
}

TEST_CASE("A task follows one that keeps its weeks, and precedes another") {
  Problem problem = one_period(12);
  const int first = add(problem, 4, 1);
  const int between = add(problem, 2, 1, {first});
  const int last = add(problem, 2, 1, {between});
  std::vector<WeekLimits> limits(3);
  limits[static_cast<std::size_t>(first)].kept = WeekSpan{1, 4};
  limits[static_cast<std::size_t>(last)].kept = WeekSpan{8, 9};
  for (const bool is_taken : {false, true}) {
    if (is_taken) add(problem, 2, 100);
    limits.resize(problem.tasks.size());
    if (is_taken) limits.back().kept = WeekSpan{5, 6};
    CHECK(lay_out(problem, 12, limits)[static_cast<std::size_t>(between)] == (is_taken ? WeekSpan{6, 7} : WeekSpan{5, 6}));
  }
}

TEST_CASE("Without a length a task is as short as its teams' room allows") {
  Problem problem = one_period(13);
  const int quick = add(problem, 4, 100);
  const int beside = add(problem, 3, 1);
  const int too_much = add(problem, 9, 0);
  std::vector<WeekLimits> limits(3);
  for (WeekLimits& one : limits) one.is_length_open = true;
  const Spans spans = lay_out(problem, 13, limits);
  CHECK(spans[static_cast<std::size_t>(quick)] == WeekSpan{0, 3});
  CHECK(spans[static_cast<std::size_t>(beside)] == WeekSpan{4, 6});
  CHECK(spans[static_cast<std::size_t>(too_much)] == WeekSpan{0, 12});  // it fits nowhere: all of the time that there is
}

TEST_CASE("Whole weeks that are too coarse shorten a chain before they break its order") {
  Problem problem = one_period(13);
  const int first = add(problem, 1, 1);
  problem.tasks[0].span = 0.4 / 13;
  const int second = add(problem, 1, 1, {first});
  problem.tasks[1].span = 0.4 / 13;
  const int third = add(problem, 12, 1, {second});
  problem.tasks[2].span = 12.2 / 13;
  REQUIRE(violations(problem, {0, 0, 0}) == std::vector<std::string>{"team 0 is over its capacity in period 0"});
  const Spans spans = lay_out(problem, 13);
  CHECK(spans[static_cast<std::size_t>(first)] == WeekSpan{0, 0});
  CHECK(spans[static_cast<std::size_t>(second)] == WeekSpan{1, 1});
  CHECK(spans[static_cast<std::size_t>(third)] == WeekSpan{2, 12});
  CHECK(lay_out(problem, 3) == Spans{WeekSpan{0, 0}, WeekSpan{1, 1}, WeekSpan{2, 2}});
  CHECK(lay_out(problem, 2)[2] == std::nullopt);
}

}  // namespace tradewind::planning
