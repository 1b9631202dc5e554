// Rows of one entity type in memory, found by id in constant time. A reference to a row is valid until the next change of the
// table. Slots of erased rows are reused, and iteration order is that of the slots: sort where order matters. Copies are cheap:
// they share what neither has changed (RowBlocks).
#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "tradewind/domain/id.h"
#include "tradewind/domain/row_blocks.h"
#include "tradewind/domain/slot_index.h"

namespace tradewind {

template <class Entity>
class Table {
 public:
  using IdType = Id<Entity>;

  class const_iterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Entity;
    using difference_type = std::ptrdiff_t;
    using pointer = const Entity*;
    using reference = const Entity&;
    const_iterator() = default;
    const_iterator(const RowBlocks<Entity>* rows, std::size_t at) : slots_(rows), at_(at) { skip_erased(); }
    reference operator*() const { return (*slots_)[at_]; }
    pointer operator->() const { return &(*slots_)[at_]; }
    const_iterator& operator++() {
      ++at_;
      skip_erased();
      return *this;
    }
    const_iterator operator++(int) {
      auto before = *this;
      ++*this;
      return before;
    }
    friend bool operator==(const_iterator a, const_iterator b) { return a.at_ == b.at_; }

   private:
    void skip_erased() {
      while (at_ < slots_->size() && !(*slots_)[at_].id) ++at_;
    }
    const RowBlocks<Entity>* slots_ = nullptr;
    std::size_t at_ = 0;
  };

  const_iterator begin() const { return {&slots_, 0}; }
  const_iterator end() const { return {&slots_, slots_.size()}; }
  std::size_t size() const { return slots_.size() - free_.size(); }
  bool empty() const { return size() == 0; }
  void reserve(std::size_t count) {
    slots_.reserve(count);
    slot_of_.reserve(count, hash_of_slot());
  }

  const Entity* find(IdType id) const {
    const std::uint32_t slot = this->slot(id);
    return slot == SlotIndex::none ? nullptr : &slots_[slot];
  }

  /// Slot numbers are stable while the row lives; secondary indices use them.
  const Entity& at_slot(std::uint32_t slot) const { return slots_[slot]; }
  /// SlotIndex::none when there is no such row.
  std::uint32_t slot(IdType id) const {
    return slot_of_.find(hash_of(id), [&](std::uint32_t slot) { return slots_[slot].id == id; });
  }
  std::size_t slot_count() const { return slots_.size(); }

  /// REQUIRES: row.id is set and not in the table.
  std::uint32_t insert(Entity row) {
    std::uint32_t slot;
    const auto id = row.id;
    if (free_.empty()) {
      slot = static_cast<std::uint32_t>(slots_.size());
      slots_.push_back(std::move(row));
    } else {
      slot = free_.back();
      free_.pop_back();
      slots_.set(slot, std::move(row));
    }
    slot_of_.add(hash_of(id), slot, hash_of_slot());
    return slot;
  }
  /// REQUIRES: the table is empty; ids are set and differ.
  void fill(std::vector<Entity> rows) {
    slots_ = {};
    slots_.fill(std::move(rows));
    free_.clear();
    slot_of_.reserve(slots_.size(), hash_of_slot());
    for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) slot_of_.add(hash_of(slots_[slot].id), slot, hash_of_slot());
  }
  /// REQUIRES: a row with that id exists.
  void replace(Entity row) {
    const std::uint32_t at = slot(row.id);
    slots_.set(at, std::move(row));
  }
  /// REQUIRES: a row with that id exists.
  void erase(IdType id) {
    const std::uint32_t gone = slot(id);
    slot_of_.remove(hash_of(id), gone, hash_of_slot());
    Entity none{};
    none.id = IdType{};
    slots_.set(gone, std::move(none));
    free_.push_back(gone);
  }

 private:
  static std::size_t hash_of(IdType id) { return std::hash<IdType>{}(id); }
  auto hash_of_slot() const {
    return [this](std::uint32_t slot) { return hash_of(slots_[slot].id); };
  }

  RowBlocks<Entity> slots_;
  std::vector<std::uint32_t> free_;
  SlotIndex slot_of_;
};

}  // namespace tradewind
