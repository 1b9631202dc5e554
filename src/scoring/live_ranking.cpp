#include "tradewind/scoring/live_ranking.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

#include "tradewind/scoring/ranking.h"

namespace tradewind::scoring {
namespace {

constexpr std::size_t most_items_to_move = 256;  // beyond, sorting everything once is faster

/// The items whose score the changes can have altered, sorted; nullopt where nobody can tell.
std::optional<std::vector<ItemId>> touched_items(const Portfolio& portfolio, const Changes& changes) {
  std::vector<ItemId> items;
  bool is_known = true;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    for (const Change& change : changes) {
      if (change.table != Entity::table) continue;
      if constexpr (std::is_same_v<Entity, Item>) {
        items.push_back(ItemId{change.id});
      } else if constexpr (requires(const Entity& row) { row.item; }) {
        // Whose an erased row was, and whose an updated one was before, only the row itself knew.
        const Entity* row = portfolio.find(Id<Entity>{change.id});
        if (row != nullptr && change.kind == ChangeKind::inserted)
          items.push_back(row->item);
        else
          is_known = false;
      } else {
        is_known = false;
      }
    }
  });
  if (!is_known || items.size() > most_items_to_move) return std::nullopt;
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  return items;
}

}  // namespace

LiveRanking::LiveRanking(const Portfolio& portfolio, const Method& method) : portfolio_(&portfolio), method_(&method) {
  rank_all();
}

void LiveRanking::rank_all() {
  entries_.clear();
  entries_.reserve(portfolio_->all<Item>().size());
  for (const RankedItem& one : rank_items(*portfolio_, *method_)) entries_.push_back({one.item->id, one.value});
}

bool LiveRanking::comes_before(const Entry& a, const Entry& b) const {
  if (a.value.has_value() != b.value.has_value()) return a.value.has_value();
  if (a.value.has_value() && a.value.value() != b.value.value())
    return (a.value.value() > b.value.value()) == method_->higher_is_better;
  const Item& one = *portfolio_->find(a.item);
  const Item& other = *portfolio_->find(b.item);
  constexpr double unknown_last = -std::numeric_limits<double>::infinity();
  const double reach = one.reach.value_or(unknown_last);
  const double other_reach = other.reach.value_or(unknown_last);
  if (reach != other_reach) return reach > other_reach;
  return std::tie(one.key, one.id) < std::tie(other.key, other.id);
}

void LiveRanking::update(const Changes& changes) {
  if (changes.empty()) return;
  const auto items = touched_items(*portfolio_, changes);
  if (!items || method_->compares_items) return rank_all();
  entries_.erase(std::remove_if(entries_.begin(), entries_.end(),
                                [&](const Entry& entry) { return std::binary_search(items->begin(), items->end(), entry.item); }),
                 entries_.end());
  const ScoringContext context(*portfolio_);
  for (const ItemId id : *items) {
    const Item* item = portfolio_->find(id);
    if (item == nullptr) continue;  // erased
    const Entry entry{id, method_->value(context, *item)};
    const auto place = std::lower_bound(entries_.begin(), entries_.end(), entry,
                                        [&](const Entry& a, const Entry& b) { return comes_before(a, b); });
    entries_.insert(place, entry);
  }
}

}  // namespace tradewind::scoring
