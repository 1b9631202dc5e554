// Walks every chain of parents once.
#include "exchange/parent_order.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

namespace tradewind::exchange {
namespace {

void break_parent_circles(ImportPlan& plan, const Portfolio& current) {
  std::unordered_map<ItemId, Item*> planned;
  bool any_parent = false;
  for (auto* rows : {&plan.items.insert, &plan.items.update})
    for (auto& item : *rows) {
      planned.emplace(item.id, &item);
      any_parent = any_parent || item.parent;
    }
  if (!any_parent) return;
  const auto parent_of = [&](ItemId id) {
    if (const auto found = planned.find(id); found != planned.end()) return found->second->parent;
    const Item* item = current.find(id);
    return item ? item->parent : ItemId{};
  };
  std::unordered_map<ItemId, std::uint32_t> walk_of;  // the walk that passed an item first
  std::uint32_t walk = 0;
  for (const auto& [start, unused] : planned) {
    ++walk;
    for (ItemId at = start; at && walk_of.try_emplace(at, walk).second;) {
      const ItemId parent = parent_of(at);
      const auto passed = walk_of.find(parent);
      if (parent && passed != walk_of.end() && passed->second == walk) {
        // A circle: it goes through the plan, for the workspace alone has none that an import could mend.
        ItemId open = at;
        while (planned.find(open) == planned.end() && parent_of(open) != at) open = parent_of(open);
        if (const auto found = planned.find(open); found != planned.end()) {
          auto& item = *found->second;
          plan.report.losses.push_back({0, "parent", item.external_key.empty() ? item.title : item.external_key,
                                        "its parent is one of its own descendants; it gets none"});
          item.parent = {};
        }
        break;
      }
      at = parent;
    }
  }
}

using Positions = std::unordered_map<ItemId, std::uint32_t>;

void put_parents_first(std::vector<Item>& items, const Positions& position) {
  std::vector<std::uint32_t> order;
  std::vector<bool> placed(items.size(), false);
  std::vector<std::uint32_t> chain;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    chain.clear();
    for (std::uint32_t at = i; !placed[at];) {
      chain.push_back(at);
      placed[at] = true;
      const auto parent = position.find(items[at].parent);
      if (parent == position.end()) break;
      at = parent->second;
    }
    order.insert(order.end(), chain.rbegin(), chain.rend());
  }
  std::vector<Item> sorted;
  sorted.reserve(items.size());
  for (const auto i : order) sorted.push_back(std::move(items[i]));
  items = std::move(sorted);
}

}  // namespace

void order_parents(ImportPlan& plan, const Portfolio& current) {
  const auto& items = plan.items.insert;
  Positions position;
  position.reserve(items.size());
  bool in_order = true;
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    position.emplace(items[i].id, i);
    if (items[i].parent && position.find(items[i].parent) == position.end() && !current.contains(items[i].parent))
      in_order = false;
  }
  // New items whose parents all stand before them, or in a workspace that stays as it is, form no circle.
  if (in_order && plan.items.update.empty()) return;
  break_parent_circles(plan, current);
  if (!in_order) put_parents_first(plan.items.insert, position);
}

}  // namespace tradewind::exchange
