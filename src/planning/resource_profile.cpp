#include "planning/resource_profile.h"

#include <bit>
#include <numeric>

namespace tradewind::planning {
namespace {

constexpr int bits_of_a_word = 64;

/// A task that takes no time holds nothing.
int demand_of(const MakespanProblem& problem, std::size_t task, std::size_t resource) {
  return problem.durations[task] > 0 ? problem.demands[task][resource] : 0;
}

bool can_be_short(const MakespanProblem& problem, std::size_t resource) {
  std::int64_t together = 0;
  for (std::size_t task = 0; task < problem.durations.size(); ++task) together += demand_of(problem, task, resource);
  return together > problem.capacities[resource];
}

struct Field {
  std::size_t resource = 0;
  std::size_t word = 0;
  int lowest_bit = 0;
  int guard_bit = 0;
};

/// Where in a time unit each resource lies that can be short at all.
std::vector<Field> fields_of(const MakespanProblem& problem) {
  std::vector<Field> fields;
  Field next;
  for (next.resource = 0; next.resource < problem.capacities.size(); ++next.resource) {
    if (!can_be_short(problem, next.resource)) continue;
    const int bits = static_cast<int>(std::bit_width(static_cast<unsigned>(problem.capacities[next.resource])));
    if (next.lowest_bit + bits >= bits_of_a_word) {
      ++next.word;
      next.lowest_bit = 0;
    }
    next.guard_bit = next.lowest_bit + bits;
    fields.push_back(next);
    next.lowest_bit = next.guard_bit + 1;
  }
  return fields;
}

}  // namespace

ResourceProfile::ResourceProfile(const MakespanProblem& problem) : durations_(problem.durations) {
  const std::vector<Field> fields = fields_of(problem);
  guards_.resize(fields.empty() ? 0 : fields.back().word + 1);
  capacity_.resize(words());
  demands_.resize(durations_.size() * words());
  for (const Field& field : fields) {
    const std::uint64_t guard = std::uint64_t{1} << field.guard_bit;
    guards_[field.word] |= guard;
    capacity_[field.word] |= guard | static_cast<std::uint64_t>(problem.capacities[field.resource]) << field.lowest_bit;
    for (std::size_t task = 0; task < durations_.size(); ++task)
      demands_[task * words() + field.word] |= static_cast<std::uint64_t>(demand_of(problem, task, field.resource))
                                               << field.lowest_bit;
  }
  const int horizon = std::accumulate(durations_.begin(), durations_.end(), 0);
  free_.resize(at(horizon));
  clear(horizon);
}

void ResourceProfile::clear(int end) {
  for (int time = 0; time < end; ++time)
    for (std::size_t word = 0; word < words(); ++word) free_[at(time) + word] = capacity_[word];
}

}  // namespace tradewind::planning
