// How much of each resource is free in each time unit while tasks are placed one after the other: the inner loop of the
// makespan search.
//
// Resources lie side by side in 64-bit words, each in as many bits as its capacity needs and one more on top, the guard, which
// is always 1. Subtracting a demand subtracts from all resources of a word at once, and a guard that became 0 tells that there
// was too little of its resource (Lamport, "Multiple byte processing with full-word instructions", Communications of the ACM
// 18, 1975). Four resources of up to 32,767 units, as all of PSPLIB has, are one word.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "tradewind/planning/makespan.h"

namespace tradewind::planning {

class ResourceProfile {
 public:
  /// Everything is free. REQUIRES: faults(problem) is empty.
  explicit ResourceProfile(const MakespanProblem& problem);

  /// The first time from `from` on at which the task can be placed. Looks at the time units up to its finish, once each.
  int earliest(int task, int from) const;
  void occupy(int task, int start);
  /// Everything before `end` is free again.
  void clear(int end);
  /// Words of a time unit: what looking at one costs.
  std::size_t words() const { return guards_.size(); }

 private:
  std::size_t at(int number) const { return static_cast<std::size_t>(number) * words(); }
  bool fits(int task, int time) const;

  std::vector<int> durations_;
  std::vector<std::uint64_t> guards_;    // [word]
  std::vector<std::uint64_t> capacity_;  // [word], with the guards
  std::vector<std::uint64_t> demands_;   // [task][word]
  std::vector<std::uint64_t> free_;      // [time][word], with the guards
};

inline bool ResourceProfile::fits(int task, int time) const {
  const std::uint64_t* demand = demands_.data() + at(task);
  const std::uint64_t* free = free_.data() + at(time);
  bool enough = true;
  for (std::size_t word = 0; word < words(); ++word)
    enough = enough && ((free[word] - demand[word]) & guards_[word]) == guards_[word];
  return enough;
}

inline int ResourceProfile::earliest(int task, int from) const {
  const int duration = durations_[static_cast<std::size_t>(task)];
  int time = from;
  for (int free_so_far = 0; free_so_far < duration; ++time) free_so_far = fits(task, time) ? free_so_far + 1 : 0;
  return time - duration;
}

inline void ResourceProfile::occupy(int task, int start) {
  const std::uint64_t* demand = demands_.data() + at(task);
  const int end = start + durations_[static_cast<std::size_t>(task)];
  for (int time = start; time < end; ++time)
    for (std::size_t word = 0; word < words(); ++word) free_[at(time) + word] -= demand[word];
}

}  // namespace tradewind::planning
