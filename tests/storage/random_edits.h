// Random edits over a workspace, as people make them: for property tests.
#pragma once
#include <random>
#include <string>

#include "tradewind/storage/workspace.h"

namespace tradewind::test {

using storage::Edit;
using storage::Workspace;

class RandomEdits {
 public:
  explicit RandomEdits(unsigned seed) : generator_(seed) {}

  /// One edit of a random kind; returns whether it was accepted.
  bool one(Workspace& workspace) {
    const auto receipt = workspace.edit("Random edit", [&](Edit& edit) {
      const int steps = pick(1, 4);
      for (int step = 0; step < steps; ++step) change(edit);
    });
    return receipt.has_value();
  }

  int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(generator_); }
  std::string word() {
    std::string text;
    for (int i = pick(1, 8); i > 0; --i) text += static_cast<char>('a' + pick(0, 25));
    return text;
  }
  template <class Entity>
  const Entity* any(const Portfolio& portfolio) {
    const auto& rows = portfolio.all<Entity>();
    if (rows.empty()) return nullptr;
    auto at = rows.begin();
    for (int steps = pick(0, static_cast<int>(rows.size()) - 1); steps > 0; --steps) ++at;
    return &*at;
  }

 private:
  void change(Edit& edit) {
    const Portfolio& portfolio = edit.portfolio();
    switch (pick(0, 11)) {
      case 0:
      case 1:
      case 2: {
        Item item;
        item.title = word() + " " + word();
        item.tags = {word()};
        if (pick(0, 1) == 1) item.reach = pick(0, 1000);
        if (const Item* parent = any<Item>(portfolio); parent != nullptr && pick(0, 2) == 0) item.parent = parent->id;
        edit.insert(item);
        break;
      }
      case 3:
      case 4:
        if (const Item* found = any<Item>(portfolio)) {
          Item item = *found;
          item.title = word();
          item.impact = pick(0, 3);
          item.moscow = static_cast<Moscow>(pick(0, 4));
          edit.update(item);
        }
        break;
      case 5:
        if (const Item* found = any<Item>(portfolio)) edit.erase(found->id);
        break;
      case 6: {
        Team team;
        team.name = word();
        team.people = pick(1, 9);
        edit.insert(team);
        break;
      }
      case 7:
        if (const Team* team = any<Team>(portfolio); team != nullptr && pick(0, 3) == 0) edit.erase(team->id);
        break;
      case 8:
      case 9:
        if (const Item* item = any<Item>(portfolio)) {
          Estimate estimate;
          estimate.item = item->id;
          if (const Team* team = any<Team>(portfolio)) estimate.team = team->id;
          estimate.likely = pick(1, 20);
          edit.insert(estimate);
        }
        break;
      case 10: {
        const Item* first = any<Item>(portfolio);
        const Item* second = any<Item>(portfolio);
        if (first == nullptr || first->id == second->id) break;
        Dependency dependency;
        dependency.predecessor = first->id;
        dependency.successor = second->id;
        edit.insert(dependency);
        break;
      }
      default:
        if (const Estimate* found = any<Estimate>(portfolio)) {
          Estimate estimate = *found;
          estimate.likely = pick(1, 40);
          edit.update(estimate);
        }
    }
  }

  std::mt19937 generator_;
};

}  // namespace tradewind::test
