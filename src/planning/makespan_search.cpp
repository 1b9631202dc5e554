#include "planning/makespan_search.h"

#include <array>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

#include "planning/makespan_watch.h"
#include "planning/random_numbers.h"
#include "planning/serial_schedule.h"
#include "planning/task_lists.h"

namespace tradewind::planning {
namespace {

constexpr std::size_t members = 60;
constexpr int most_moves = 2;
constexpr int patience = 100;  // generations

/// A list to be scheduled in one direction, read from a schedule of the other, which has this makespan.
struct Member {
  std::vector<int> list;
  int makespan = 0;
};
using Population = std::vector<Member>;

/// When there is no time for any other answer.
Schedule one_after_the_other(const MakespanProblem& problem) {
  Schedule schedule{.starts = std::vector<int>(problem.durations.size())};
  for (const int task : topological_order(precedence_of(problem, TimeDirection::forward))) {
    schedule.starts[static_cast<std::size_t>(task)] = schedule.makespan;
    schedule.makespan += problem.durations[static_cast<std::size_t>(task)];
  }
  return schedule;
}

class Search {
 public:
  Search(const MakespanProblem& problem, int lower_bound, const MakespanOptions& options)
      : problem_(problem),
        watch_(options),
        random_(options.seed),
        scheduler_(problem),
        longest_after_(longest_chains_after(scheduler_.precedence(TimeDirection::forward), problem.durations)),
        best_(one_after_the_other(problem)) {
    best_.lower_bound = lower_bound;
    watch_.progress = {best_.makespan, lower_bound};
  }

  Schedule run() {
    while (begin() && evolve()) {
    }
    best_.stopped_early = watch_.stopped_early();
    best_.schedules = watch_.schedules();
    return best_;
  }

 private:
  Population& to_schedule(TimeDirection direction) { return populations_[static_cast<std::size_t>(direction)]; }

  /// Nothing when the search is over.
  std::optional<Member> scheduled(std::vector<int> list, TimeDirection direction) {
    if (watch_.over() || best_.proven()) return std::nullopt;
    const auto schedule = scheduler_.generate(std::move(list), direction, watch_);
    if (!schedule) return std::nullopt;
    if (schedule->makespan < best_.makespan) {
      best_.makespan = watch_.progress.makespan = schedule->makespan;
      best_.starts = starts_of(*schedule, problem_.durations, direction);
    }
    return Member{list_for_other_direction(*schedule), schedule->makespan};
  }

  /// New populations from nothing. False when the search is over.
  bool begin() {
    populations_ = {};
    while (to_schedule(TimeDirection::forward).size() < members) {
      auto list = random_list(scheduler_.precedence(TimeDirection::forward), longest_after_, random_);
      const auto late = scheduled(std::move(list), TimeDirection::forward);
      const auto early = late ? scheduled(late->list, TimeDirection::backward) : std::nullopt;
      if (!early) return false;
      to_schedule(TimeDirection::backward).push_back(*late);
      to_schedule(TimeDirection::forward).push_back(*early);
    }
    return true;
  }

  /// Generations until they get no better for long. False when the search is over.
  bool evolve() {
    int shortest = std::numeric_limits<int>::max();
    for (int idle = 0; idle < patience; ++idle)
      for (const TimeDirection direction : {TimeDirection::forward, TimeDirection::backward})
        for (std::size_t member = 0; member < members; ++member) {
          auto child = scheduled(child_list(member, direction), direction);
          if (!child) return false;
          if (child->makespan < shortest) {
            shortest = child->makespan;
            idle = 0;
          }
          Member& rival = to_schedule(opposite(direction))[member];
          if (child->makespan <= rival.makespan) rival = std::move(*child);
        }
    return true;
  }

  std::vector<int> child_list(std::size_t mother, TimeDirection direction) {
    const Population& population = to_schedule(direction);
    std::vector<int> list = child_of(population[mother].list, good_member(population).list, random_);
    for (int moves = random_.below(most_moves + 1); moves > 0; --moves)
      move_one_task(list, scheduler_.precedence(direction), random_);
    return list;
  }

  /// The better of two.
  const Member& good_member(const Population& population) {
    const auto draw = [&]() -> const Member& { return population[static_cast<std::size_t>(random_.below(members))]; };
    const Member& one = draw();
    const Member& other = draw();
    return one.makespan <= other.makespan ? one : other;
  }

  const MakespanProblem& problem_;
  MakespanWatch watch_;
  RandomNumbers random_;
  SerialScheduler scheduler_;
  std::vector<int> longest_after_;
  std::array<Population, 2> populations_;  // [direction in which the lists are to be scheduled]
  Schedule best_;
};

}  // namespace

Schedule search_makespan(const MakespanProblem& problem, int lower_bound, const MakespanOptions& options) {
  return Search(problem, lower_bound, options).run();
}

}  // namespace tradewind::planning
