// What is wrong with a problem is said in words; the independent check finds each broken rule.
#include "planning/random_problem.h"
#include "support/catch.h"

namespace tradewind::planning {
namespace {

Problem two_tasks() {
  Problem problem;
  problem.periods = 2;
  problem.capacity = {{5, 5}};
  problem.tasks.resize(2);
  for (Task& task : problem.tasks) {
    task.demands = {{0, 3}};
    task.value = {2, 1};
  }
  problem.tasks[1].predecessors = {{0}};
  return problem;
}

}  // namespace

TEST_CASE("A sound problem has no fault, and each mistake is named") {
  CHECK(faults(two_tasks()).empty());
  const auto faulty = [](auto change) {
    Problem problem = two_tasks();
    change(problem);
    return faults(problem).size();
  };
  CHECK(faulty([](Problem& problem) { problem.periods = 0; }) > 0);
  CHECK(faulty([](Problem& problem) { problem.capacity[0].pop_back(); }) == 1);
  CHECK(faulty([](Problem& problem) { problem.capacity[0][0] = -1; }) == 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].value.pop_back(); }) == 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].demands[0].team = 1; }) == 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].demands[0].amount = -1; }) == 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].demands[0].offset = 1; }) == 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].duration = 0; }) >= 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].predecessors = {{1}}; }) == 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].predecessors = {{7}}; }) == 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].span = 0; }) == 1);
  CHECK(faulty([](Problem& problem) { problem.tasks[0].band = 0; }) == 1);
}

TEST_CASE("The check finds each broken rule") {
  Problem problem = two_tasks();
  CHECK(violations(problem, {0, 1}).empty());
  CHECK(violations(problem, {0, -1}).empty());
  CHECK(violations(problem, {0}).size() == 1);
  CHECK(violations(problem, {-1, 1}).size() == 1);  // without its predecessor
  CHECK(violations(problem, {0, 0}).size() == 2);   // together too long, and too much work
  CHECK(violations(problem, {0, 2}).size() == 1);   // after the last period
  problem.tasks[1].predecessors[0].lag = 0;
  problem.capacity[0][0] = 6;
  CHECK(violations(problem, {0, 0}).empty());
  problem.tasks[0].mandatory = true;
  CHECK(violations(problem, {-1, -1}).size() == 1);
  problem.tasks[0].pinned_start = 1;
  CHECK(violations(problem, {0, 1}).size() == 1);
  problem.tasks[1].earliest_start = 1;
  problem.tasks[0].pinned_start = 0;
  CHECK(violations(problem, {0, 0}).size() == 1);
  problem.tasks[1].latest_finish = 0;
  CHECK(violations(problem, {0, 1}).size() == 1);
}

TEST_CASE("Tasks share a period where their chain fits into it") {
  Problem problem = two_tasks();
  problem.capacity = {{9, 9}};
  problem.tasks.push_back(problem.tasks[1]);
  problem.tasks[2].predecessors = {{1}};
  for (Task& task : problem.tasks) task.span = 0.4;
  CHECK(violations(problem, {0, 0, 1}).empty());
  CHECK_FALSE(violations(problem, {0, 0, 0}).empty());
  CHECK(plan(problem).value == Approx(5));
}

TEST_CASE("Value counts what bands cost") {
  Problem problem = two_tasks();
  problem.tasks[0].band = 0;
  problem.bands = {{{1, 1}, {2, 2}, 10}};
  CHECK(value_of(problem, {-1, -1}) == Approx(-20));
  CHECK(value_of(problem, {0, -1}) == Approx(2 - 10 - 10));
}

}  // namespace tradewind::planning
