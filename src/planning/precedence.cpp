#include "planning/precedence.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tradewind::planning {
namespace {

using Lists = std::vector<std::vector<int>>;

std::size_t index(int task) { return static_cast<std::size_t>(task); }

Lists turned_round(const Lists& lists) {
  Lists turned(lists.size());
  for (std::size_t from = 0; from < lists.size(); ++from)
    for (const int to : lists[from]) turned[index(to)].push_back(static_cast<int>(from));
  return turned;
}

}  // namespace

Precedence precedence_of(const MakespanProblem& problem, TimeDirection direction) {
  Precedence precedence{turned_round(problem.successors), problem.successors};
  for (auto& successors : precedence.after) std::ranges::sort(successors);
  if (direction == TimeDirection::backward) std::swap(precedence.before, precedence.after);
  return precedence;
}

std::vector<int> topological_order(const Precedence& precedence) {
  std::vector<std::size_t> waits_for;
  for (const auto& before : precedence.before) waits_for.push_back(before.size());
  std::vector<int> order;
  for (std::size_t task = 0; task < waits_for.size(); ++task)
    if (waits_for[task] == 0) order.push_back(static_cast<int>(task));
  for (std::size_t at = 0; at < order.size(); ++at)
    for (const int next : precedence.after[index(order[at])])
      if (--waits_for[index(next)] == 0) order.push_back(next);
  return order;
}

std::vector<int> longest_chains_after(const Precedence& precedence, const std::vector<int>& durations) {
  std::vector<int> longest(durations.size(), 0);
  std::vector<int> order = topological_order(precedence);
  std::ranges::reverse(order);
  for (const int task : order)
    for (const int next : precedence.after[index(task)])
      longest[index(task)] = std::max(longest[index(task)], longest[index(next)] + durations[index(next)]);
  return longest;
}

}  // namespace tradewind::planning
