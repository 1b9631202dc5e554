// Rows of one entity type in memory, found by id in constant time. Slots of erased rows are reused, so references stay
// valid until the next insert, and iteration order is that of the slots: sort where order matters.
#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

#include "tradewind/domain/id.h"

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
    const_iterator(pointer at, pointer end) : at_(at), end_(end) { skip_erased(); }
    reference operator*() const { return *at_; }
    pointer operator->() const { return at_; }
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
      while (at_ != end_ && !at_->id) ++at_;
    }
    pointer at_ = nullptr;
    pointer end_ = nullptr;
  };

  const_iterator begin() const { return {slots_.data(), slots_.data() + slots_.size()}; }
  const_iterator end() const { return {slots_.data() + slots_.size(), slots_.data() + slots_.size()}; }
  std::size_t size() const { return slot_of_.size(); }
  bool empty() const { return slot_of_.empty(); }
  void reserve(std::size_t count) {
    slots_.reserve(count);
    slot_of_.reserve(count);
  }

  const Entity* find(IdType id) const {
    const auto found = slot_of_.find(id);
    return found == slot_of_.end() ? nullptr : &slots_[found->second];
  }

  /// Slot numbers are stable while the row lives; secondary indices use them.
  const Entity& at_slot(std::uint32_t slot) const { return slots_[slot]; }
  std::uint32_t slot(IdType id) const { return slot_of_.at(id); }
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
      slots_[slot] = std::move(row);
    }
    slot_of_.emplace(id, slot);
    return slot;
  }
  /// REQUIRES: a row with that id exists.
  void replace(Entity row) { slots_[slot_of_.at(row.id)] = std::move(row); }
  /// REQUIRES: a row with that id exists.
  void erase(IdType id) {
    const auto found = slot_of_.find(id);
    slots_[found->second] = Entity{};
    slots_[found->second].id = IdType{};
    free_.push_back(found->second);
    slot_of_.erase(found);
  }

 private:
  std::vector<Entity> slots_;
  std::vector<std::uint32_t> free_;
  std::unordered_map<IdType, std::uint32_t> slot_of_;
};

}  // namespace tradewind
