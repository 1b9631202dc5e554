// Plans against trying everything, and what must hold of every plan.
#include <ctime>

#include "bench/planning_problems.h"
#include "planning/random_problem.h"
#include "support/catch.h"
#include "tradewind/planning/conflict.h"

namespace tradewind::planning {
namespace {

/// METHODS: capacity 10 a quarter, A4 B3 C3 D5; each quarter later costs B 60, C 30, D 45; A cannot wait.
Problem four_items() {
  Problem problem;
  problem.periods = 4;
  problem.capacity = {{10, 10, 10, 10}};
  const auto add = [&](double effort, double cost_of_a_quarter) {
    Task task;
    task.demands = {{0, effort}};
    for (int period = 0; period < problem.periods; ++period)
      task.value.push_back(cost_of_a_quarter * (problem.periods + 1 - period));
    problem.tasks.push_back(task);
  };
  add(4, 1000);
  add(3, 60);
  add(3, 30);
  add(5, 45);
  return problem;
}

/// Of this thread: what others do on the machine is no delay of ours.
double seconds_worked() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace

TEST_CASE("Thousands of small problems: value and tie-breaking are those of trying everything") {
  RandomNumbers random(20270118);
  int infeasible = 0;
  for (int round = 0; round < 4000; ++round) {
    CAPTURE(round);
    const Problem problem = random_problem(random);
    REQUIRE(faults(problem).empty());
    const Exhaustive best = try_everything(problem);
    const Plan found = plan(problem);
    REQUIRE(found.feasible() == best.best.has_value());
    if (!best.best) {
      ++infeasible;
      continue;
    }
    REQUIRE(violations(problem, found.start).empty());
    REQUIRE(found.value == Approx(value_of(problem, found.start)).margin(1e-6));
    REQUIRE(found.value == Approx(best.value).margin(1e-6));
    REQUIRE(moved_tasks(problem, found.start) == best.moved);
    REQUIRE(nearness(problem, found.start) == Approx(best.near));
    REQUIRE(found.bound >= found.value - 1e-9);
    REQUIRE(found.gap() == 0);
    REQUIRE_FALSE(found.stopped_early);
  }
  CHECK(infeasible > 20);
}

TEST_CASE("To plan nothing can be the best plan, and is proven") {
  Problem problem;
  problem.periods = 1;
  problem.capacity = {{8}};
  Task task;
  task.demands = {{0, 8}};
  task.value = {-4};
  task.band = 0;
  problem.tasks = {task};
  problem.bands = {{{2}, {5}, 4}};  // one part of the task would please the band, all of it costs more than nothing
  const Plan best = plan(problem);
  CHECK(best.start == std::vector<int>{left_out});
  CHECK(best.value == Approx(-8));
  CHECK(best.gap() == 0);
}

TEST_CASE("More capacity never lowers the value; an obligation never raises it; what is planned already costs nothing") {
  RandomNumbers random(7);
  for (int round = 0; round < 1500; ++round) {
    CAPTURE(round);
    Problem problem = random_problem(random);
    const Plan before = plan(problem);
    if (!before.feasible()) continue;
    Problem roomier = problem;
    const auto team = static_cast<std::size_t>(random.below(static_cast<int>(roomier.capacity.size())));
    for (double& capacity : roomier.capacity[team]) capacity += random.below(3);
    REQUIRE(plan(roomier).value >= before.value - 1e-6);

    const auto task = static_cast<std::size_t>(random.below(static_cast<int>(problem.tasks.size())));
    Problem obliged = problem;
    obliged.tasks[task].mandatory = true;
    const int by = random.below(problem.periods);
    obliged.tasks[task].latest_finish = std::min(by, obliged.tasks[task].latest_finish.value_or(by));
    const Plan after = plan(obliged);
    if (!after.feasible()) continue;
    REQUIRE(after.value <= before.value + 1e-6);
    if (before.start[task] >= 0 && before.start[task] + problem.tasks[task].duration - 1 <= by)
      REQUIRE(after.value == Approx(before.value).margin(1e-6));
  }
}

TEST_CASE("The same problem and seed give the same plan, and a caller's stop is answered") {
  RandomNumbers random(3);
  for (int round = 0; round < 50; ++round) {
    const Problem problem = random_problem(random);
    Options options;
    options.seed = 5;
    REQUIRE(plan(problem, options).start == plan(problem, options).start);
  }
  Options options;
  options.go_on = [](const Progress&) { return false; };
  const Plan stopped = plan(four_items(), options);
  CHECK(stopped.stopped_early);
  CHECK(stopped.bound >= stopped.value);
}

TEST_CASE("A plan that is known is never worse answered: more time for an obligation never costs more") {
  const Problem problem = bench::planning_problem(200, true, 3);
  Options options;
  options.rounds = 1;
  const Plan without = plan(problem, options);
  options.rounds = 0;
  options.known = without.start;
  CHECK(plan(problem, options).value == Approx(without.value));
  int priced = 0;
  for (int task = 0; task < 200; task += 9) {
    options.known = without.start;
    double before = -1;
    for (int by = 4; by < problem.periods; ++by) {
      Problem obliged = problem;
      obliged.tasks[static_cast<std::size_t>(task)].mandatory = true;
      obliged.tasks[static_cast<std::size_t>(task)].latest_finish = by;
      const Plan with = plan(obliged, options);
      if (!with.feasible()) continue;
      ++priced;
      CHECK(violations(obliged, with.start).empty());
      CHECK(with.value >= before - 1e-6 * without.value);
      before = with.value;
      options.known = with.start;
    }
  }
  CHECK(priced > 40);
}

TEST_CASE("Large problems and hard ones ask often whether to go on") {
  const bool is_large = GENERATE(true, false);
  const Problem problem = is_large ? bench::planning_problem(1000, true, 1, 12) : bench::planning_problem(60, true, 1);
  double last = seconds_worked();
  double longest = 0;
  Options options;
  options.rounds = 100;
  options.go_on = [&, begin = last](const Progress&) {
    const double now = seconds_worked();
    longest = std::max(longest, now - last);
    last = now;
    return now - begin < 1;
  };
  CHECK(plan(problem, options).stopped_early);
  CHECK(std::max(longest, seconds_worked() - last) < 0.1);
}

TEST_CASE("The example of METHODS: inserting X4 first costs 120, less than the 135 of strict order") {
  const Problem without = four_items();
  const Plan before = plan(without);
  CHECK(before.start == std::vector<int>{0, 0, 0, 1});
  CHECK(before.gap() == 0);
  Problem with = without;
  Task request;
  request.demands = {{0, 4}};
  request.value = {0, 0, 0, 0};
  request.mandatory = true;
  request.latest_finish = 0;
  with.tasks.push_back(request);
  const Plan after = plan(with);
  REQUIRE(after.feasible());
  // B waits a quarter, C two, D stays: B3 and D5 fit into the second quarter, B3, C3 and D5 do not.
  CHECK(after.start == std::vector<int>{0, 1, 2, 1, 0});
  CHECK(before.value - after.value == Approx(120));
  CHECK(before.value - after.value == Approx(try_everything(without).value - try_everything(with).value));
}

TEST_CASE("Musts that do not all fit: the fewest give way") {
  Problem problem = four_items();
  problem.periods = 1;
  problem.capacity = {{10}};
  for (Task& task : problem.tasks) {
    task.mandatory = true;
    task.value.resize(1);
  }
  CHECK_FALSE(plan(problem).feasible());
  CHECK(plan(problem).ruled_out);
  const GivingWay relaxed = smallest_relaxation(problem);
  CHECK(relaxed.tasks.size() == 1);
  CHECK(relaxed.fewest == 1);
  for (const int task : relaxed.tasks) problem.tasks[static_cast<std::size_t>(task)].mandatory = false;
  CHECK(plan(problem).feasible());
}

TEST_CASE("Efforts with a decimal that fill a capacity exactly are no reason to leave an item out") {
  const std::vector<double> value{21, 12, 1, 21, 16, 2, 10, 4, 21, 6, 21};
  const std::vector<std::vector<int>> tenths{{13, 0, 17, 7, 9, 10, 10, 4, 0, 0, 19},
                                             {14, 17, 11, 10, 13, 20, 0, 13, 17, 10, 0},
                                             {18, 0, 0, 5, 17, 18, 9, 3, 14, 20, 20}};
  Problem problem;
  problem.periods = 1;
  problem.capacity = {{35 * 0.1}, {72 * 0.1}, {77 * 0.1}};
  for (std::size_t item = 0; item < value.size(); ++item) {
    Task task;
    task.value = {value[item]};
    for (int team = 0; team < 3; ++team)
      if (const int amount = tenths[static_cast<std::size_t>(team)][item]; amount > 0)
        task.demands.push_back({team, amount * 0.1});
    problem.tasks.push_back(task);
  }
  const Plan best = plan(problem);
  CHECK(best.value == Approx(97));
  CHECK(best.gap() == 0);
  CHECK(violations(problem, best.start).empty());
}

TEST_CASE("Capacity has a price where it is short, and none where there is some to spare") {
  Problem problem = four_items();
  problem.capacity = {{9, 20, 20, 20}};
  const Plan best = plan(problem);
  REQUIRE(best.price.size() == 1);
  CHECK(best.price[0][0] > 0);
  CHECK(best.price[0][3] == 0);
}

}  // namespace tradewind::planning
