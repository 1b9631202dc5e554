// Schedules against trying everything, and what must hold of every schedule.
#include <ctime>
#include <limits>

#include "planning/small_project.h"
#include "support/catch.h"

namespace tradewind::planning {
namespace {

/// Far more tasks than can be proven, of which each waits for two others.
MakespanProblem large_project(int tasks) {
  RandomNumbers random(11);
  MakespanProblem project;
  project.capacities = {12, 15, 10};
  project.successors.resize(static_cast<std::size_t>(tasks));
  for (int task = 0; task < tasks; ++task) {
    project.durations.push_back(1 + random.below(10));
    project.demands.push_back({random.below(9), random.below(9), random.below(9)});
    for (int link = 0; link < 2 && task > 0; ++link)
      project.successors[static_cast<std::size_t>(random.below(task))].push_back(task);
  }
  return project;
}

MakespanProblem two_tasks() { return {.durations = {3, 2}, .demands = {{1}, {2}}, .capacities = {2}, .successors = {{1}, {}}}; }

/// How long the search goes on at most without asking.
class Pauses {
 public:
  void asked() {
    const std::clock_t now = std::clock();
    longest_ = std::max(longest_, static_cast<double>(now - last_) / CLOCKS_PER_SEC);
    last_ = now;
  }
  /// 20 ms, and what a slow machine or a sanitizer adds.
  bool all_short() const { return longest_ < 0.1; }

 private:
  std::clock_t last_ = std::clock();
  double longest_ = 0;
};

}  // namespace

TEST_CASE("Thousands of small projects: no schedule is shorter, and the bound holds") {
  RandomNumbers random(20270118);
  int unproven = 0;
  for (int round = 0; round < 3000; ++round) {
    CAPTURE(round);
    const MakespanProblem project = small_project(random);
    REQUIRE(faults(project).empty());
    const Schedule found = solve_makespan(project, {.schedules = 2000});
    REQUIRE(verify(project, found) == std::vector<std::string>{});
    REQUIRE(found.makespan == EveryStart(project).shortest_makespan());
    REQUIRE_FALSE(found.stopped_early);
    if (!found.proven()) ++unproven;
  }
  CHECK(unproven > 100);   // otherwise the search was hardly asked
  CHECK(unproven < 1000);  // otherwise the bound is hardly worth anything
}

TEST_CASE("More capacity never makes the best schedule longer, one more order never shorter") {
  RandomNumbers random(5);
  for (int round = 0; round < 500; ++round) {
    CAPTURE(round);
    const MakespanProblem project = small_project(random);
    const int before = solve_makespan(project, {.schedules = 2000}).makespan;
    MakespanProblem roomier = project;
    for (int& capacity : roomier.capacities) capacity += random.below(3);
    CHECK(solve_makespan(roomier, {.schedules = 2000}).makespan <= before);
    MakespanProblem stricter = project;
    const auto tasks = static_cast<int>(project.durations.size());
    stricter.successors[static_cast<std::size_t>(random.below(tasks))].push_back(random.below(tasks));
    if (faults(stricter).empty()) CHECK(solve_makespan(stricter, {.schedules = 2000}).makespan >= before);
  }
}

TEST_CASE("The same project, seed and budget give the same schedule; another seed may give another") {
  const MakespanProblem project = large_project(80);
  const Schedule one = solve_makespan(project, {.seed = 3, .schedules = 3000});
  const Schedule again = solve_makespan(project, {.seed = 3, .schedules = 3000});
  CHECK(one.starts == again.starts);
  CHECK(one.schedules == 3000);
  CHECK_FALSE(one.stopped_early);
  CHECK(verify(project, one).empty());
  CHECK(solve_makespan(project, {.seed = 4, .schedules = 3000}).starts != one.starts);
  // Asking now and then changes nothing.
  const MakespanOptions asked{
      .seed = 3, .schedules = 3000, .time_limit = 1e6, .go_on = [](const MakespanProgress&) { return true; }};
  CHECK(solve_makespan(project, asked).starts == one.starts);
}

TEST_CASE("Nothing to search for: no tasks, milestones only, no resources, one machine") {
  const Schedule empty = solve_makespan({});
  CHECK(empty.proven());
  CHECK(empty.makespan == 0);
  const MakespanProblem milestones{
      .durations = {0, 0, 0}, .demands = {{9}, {9}, {9}}, .capacities = {1}, .successors = {{1}, {2}, {}}};
  CHECK(faults(milestones).empty());  // a milestone holds nothing
  CHECK(solve_makespan(milestones).proven());
  const MakespanProblem chain{
      .durations = {3, 0, 4, 2}, .demands = {{}, {}, {}, {}}, .capacities = {}, .successors = {{1}, {2}, {}, {}}};
  const Schedule of_chain = solve_makespan(chain);
  CHECK(of_chain.makespan == 7);
  CHECK(of_chain.proven());
  CHECK(verify(chain, of_chain).empty());
  const MakespanProblem machine{
      .durations = {3, 2, 4}, .demands = {{1}, {1}, {1}}, .capacities = {1}, .successors = {{1}, {}, {}}};
  CHECK(solve_makespan(machine).makespan == 9);
  CHECK(solve_makespan(machine).proven());
}

TEST_CASE("The caller and the clock stop the search, which says so and still has a schedule") {
  const MakespanProblem project = large_project(3000);
  int questions = 0;
  Pauses pauses;
  MakespanOptions options{.schedules = std::numeric_limits<std::int64_t>::max()};
  options.go_on = [&](const MakespanProgress& progress) {
    CHECK(progress.lower_bound <= progress.makespan);
    pauses.asked();
    return ++questions < 50;
  };
  const Schedule cancelled = solve_makespan(project, options);
  CHECK(cancelled.stopped_early);
  CHECK(questions == 50);
  CHECK(pauses.all_short());
  CHECK(verify(project, cancelled).empty());

  options.go_on = [](const MakespanProgress&) { return false; };
  const Schedule at_once = solve_makespan(project, options);
  CHECK(at_once.stopped_early);
  CHECK(at_once.schedules == 0);
  CHECK(verify(project, at_once).empty());

  options.go_on = nullptr;
  options.time_limit = 0.05;
  const Schedule in_time = solve_makespan(project, options);
  CHECK(in_time.stopped_early);
  CHECK(in_time.makespan < at_once.makespan);
  CHECK(verify(project, in_time).empty());
}

TEST_CASE("Long tasks and many resources: the caller is asked in the middle of a schedule") {
  RandomNumbers random(2);
  MakespanProblem project;
  project.capacities = std::vector<int>(30, 3);
  for (int task = 0; task < 100; ++task) {
    project.durations.push_back(task % 2 == 0 ? 9'000 : 1 + task);
    project.demands.emplace_back();
    for (int resource = 0; resource < 30; ++resource) project.demands.back().push_back(random.below(4));
    project.successors.emplace_back();
  }
  REQUIRE(faults(project).empty());
  Pauses pauses;
  int questions = 0;
  MakespanOptions options{.schedules = 2};
  options.go_on = [&](const MakespanProgress&) {
    pauses.asked();
    return ++questions > 0;
  };
  const Schedule schedule = solve_makespan(project, options);
  CHECK(verify(project, schedule).empty());
  CHECK(questions > 10);
  CHECK(pauses.all_short());
}

TEST_CASE("A sound project has no fault, and each mistake is named") {
  CHECK(faults(two_tasks()).empty());
  const auto fault = [](auto change) {
    MakespanProblem project = two_tasks();
    change(project);
    const std::vector<std::string> found = faults(project);
    REQUIRE(found.size() == 1);
    return found.front();
  };
  const auto says = [](const std::string& text, const char* part) { return text.find(part) != std::string::npos; };
  CHECK(says(fault([](MakespanProblem& project) { project.durations.pop_back(); }), "1 durations"));
  CHECK(says(fault([](MakespanProblem& project) { project.durations[1] = -1; }), "task 2 has a negative duration"));
  CHECK(says(fault([](MakespanProblem& project) { project.demands[0] = {}; }), "task 1 has 0 demands"));
  CHECK(says(fault([](MakespanProblem& project) { project.demands[0][0] = -1; }), "negative demand of resource 1"));
  CHECK(says(fault([](MakespanProblem& project) { project.demands[1][0] = 3; }), "task 2 needs 3 of resource 1"));
  CHECK(says(fault([](MakespanProblem& project) { project.successors[0] = {2}; }), "does not exist"));
  CHECK(says(fault([](MakespanProblem& project) { project.successors[0] = {-1}; }), "does not exist"));
  CHECK(says(fault([](MakespanProblem& project) { project.successors[1] = {0}; }), "circle"));
  CHECK(says(fault([](MakespanProblem& project) { project.successors[1] = {1}; }), "task 2 is in a circle"));
  CHECK(says(fault([](MakespanProblem& project) { project.durations[0] = longest_horizon; }), "coarser"));
  CHECK(says(fault([](MakespanProblem& project) {
               project.durations[0] = 3'000'000;
               project.capacities.resize(20, 1);
               for (auto& demands : project.demands) demands.resize(20, 1);
             }),
             "20 resources"));
  MakespanProblem negative = two_tasks();
  negative.capacities[0] = -1;
  CHECK(says(faults(negative).front(), "negative capacity"));
}

TEST_CASE("The check of schedules finds each broken rule") {
  const MakespanProblem project{
      .durations = {3, 2, 0}, .demands = {{1}, {2}, {2}}, .capacities = {2}, .successors = {{2}, {}, {}}};
  const auto broken = [&](std::vector<int> starts, int makespan, int lower_bound = 5) {
    return verify(project, {.starts = std::move(starts), .makespan = makespan, .lower_bound = lower_bound}).size();
  };
  CHECK(broken({0, 3, 3}, 5) == 0);
  CHECK(broken({2, 0, 5}, 5) == 0);
  CHECK(broken({2, 0, 5}, 6) == 1);
  CHECK(broken({0, 3}, 5) == 1);
  CHECK(broken({0, 3, 2}, 5) == 1);
  CHECK(broken({0, 2, 3}, 4) == 2);  // not enough, and shorter than can be
  CHECK(broken({-1, 3, 3}, 5) == 1);
  CHECK(broken({0, 3, 3}, 5, 6) == 1);
}

}  // namespace tradewind::planning
