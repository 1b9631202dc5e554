// What can be done together and what cannot, against trying everything; and proofs apart from searches that found nothing.
#include "planning/random_problem.h"
#include "support/catch.h"
#include "tradewind/planning/conflict.h"

namespace tradewind::planning {
namespace {

/// More obligations than usual, and pins.
Problem obliged_problem(RandomNumbers& random) {
  Problem problem = random_problem(random);
  for (Task& task : problem.tasks) {
    task.mandatory = random.below(2) == 0;
    if (random.below(6) == 0) task.pinned_start = random.below(problem.periods - task.duration + 1);
  }
  return problem;
}

bool holds(const Problem& problem) { return try_everything(problem).best.has_value(); }

Problem with_musts(const Problem& problem, const std::vector<std::size_t>& musts, const std::vector<bool>& kept) {
  Problem changed = problem;
  for (std::size_t at = 0; at < musts.size(); ++at) changed.tasks[musts[at]].mandatory = kept[at];
  return changed;
}

std::vector<std::size_t> musts_of(const Problem& problem) {
  std::vector<std::size_t> musts;
  for (std::size_t task = 0; task < problem.tasks.size(); ++task)
    if (problem.tasks[task].mandatory && !problem.tasks[task].pinned_start) musts.push_back(task);
  return musts;
}

std::size_t fewest_left_out(const Problem& problem, const std::vector<std::size_t>& musts) {
  std::size_t fewest = musts.size();
  for (std::size_t choice = 0; choice < (std::size_t{1} << musts.size()); ++choice) {
    std::vector<bool> kept;
    std::size_t out = 0;
    for (std::size_t at = 0; at < musts.size(); ++at) {
      kept.push_back((choice >> at & 1) == 0);
      out += kept.back() ? 0 : 1;
    }
    if (out < fewest && holds(with_musts(problem, musts, kept))) fewest = out;
  }
  return fewest;
}

/// Teams whose capacity is filled to the last by a plan that nobody is told.
Problem tight_musts(RandomNumbers& random, int tasks) {
  Problem problem;
  problem.periods = 4;
  problem.capacity.assign(3, std::vector<double>(4, 0));
  for (int number = 0; number < tasks; ++number) {
    Task task;
    const auto period = static_cast<std::size_t>(random.below(problem.periods));
    for (int team = 0; team < 3; ++team) {
      const double amount = random.below(2) == 0 ? 0 : 1 + random.below(9);
      problem.capacity[static_cast<std::size_t>(team)][period] += amount;
      if (amount > 0) task.demands.push_back({team, amount});
    }
    task.mandatory = true;
    task.value.assign(4, 1 + random.below(20));
    problem.tasks.push_back(std::move(task));
  }
  return problem;
}

}  // namespace

TEST_CASE("Whether what is owed holds together is decided as trying everything does") {
  RandomNumbers random(41);
  int ruled_out = 0;
  for (int number = 0; number < 400; ++number) {
    const Problem problem = obliged_problem(random);
    CAPTURE(number);
    const Feasibility answer = find_feasible(problem);
    const bool expected = holds(problem);
    CHECK(answer.verdict == (expected ? Verdict::holds : Verdict::ruled_out));
    CHECK(answer.start.empty() != expected);
    if (expected) CHECK(violations(problem, answer.start).empty());
    const Plan best = plan(problem);
    CHECK(best.feasible() == expected);
    CHECK(best.ruled_out != expected);
    ruled_out += expected ? 0 : 1;
  }
  CHECK(ruled_out > 50);
  CHECK(ruled_out < 350);
}

TEST_CASE("The fewest give way, and the number is proven") {
  RandomNumbers random(42);
  int several = 0;
  for (int number = 0; number < 200; ++number) {
    Problem problem = obliged_problem(random);
    for (Task& task : problem.tasks) task.pinned_start = std::nullopt;
    CAPTURE(number);
    const auto musts = musts_of(problem);
    const std::size_t fewest = fewest_left_out(problem, musts);
    const GivingWay way = smallest_relaxation(problem);
    CHECK(way.tasks.size() == fewest);
    CHECK(way.fewest == fewest);
    for (const int task : way.tasks) problem.tasks[static_cast<std::size_t>(task)].mandatory = false;
    CHECK(violations(problem, way.start).empty());
    several += fewest > 1 ? 1 : 0;
  }
  CHECK(several > 20);
}

TEST_CASE("A conflict cannot hold, and without any one of its constraints it does") {
  RandomNumbers random(43);
  int found = 0;
  int smaller = 0;
  for (int number = 0; number < 300; ++number) {
    const Problem problem = obliged_problem(random);
    const auto musts = musts_of(problem);
    CAPTURE(number);
    const auto kept_only = [&](const std::vector<bool>& kept) { return with_musts(problem, musts, kept); };
    const Conflict conflict = find_conflict(musts.size(), kept_only);
    CHECK(conflict.is_proven != holds(problem));
    if (!conflict.is_proven) {
      CHECK(conflict.constraints.empty());
      continue;
    }
    ++found;
    smaller += conflict.constraints.size() < musts.size() ? 1 : 0;
    CHECK(conflict.is_minimal);
    std::vector<bool> kept(musts.size(), false);
    for (const std::size_t at : conflict.constraints) kept[at] = true;
    CHECK_FALSE(holds(kept_only(kept)));
    for (const std::size_t at : conflict.constraints) {
      kept[at] = false;
      CHECK(holds(kept_only(kept)));
      kept[at] = true;
    }
  }
  CHECK(found > 50);
  CHECK(smaller > 20);
}

TEST_CASE("Tight Musts that hold are never called impossible") {
  RandomNumbers random(44);
  Options options;
  options.rounds = 1;
  for (const int tasks : {20, 40}) {
    const Problem problem = tight_musts(random, tasks);
    CAPTURE(tasks);
    CHECK_FALSE(plan(problem, options).ruled_out);
    CHECK(find_feasible(problem, options).verdict != Verdict::ruled_out);
    CHECK(smallest_relaxation(problem, options).fewest == 0);
  }
}

TEST_CASE("A search that is stopped proves nothing") {
  RandomNumbers random(45);
  Problem problem = tight_musts(random, 30);
  problem.capacity.front().front() -= 1;
  Options options;
  options.go_on = [](const Progress&) { return false; };
  CHECK(find_feasible(problem, options).verdict == Verdict::undecided);
  CHECK_FALSE(plan(problem, options).ruled_out);
  CHECK(smallest_relaxation(problem, options).fewest == 0);
  const auto unchanged = [&](const std::vector<bool>&) { return problem; };
  CHECK_FALSE(find_conflict(1, unchanged, options).is_proven);
}

}  // namespace tradewind::planning
