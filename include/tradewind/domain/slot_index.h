// A hash index over the slots of a Table: open addressing with linear probing, four bytes an entry. The keys stay in the
// rows, so whoever asks says how a slot's key is hashed and compared. A node-based map takes ten times the memory and
// dominates the time to open a large workspace.
#pragma once
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tradewind {

class SlotIndex {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFFU;

  /// The first slot with that hash for which matches(slot) is true, else none.
  template <class Matches>
  std::uint32_t find(std::size_t hash, Matches&& matches) const {
    if (entries_.empty()) return none;
    for (std::size_t at = home_of(hash); entries_[at] != none; at = after(at))
      if (matches(entries_[at])) return entries_[at];
    return none;
  }

  /// hash_of(slot) must give the hash under which each slot was added. Equal keys may be added more than once.
  template <class HashOf>
  void add(std::size_t hash, std::uint32_t slot, HashOf&& hash_of) {
    if ((used_ + 1) * 4 > entries_.size() * 3) resize(entries_.empty() ? 16 : entries_.size() * 2, hash_of);
    place(hash, slot);
    ++used_;
  }

  /// REQUIRES: `before` was added with that hash.
  void replace(std::size_t hash, std::uint32_t before, std::uint32_t now) { entries_[position_of(hash, before)] = now; }

  /// Does nothing when the slot was not added with that hash.
  template <class HashOf>
  void remove(std::size_t hash, std::uint32_t slot, HashOf&& hash_of) {
    std::size_t gap = position_of(hash, slot);
    if (gap == entries_.size()) return;
    // What was pushed past the gap moves back into it, so that no search stops too early.
    for (std::size_t at = after(gap); entries_[at] != none; at = after(at)) {
      const std::size_t from_home = (at - home_of(hash_of(entries_[at]))) & (entries_.size() - 1);
      const std::size_t from_gap = (at - gap) & (entries_.size() - 1);
      if (from_home < from_gap) continue;
      entries_[gap] = entries_[at];
      gap = at;
    }
    entries_[gap] = none;
    --used_;
  }

  template <class HashOf>
  void reserve(std::size_t count, HashOf&& hash_of) {
    std::size_t size = 16;
    while (count * 4 > size * 3) size *= 2;
    if (size > entries_.size()) resize(size, hash_of);
  }

 private:
  /// The multiplication spreads ids that follow each other; the size is a power of two.
  std::size_t home_of(std::size_t hash) const {
    return static_cast<std::size_t>((static_cast<std::uint64_t>(hash) * 0x9E3779B97F4A7C15U) >> 32U) & (entries_.size() - 1);
  }
  std::size_t after(std::size_t at) const { return (at + 1) & (entries_.size() - 1); }
  std::size_t position_of(std::size_t hash, std::uint32_t slot) const {
    if (entries_.empty()) return 0;
    std::size_t at = home_of(hash);
    while (entries_[at] != none && entries_[at] != slot) at = after(at);
    return entries_[at] == slot ? at : entries_.size();
  }
  void place(std::size_t hash, std::uint32_t slot) {
    std::size_t at = home_of(hash);
    while (entries_[at] != none) at = after(at);
    entries_[at] = slot;
  }
  template <class HashOf>
  void resize(std::size_t size, HashOf&& hash_of) {
    const std::vector<std::uint32_t> before = std::exchange(entries_, std::vector<std::uint32_t>(size, none));
    for (const std::uint32_t slot : before)
      if (slot != none) place(hash_of(slot), slot);
  }

  std::vector<std::uint32_t> entries_;
  std::size_t used_ = 0;
};

}  // namespace tradewind
