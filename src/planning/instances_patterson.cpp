#include <limits>
#include <string>

#include "planning/instances_numbers.h"
#include "tradewind/planning/instances.h"

namespace tradewind::planning {
namespace {

constexpr int any = std::numeric_limits<int>::max();

Result<void> read_job(NumberReader& numbers, int job, int jobs, std::size_t resources, MakespanProblem& problem) {
  const std::string name = "job " + std::to_string(job);
  const Result<int> duration = numbers.whole("the duration of " + name, longest_horizon);
  if (!duration) return tl::unexpected(duration.error());
  Result<std::vector<int>> demands = numbers.wholes(resources, "a demand of " + name, any);
  if (!demands) return tl::unexpected(demands.error());
  const Result<int> count = numbers.whole("the number of successors of " + name, jobs);
  if (!count) return tl::unexpected(count.error());
  Result<std::vector<int>> successors =
      numbers.wholes(static_cast<std::size_t>(*count), "a successor of " + name + " (a job's number)", jobs);
  if (!successors) return tl::unexpected(successors.error());
  for (int& successor : *successors) --successor;
  problem.durations.push_back(*duration);
  problem.demands.push_back(std::move(*demands));
  problem.successors.push_back(std::move(*successors));
  return {};
}

}  // namespace

Result<MakespanProblem> read_patterson(std::string_view text) {
  NumberReader numbers(words_of(text), "cannot read the Patterson instance");
  const Result<int> jobs = numbers.whole("the number of jobs", any);
  if (!jobs) return tl::unexpected(jobs.error());
  const Result<int> resources = numbers.whole("the number of resources", any);
  if (!resources) return tl::unexpected(resources.error());
  const double at_least = *resources + static_cast<double>(*jobs) * (2.0 + *resources);
  if (const auto enough = numbers.expect(at_least, "the last of " + std::to_string(*jobs) + " jobs"); !enough)
    return tl::unexpected(enough.error());

  MakespanProblem problem;
  Result<std::vector<int>> capacities = numbers.wholes(static_cast<std::size_t>(*resources), "an availability", any);
  if (!capacities) return tl::unexpected(capacities.error());
  problem.capacities = std::move(*capacities);
  for (int job = 1; job <= *jobs; ++job)
    if (const auto read = read_job(numbers, job, *jobs, problem.capacities.size(), problem); !read)
      return tl::unexpected(read.error());
  if (const auto ended = numbers.expect_end(); !ended) return tl::unexpected(ended.error());
  if (const auto wrong = faults(problem); !wrong.empty()) return numbers.refused(wrong.front());
  return problem;
}

}  // namespace tradewind::planning
