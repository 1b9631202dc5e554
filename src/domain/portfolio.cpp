#include "tradewind/domain/portfolio.h"

#include <algorithm>
#include <functional>

#include "tradewind/domain/text.h"

namespace tradewind {
namespace {

template <class Entity>
std::vector<const Entity*> by_position(const Table<Entity>& table) {
  std::vector<const Entity*> rows;
  for (const Entity& row : table) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [](const Entity* a, const Entity* b) {
    return a->position != b->position ? a->position < b->position : a->id < b->id;
  });
  return rows;
}

template <class Entity>
const Entity* by_key_or_name(const Table<Entity>& table, std::string_view name) {
  for (const Entity& row : table)
    if (equals_ignoring_case(row.key, name)) return &row;
  for (const Entity& row : table)
    if (equals_ignoring_case(row.name, name)) return &row;
  return nullptr;
}

OptionalNumber sum_of(const Portfolio& portfolio, ItemId item, OptionalNumber Estimate::*value) {
  double sum = 0;
  bool any = false;
  for (const Estimate& estimate : portfolio.owned_by<&Estimate::item>(item))
    if (const OptionalNumber part = estimate.*value; part.has_value()) {
      sum += part.value();
      any = true;
    }
  return any ? OptionalNumber{sum} : OptionalNumber{};
}

std::size_t hash_of_key(std::string_view key) { return std::hash<std::string_view>{}(key); }

}  // namespace

Portfolio::Portfolio() = default;
Portfolio::~Portfolio() = default;
Portfolio::Portfolio(const Portfolio&) = default;
Portfolio& Portfolio::operator=(const Portfolio&) = default;
Portfolio::Portfolio(Portfolio&&) noexcept = default;
Portfolio& Portfolio::operator=(Portfolio&&) noexcept = default;

const WorkspaceSettings& Portfolio::settings() const {
  static const WorkspaceSettings defaults;
  const auto& rows = all<WorkspaceSettings>();
  return rows.empty() ? defaults : *rows.begin();
}

void Portfolio::index_keys(std::uint32_t slot) {
  const Item& item = all<Item>().at_slot(slot);
  const auto hash_of_slot = [this](std::string Item::*key) {
    return [this, key](std::uint32_t other) { return hash_of_key(all<Item>().at_slot(other).*key); };
  };
  if (!item.key.empty()) item_slot_by_key_.add(hash_of_key(item.key), slot, hash_of_slot(&Item::key));
  if (!item.external_key.empty())
    item_slot_by_external_key_.add(hash_of_key(item.external_key), slot, hash_of_slot(&Item::external_key));
}

void Portfolio::forget_keys(std::uint32_t slot) {
  const auto forget = [&](SlotIndex& index, std::string Item::*key) {
    index.remove(hash_of_key(all<Item>().at_slot(slot).*key), slot,
                 [&](std::uint32_t other) { return hash_of_key(all<Item>().at_slot(other).*key); });
  };
  forget(item_slot_by_key_, &Item::key);
  forget(item_slot_by_external_key_, &Item::external_key);
}

const Item* Portfolio::item_by_key(std::string_view key) const {
  const std::uint32_t slot =
      item_slot_by_key_.find(hash_of_key(key), [&](std::uint32_t at) { return all<Item>().at_slot(at).key == key; });
  return slot != SlotIndex::none ? &all<Item>().at_slot(slot) : item_by_external_key({}, key);
}

const Item* Portfolio::item_by_external_key(std::string_view source, std::string_view external_key) const {
  if (external_key.empty()) return nullptr;
  const std::uint32_t slot = item_slot_by_external_key_.find(hash_of_key(external_key), [&](std::uint32_t at) {
    const Item& item = all<Item>().at_slot(at);
    return item.external_key == external_key && (source.empty() || item.external_source == source);
  });
  return slot != SlotIndex::none ? &all<Item>().at_slot(slot) : nullptr;
}

const Outcome* Portfolio::outcome_by_key(std::string_view key) const {
  for (const Outcome& outcome : all<Outcome>())
    if (equals_ignoring_case(outcome.key, key)) return &outcome;
  return nullptr;
}

const Team* Portfolio::team_by_name(std::string_view name) const { return by_key_or_name(all<Team>(), name); }

const AllocationClass* Portfolio::allocation_class_by_name(std::string_view name) const {
  for (const AllocationClass* row : allocation_classes_in_order())
    if (equals_ignoring_case(row->key, name) || equals_ignoring_case(row->name, name)) return row;
  return nullptr;
}

const Period* Portfolio::period_by_name(std::string_view name) const {
  for (const Period& period : all<Period>())
    if (equals_ignoring_case(period.name, name)) return &period;
  return nullptr;
}

const Roadmap* Portfolio::roadmap_by_name(std::string_view name) const {
  for (const Roadmap* roadmap : by_position(all<Roadmap>()))
    if (name.empty() || equals_ignoring_case(roadmap->name, name)) return roadmap;
  return nullptr;
}

std::vector<const Item*> Portfolio::items_by_rank() const {
  std::vector<const Item*> items;
  items.reserve(all<Item>().size());
  for (const Item& item : all<Item>()) items.push_back(&item);
  std::sort(items.begin(), items.end(), [](const Item* a, const Item* b) {
    if (const int order = a->rank.compare(b->rank); order != 0) return order < 0;
    return a->key < b->key;
  });
  return items;
}

OptionalNumber Portfolio::likely_effort(ItemId item) const { return sum_of(*this, item, &Estimate::likely); }
OptionalNumber Portfolio::low_effort(ItemId item) const { return sum_of(*this, item, &Estimate::low); }
OptionalNumber Portfolio::high_effort(ItemId item) const { return sum_of(*this, item, &Estimate::high); }

std::vector<const Team*> Portfolio::teams_in_order() const { return by_position(all<Team>()); }
std::vector<const Outcome*> Portfolio::outcomes_in_order() const { return by_position(all<Outcome>()); }

std::vector<const Period*> Portfolio::periods_in_order(PeriodKind kind) const {
  std::vector<const Period*> periods;
  for (const Period& period : all<Period>())
    if (period.kind == kind) periods.push_back(&period);
  std::sort(periods.begin(), periods.end(), [](const Period* a, const Period* b) { return a->start < b->start; });
  return periods;
}

std::vector<const AllocationClass*> Portfolio::allocation_classes_in_order() const {
  AllocationPolicyId active;
  for (const AllocationPolicy& policy : all<AllocationPolicy>())
    if (policy.active && (!active || policy.id < active)) active = policy.id;
  auto rows = by_position(all<AllocationClass>());
  rows.erase(std::remove_if(rows.begin(), rows.end(), [&](const AllocationClass* row) { return row->policy != active; }),
             rows.end());
  return rows;
}

}  // namespace tradewind
