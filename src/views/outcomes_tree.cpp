// Outcomes as a tree of parents and parts.
#include <algorithm>
#include <unordered_set>

#include "tradewind/views/outcomes_view.h"

namespace tradewind::views {

std::vector<OutcomeInTree> outcome_tree(const Portfolio& portfolio) {
  const std::vector<const Outcome*> outcomes = portfolio.outcomes_in_order();
  std::unordered_map<OutcomeId, std::vector<const Outcome*>> parts;
  for (const Outcome* outcome : outcomes)
    if (outcome->parent && portfolio.contains(outcome->parent)) parts[outcome->parent].push_back(outcome);
  std::vector<OutcomeInTree> tree;
  std::unordered_set<OutcomeId> seen;
  const auto add_with_parts = [&](const Outcome* root) {
    std::vector<OutcomeInTree> waiting{{root, 0, false}};
    while (!waiting.empty()) {
      OutcomeInTree next = waiting.back();
      waiting.pop_back();
      if (!seen.insert(next.outcome->id).second) continue;
      const auto& own = parts[next.outcome->id];
      next.has_parts = std::any_of(own.begin(), own.end(), [&](const Outcome* part) { return seen.count(part->id) == 0; });
      tree.push_back(next);
      for (auto part = own.rbegin(); part != own.rend(); ++part) waiting.push_back({*part, next.depth + 1, false});
    }
  };
  for (const Outcome* outcome : outcomes)
    if (!outcome->parent || !portfolio.contains(outcome->parent)) add_with_parts(outcome);
  // What is left goes round in a circle.
  for (const Outcome* outcome : outcomes)
    if (seen.count(outcome->id) == 0) add_with_parts(outcome);
  return tree;
}

bool is_within(const Portfolio& portfolio, const Outcome* outcome, OutcomeId whole) {
  // As many steps as there are outcomes, so that a circle ends.
  for (std::size_t steps = 0; outcome != nullptr && steps <= portfolio.all<Outcome>().size(); ++steps) {
    if (outcome->id == whole) return true;
    outcome = portfolio.find(outcome->parent);
  }
  return false;
}

}  // namespace tradewind::views
