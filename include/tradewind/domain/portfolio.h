// The in-memory read model: every domain row of a workspace, indexed. Views, scores and plans read it; nobody else
// reads SQL. Storage keeps it current; tests and the sample workspace build one by hand:
//
//     Portfolio portfolio;
//     portfolio.insert(Item{.id = new_id<ItemId>(), .key = "TW-1", .title = "Query cache"});
//     for (const Estimate& e : portfolio.owned_by<&Estimate::item>(item.id)) …
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "tradewind/domain/entities.h"
#include "tradewind/domain/table.h"

namespace tradewind {

namespace detail {

template <class T>
struct MemberPointer;
template <class Class, class Value>
struct MemberPointer<Value Class::*> {
  using Owner = Class;
  using Type = Value;
};
template <class Tuple>
struct TablesOf;
template <class... Entity>
struct TablesOf<std::tuple<Entity...>> {
  using Type = std::tuple<Table<Entity>...>;
};

/// Chains the rows that refer to the same owner through their slots: 4 bytes a row and about 6 an owner.
template <auto Member>
class OwnerIndex {
 public:
  using Entity = typename MemberPointer<decltype(Member)>::Owner;
  using OwnerId = typename MemberPointer<decltype(Member)>::Type;
  static constexpr std::uint32_t none = SlotIndex::none;

  /// REQUIRES: the row is in the table.
  void add(const Table<Entity>& table, std::uint32_t slot) {
    if (next_.size() <= slot) next_.resize(slot + 1, none);
    const OwnerId owner = table.at_slot(slot).*Member;
    next_[slot] = first(table, owner);
    if (next_[slot] == none)
      heads_.add(hash_of(owner), slot, hash_of_slot(table));
    else
      heads_.replace(hash_of(owner), next_[slot], slot);
  }
  /// REQUIRES: the row is in the table, as it was when it was added.
  void remove(const Table<Entity>& table, std::uint32_t slot) {
    const OwnerId owner = table.at_slot(slot).*Member;
    const std::uint32_t head = first(table, owner);
    if (head == slot) {
      if (next_[slot] == none)
        heads_.remove(hash_of(owner), slot, hash_of_slot(table));
      else
        heads_.replace(hash_of(owner), slot, next_[slot]);
      return;
    }
    for (std::uint32_t at = head; at != none; at = next_[at])
      if (next_[at] == slot) {
        next_[at] = next_[slot];
        return;
      }
  }
  std::uint32_t first(const Table<Entity>& table, OwnerId owner) const {
    return heads_.find(hash_of(owner), [&](std::uint32_t slot) { return table.at_slot(slot).*Member == owner; });
  }
  std::uint32_t next(std::uint32_t slot) const { return next_[slot]; }
  void reserve(std::size_t count) { next_.reserve(count); }

 private:
  static std::size_t hash_of(OwnerId owner) { return std::hash<OwnerId>{}(owner); }
  static auto hash_of_slot(const Table<Entity>& table) {
    return [&table](std::uint32_t slot) { return hash_of(table.at_slot(slot).*Member); };
  }

  SlotIndex heads_;
  std::vector<std::uint32_t> next_;
};

}  // namespace detail

class Portfolio {
 public:
  /// The rows whose `Member` is `owner`; order unspecified. Valid until the next change.
  template <auto Member>
  class OwnedRange {
   public:
    using Index = detail::OwnerIndex<Member>;
    using Entity = typename Index::Entity;
    class iterator {
     public:
      using iterator_category = std::forward_iterator_tag;
      using value_type = Entity;
      using difference_type = std::ptrdiff_t;
      using pointer = const Entity*;
      using reference = const Entity&;
      iterator() = default;
      iterator(const Table<Entity>* table, const Index* index, std::uint32_t slot) : table_(table), index_(index), slot_(slot) {}
      reference operator*() const { return table_->at_slot(slot_); }
      pointer operator->() const { return &table_->at_slot(slot_); }
      iterator& operator++() {
        slot_ = index_->next(slot_);
        return *this;
      }
      iterator operator++(int) {
        auto before = *this;
        ++*this;
        return before;
      }
      friend bool operator==(const iterator& a, const iterator& b) { return a.slot_ == b.slot_; }

     private:
      const Table<Entity>* table_ = nullptr;
      const Index* index_ = nullptr;
      std::uint32_t slot_ = Index::none;
    };
    OwnedRange(const Table<Entity>* table, const Index* index, std::uint32_t first)
        : table_(table), index_(index), first_(first) {}
    iterator begin() const { return {table_, index_, first_}; }
    iterator end() const { return {table_, index_, Index::none}; }
    bool empty() const { return first_ == Index::none; }

   private:
    const Table<Entity>* table_;
    const Index* index_;
    std::uint32_t first_;
  };

  // Out of line: thirty tables and their indices are instantiated once, not in every file that includes this.
  Portfolio();
  ~Portfolio();
  Portfolio(const Portfolio&);
  Portfolio& operator=(const Portfolio&);
  Portfolio(Portfolio&&) noexcept;
  Portfolio& operator=(Portfolio&&) noexcept;

  template <class Entity>
  const Table<Entity>& all() const {
    return std::get<Table<Entity>>(tables_);
  }
  template <class Entity>
  const Entity* find(Id<Entity> id) const {
    return all<Entity>().find(id);
  }
  template <auto Member>
  OwnedRange<Member> owned_by(typename detail::MemberPointer<decltype(Member)>::Type owner) const {
    const auto& index = std::get<detail::OwnerIndex<Member>>(indices_);
    const auto& rows = all<typename detail::MemberPointer<decltype(Member)>::Owner>();
    return {&rows, &index, index.first(rows, owner)};
  }

  /// The settings row; defaults while there is none.
  const WorkspaceSettings& settings() const;
  /// By workspace key ("TW-12"), else by external key ("PROJ-123"); nullptr where neither exists.
  const Item* item_by_key(std::string_view key) const;
  /// By identity in the source it was imported from. An empty source matches any.
  const Item* item_by_external_key(std::string_view source, std::string_view external_key) const;
  const Outcome* outcome_by_key(std::string_view key) const;
  /// By key or name, ignoring case.
  const Team* team_by_name(std::string_view name) const;
  const AllocationClass* allocation_class_by_name(std::string_view name) const;
  const Period* period_by_name(std::string_view name) const;
  /// The roadmap of that name, or, for an empty name, the first by position.
  const Roadmap* roadmap_by_name(std::string_view name) const;

  /// Items in the order of their rank (then key); computed at each call.
  std::vector<const Item*> items_by_rank() const;
  /// Sum of the likely estimates of all teams in person-weeks; unknown when there is none.
  OptionalNumber likely_effort(ItemId item) const;
  OptionalNumber low_effort(ItemId item) const;
  OptionalNumber high_effort(ItemId item) const;
  std::vector<const Team*> teams_in_order() const;
  std::vector<const Outcome*> outcomes_in_order() const;
  /// Periods of a kind by start date.
  std::vector<const Period*> periods_in_order(PeriodKind kind) const;
  /// Classes of the active policy, in order.
  std::vector<const AllocationClass*> allocation_classes_in_order() const;

  /// REQUIRES: row.id is set; insert: not there yet; update and erase: there.
  template <class Entity>
  void insert(Entity row);
  /// All rows of a kind at once. REQUIRES: there is none yet; ids are set and differ. May run on one thread for one kind
  /// while it runs on another thread for another kind.
  template <class Entity>
  void fill(std::vector<Entity> rows);
  template <class Entity>
  void update(Entity row);
  template <class Entity>
  void erase(Id<Entity> id);
  template <class Entity>
  void reserve(std::size_t count);
  template <class Entity>
  bool contains(Id<Entity> id) const {
    return find(id) != nullptr;
  }

 private:
  using Indices = std::tuple<
      detail::OwnerIndex<&Contribution::item>, detail::OwnerIndex<&Contribution::outcome>, detail::OwnerIndex<&Estimate::item>,
      detail::OwnerIndex<&Dependency::predecessor>, detail::OwnerIndex<&Dependency::successor>,
      detail::OwnerIndex<&Placement::item>, detail::OwnerIndex<&Evidence::item>, detail::OwnerIndex<&Experiment::item>,
      detail::OwnerIndex<&InsightLink::item>, detail::OwnerIndex<&Framing::item>, detail::OwnerIndex<&CheckIn::outcome>,
      detail::OwnerIndex<&Capacity::team>, detail::OwnerIndex<&OpportunitySurvey::item>, detail::OwnerIndex<&KanoSurvey::item>,
      detail::OwnerIndex<&CriterionRating::item>>;

  template <class Entity, class Visitor>
  void for_each_index(Visitor&& visit) {
    std::apply(
        [&](auto&... index) {
          const auto visit_own = [&](auto& one) {
            if constexpr (std::is_same_v<typename std::remove_reference_t<decltype(one)>::Entity, Entity>) visit(one);
          };
          (visit_own(index), ...);
        },
        indices_);
  }
  template <class Entity>
  Table<Entity>& table() {
    return std::get<Table<Entity>>(tables_);
  }
  void index_keys(std::uint32_t slot);
  void forget_keys(std::uint32_t slot);

  detail::TablesOf<PortfolioEntities>::Type tables_;
  Indices indices_;
  SlotIndex item_slot_by_key_;
  SlotIndex item_slot_by_external_key_;
};

template <class Entity>
void Portfolio::insert(Entity row) {
  const auto slot = table<Entity>().insert(std::move(row));
  for_each_index<Entity>([&](auto& index) { index.add(all<Entity>(), slot); });
  if constexpr (std::is_same_v<Entity, Item>) index_keys(slot);
}

template <class Entity>
void Portfolio::fill(std::vector<Entity> rows) {
  table<Entity>().fill(std::move(rows));
  const auto count = static_cast<std::uint32_t>(all<Entity>().slot_count());
  for_each_index<Entity>([&](auto& index) {
    index.reserve(count);
    for (std::uint32_t slot = 0; slot < count; ++slot) index.add(all<Entity>(), slot);
  });
  if constexpr (std::is_same_v<Entity, Item>)
    for (std::uint32_t slot = 0; slot < count; ++slot) index_keys(slot);
}

template <class Entity>
void Portfolio::update(Entity row) {
  const auto slot = all<Entity>().slot(row.id);
  for_each_index<Entity>([&](auto& index) { index.remove(all<Entity>(), slot); });
  if constexpr (std::is_same_v<Entity, Item>) forget_keys(slot);
  table<Entity>().replace(std::move(row));
  for_each_index<Entity>([&](auto& index) { index.add(all<Entity>(), slot); });
  if constexpr (std::is_same_v<Entity, Item>) index_keys(slot);
}

template <class Entity>
void Portfolio::erase(Id<Entity> id) {
  const auto slot = all<Entity>().slot(id);
  for_each_index<Entity>([&](auto& index) { index.remove(all<Entity>(), slot); });
  if constexpr (std::is_same_v<Entity, Item>) forget_keys(slot);
  table<Entity>().erase(id);
}

template <class Entity>
void Portfolio::reserve(std::size_t count) {
  table<Entity>().reserve(count);
  for_each_index<Entity>([&](auto& index) { index.reserve(count); });
}

}  // namespace tradewind
