#include "planning/makespan_bound.h"

#include <algorithm>
#include <cstdint>
#include <functional>

#include "planning/precedence.h"

namespace tradewind::planning {
namespace {

/// Together: looking at them all takes milliseconds.
constexpr std::size_t most_looks_at_tasks = 4'000'000;

struct Work {
  std::int64_t amount = 0;  // units × time
  int head = 0;             // the longest chain of tasks before it
  int tail = 0;             // the longest chain of tasks after it
};

std::vector<int> different(std::vector<int> numbers) {
  std::ranges::sort(numbers);
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

/// Works with long heads cannot begin before `head`, and what comes after the one with the shortest tail takes that tail. The
/// works come with the longest tails first, so that it is always the last.
std::int64_t bound_of(const std::vector<Work>& works, int head, int capacity) {
  std::int64_t bound = 0;
  std::int64_t together = 0;
  for (const Work& work : works) {
    if (work.head < head) continue;
    together += work.amount;
    bound = std::max(bound, head + (together + capacity - 1) / capacity + work.tail);
  }
  return bound;
}

std::vector<Work> works_of(const MakespanProblem& problem, std::size_t resource, const std::vector<int>& heads,
                           const std::vector<int>& tails) {
  std::vector<Work> works;
  for (std::size_t task = 0; task < heads.size(); ++task) {
    const std::int64_t amount = std::int64_t{problem.durations[task]} * problem.demands[task][resource];
    if (amount > 0) works.push_back({amount, heads[task], tails[task]});
  }
  std::ranges::sort(works, std::greater{}, &Work::tail);
  return works;
}

}  // namespace

int makespan_lower_bound(const MakespanProblem& problem) {
  const std::vector<int> heads = longest_chains_after(precedence_of(problem, TimeDirection::backward), problem.durations);
  const std::vector<int> tails = longest_chains_after(precedence_of(problem, TimeDirection::forward), problem.durations);
  std::int64_t bound = 0;
  for (std::size_t task = 0; task < heads.size(); ++task)
    bound = std::max<std::int64_t>(bound, heads[task] + problem.durations[task] + tails[task]);

  // Any heads give a bound; of very many, some are left out.
  const std::vector<int> starts = different(heads);
  const std::size_t looks = starts.size() * heads.size() * problem.capacities.size();
  const std::size_t stride = 1 + looks / most_looks_at_tasks;
  for (std::size_t resource = 0; resource < problem.capacities.size(); ++resource) {
    const std::vector<Work> works = works_of(problem, resource, heads, tails);
    for (std::size_t at = 0; at < starts.size(); at += stride)
      bound = std::max(bound, bound_of(works, starts[at], problem.capacities[resource]));
  }
  return static_cast<int>(bound);
}

}  // namespace tradewind::planning
