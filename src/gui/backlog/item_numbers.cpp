#include "gui/backlog/item_numbers.h"

#include <algorithm>

namespace tradewind::gui {

ItemNumbers::ItemNumbers(const Portfolio& portfolio, Value value_of) : portfolio_(&portfolio), value_(value_of) {
  const auto& table = portfolio.all<Item>();
  std::vector<const Item*> items;
  items.reserve(table.size());
  for (const Item& item : table) items.push_back(&item);
  const scoring::ScoringContext context(portfolio, items);
  by_slot_.resize(table.slot_count());
  for (const Item* item : items) by_slot_[table.slot(item->id)] = value_of(context, *item);
  find_greatest();
}

void ItemNumbers::update(const scoring::ScoringContext& context, const std::vector<ItemId>& items) {
  const auto& table = portfolio_->all<Item>();
  by_slot_.resize(table.slot_count());
  for (const ItemId id : items)
    if (const Item* item = portfolio_->find(id)) by_slot_[table.slot(id)] = value_(context, *item);
  find_greatest();
}

void ItemNumbers::find_greatest() {
  greatest_ = 0;
  for (const OptionalNumber number : by_slot_) greatest_ = std::max(greatest_, number.value_or(0));
}

OptionalNumber ItemNumbers::value(ItemId item) const {
  const std::uint32_t slot = portfolio_->all<Item>().slot(item);
  return slot < by_slot_.size() ? by_slot_[slot] : OptionalNumber{};
}

ItemNumbers::Place ItemNumbers::place(ItemId item) const {
  const OptionalNumber mine = value(item);
  Place place;
  for (const OptionalNumber number : by_slot_) {
    if (!number) continue;
    ++place.of;
    if (mine && *number > *mine) ++place.greater;
  }
  return place;
}

}  // namespace tradewind::gui
