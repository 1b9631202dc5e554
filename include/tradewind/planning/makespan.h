// The shortest schedule of a project whose tasks share renewable resources: the resource-constrained project scheduling
// problem (RCPSP, "PS | prec | Cmax"). Time is whole units of any length; all tasks are done; precedence is finish to start.
//
//     // Three tasks that need the only machine, the first before the second.
//     MakespanProblem problem{.durations = {3, 2, 4},
//                             .demands = {{1}, {1}, {1}},
//                             .capacities = {1},
//                             .successors = {{1}, {}, {}}};
//     Schedule schedule = solve_makespan(problem);  // makespan 9, proven
//
// Method: see src/planning/makespan_search.h and makespan_bound.h.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tradewind::planning {

struct MakespanProblem {
  /// Time units that each task lasts; 0 is a milestone, which takes no resources.
  std::vector<int> durations;
  /// [task][resource]: units held while the task runs.
  std::vector<std::vector<int>> demands;
  /// [resource]: units there are at any time.
  std::vector<int> capacities;
  /// [task]: the tasks that start only when it is finished.
  std::vector<std::vector<int>> successors;
};

/// The durations of all tasks together may not be longer: schedules are kept time unit by time unit.
inline constexpr int longest_horizon = 4'000'000;
/// Nor may they, times the number of resources: the memory that a schedule takes.
inline constexpr std::int64_t largest_profile = 32'000'000;

/// What is wrong with a problem, in words (sizes, signs, indices, circles, a demand above the capacity, a horizon too long);
/// empty when it can be solved. Tasks and resources are counted from 1 in the words.
std::vector<std::string> faults(const MakespanProblem& problem);

/// Told while solving: the makespan of the best schedule so far, and what none can be shorter than.
struct MakespanProgress {
  int makespan = 0;
  int lower_bound = 0;
};

struct MakespanOptions {
  std::uint64_t seed = 1;
  /// How many schedules to generate: this decides how long the search goes on, so that the same problem, seed and budget give
  /// the same schedule on every machine.
  std::int64_t schedules = 100'000;
  /// Seconds after which to stop although the budget is not used up.
  std::optional<double> time_limit = std::nullopt;
  /// Asked at least every 20 ms; false stops.
  std::function<bool(const MakespanProgress&)> go_on = nullptr;
};

/// The best schedule found.
struct Schedule {
  /// [task]: first time unit, from 0.
  std::vector<int> starts = {};
  /// When the last task is finished.
  int makespan = 0;
  /// No schedule is shorter: proven.
  int lower_bound = 0;
  /// The clock or the caller stopped the search: another run may give another schedule.
  bool stopped_early = false;
  /// Schedules generated.
  std::int64_t schedules = 0;

  /// No schedule is shorter than this one.
  bool proven() const { return makespan == lower_bound; }
};

/// Stops when the schedule is proven shortest, the budget is used up, or the clock or the caller says so.
/// REQUIRES: faults(problem) is empty.
Schedule solve_makespan(const MakespanProblem& problem, const MakespanOptions& options = {});

/// What is wrong with a schedule, in words; empty when it is sound. Shares no code with the search.
/// REQUIRES: faults(problem) is empty.
std::vector<std::string> verify(const MakespanProblem& problem, const Schedule& schedule);

}  // namespace tradewind::planning
