#include "planning/task_lists.h"

#include <algorithm>
#include <cstddef>

namespace tradewind::planning {
namespace {

constexpr int drawn_for_each_place = 3;

std::size_t index(int number) { return static_cast<std::size_t>(number); }

}  // namespace

std::vector<int> random_list(const Precedence& precedence, const std::vector<int>& longest_after, RandomNumbers& random) {
  std::vector<std::size_t> waits_for;
  std::vector<int> ready;
  for (std::size_t task = 0; task < longest_after.size(); ++task) {
    waits_for.push_back(precedence.before[task].size());
    if (waits_for[task] == 0) ready.push_back(static_cast<int>(task));
  }
  std::vector<int> list;
  while (!ready.empty()) {
    const auto draw = [&] { return index(random.below(static_cast<int>(ready.size()))); };
    std::size_t chosen = draw();
    for (int drawn = 1; drawn < drawn_for_each_place; ++drawn)
      if (const std::size_t other = draw(); longest_after[index(ready[other])] > longest_after[index(ready[chosen])])
        chosen = other;
    const int task = ready[chosen];
    ready[chosen] = ready.back();
    ready.pop_back();
    list.push_back(task);
    for (const int next : precedence.after[index(task)])
      if (--waits_for[index(next)] == 0) ready.push_back(next);
  }
  return list;
}

std::vector<int> child_of(const std::vector<int>& mother, const std::vector<int>& father, RandomNumbers& random) {
  const int tasks = static_cast<int>(mother.size());
  const auto [first, last] = std::minmax({random.below(tasks), random.below(tasks)});
  std::vector<int> child;
  child.reserve(mother.size());
  std::vector<bool> placed(mother.size(), false);
  const auto place_from = [&](const std::vector<int>& parent, std::size_t up_to) {
    for (std::size_t at = 0; child.size() < up_to; ++at) {
      if (placed[index(parent[at])]) continue;
      placed[index(parent[at])] = true;
      child.push_back(parent[at]);
    }
  };
  place_from(mother, index(first));
  place_from(father, index(last) + 1);
  place_from(mother, mother.size());
  return child;
}

void move_one_task(std::vector<int>& list, const Precedence& precedence, RandomNumbers& random) {
  const int from = random.below(static_cast<int>(list.size()));
  const int task = list[index(from)];
  int lowest = from;
  int highest = from;
  while (lowest > 0 && !std::ranges::binary_search(precedence.before[index(task)], list[index(lowest - 1)])) --lowest;
  while (index(highest) + 1 < list.size() && !std::ranges::binary_search(precedence.after[index(task)], list[index(highest + 1)]))
    ++highest;
  const int to = lowest + random.below(highest - lowest + 1);
  const auto place = [&](int number) { return list.begin() + number; };
  if (to < from)
    std::rotate(place(to), place(from), place(from + 1));
  else
    std::rotate(place(from), place(from + 1), place(to + 1));
}

}  // namespace tradewind::planning
