// Sorting items by a method's value. A hundred thousand items are sorted by radix on the bits of their numbers; what is
// equal there is sorted by the next criterion, each read once per item.
#include "tradewind/scoring/ranking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>

namespace tradewind::scoring {
namespace {

constexpr std::uint64_t sign_bit = 1ULL << 63U;

/// Bits that ascend while the number descends. REQUIRES: not a NaN.
std::uint64_t descending(double value) {
  const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);  // −0 is 0
  return (bits & sign_bit) != 0 ? bits : ~(bits | sign_bit);
}
double number_of(std::uint64_t order) { return std::bit_cast<double>((order & sign_bit) != 0 ? order : ~order & ~sign_bit); }

struct Entry {
  std::uint64_t order;  // ascending; what it stands for depends on the criterion
  const Item* item;
};

std::uint64_t by_reach(const Item& item) { return descending(item.reach.value_or(-std::numeric_limits<double>::infinity())); }
std::uint64_t by_beginning_of_key(const Item& item) {
  std::uint64_t order = 0;
  for (std::size_t i = 0; i < sizeof order; ++i)
    order = order << 8U | (i < item.key.size() ? static_cast<unsigned char>(item.key[i]) : 0U);
  return order;
}
bool key_comes_first(const Entry& a, const Entry& b) {
  if (const int order = a.item->key.compare(b.item->key); order != 0) return order < 0;
  return a.item->id < b.item->id;
}

/// What decides between items that are equal so far.
constexpr std::array<std::uint64_t (*)(const Item&), 2> tie_breakers{by_reach, by_beginning_of_key};

class Sorter {
 public:
  explicit Sorter(std::size_t most_entries) : spare_(most_entries) {}

  /// By `order`, then by the tie breakers from `next` on, then by the whole key.
  void sort(std::span<Entry> entries, std::size_t next = 0) {
    sort_by_order(entries);
    for (std::size_t first = 0; first < entries.size();) {
      std::size_t last = first + 1;
      while (last < entries.size() && entries[last].order == entries[first].order) ++last;
      if (last - first > 1) break_tie(entries.subspan(first, last - first), next);
      first = last;
    }
  }

 private:
  static constexpr std::size_t worth_radix = 1024;
  static constexpr unsigned digit_bits = 11;
  static constexpr std::size_t digits = 6;  // 6 × 11 ≥ 64 bits
  static constexpr std::size_t buckets = std::size_t{1} << digit_bits;

  static std::size_t digit_of(std::uint64_t order, std::size_t digit) { return order >> (digit * digit_bits) & (buckets - 1); }

  void break_tie(std::span<Entry> entries, std::size_t next) {
    if (next == tie_breakers.size()) {
      std::sort(entries.begin(), entries.end(), key_comes_first);
      return;
    }
    const std::uint64_t tied = entries.front().order;
    for (Entry& entry : entries) entry.order = tie_breakers[next](*entry.item);
    sort(entries, next + 1);
    for (Entry& entry : entries) entry.order = tied;
  }

  void sort_by_order(std::span<Entry> entries) {
    if (entries.size() < worth_radix) {
      std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.order < b.order; });
      return;
    }
    std::vector<std::array<std::uint32_t, buckets>> counts(digits);
    for (const Entry& entry : entries)
      for (std::size_t digit = 0; digit < digits; ++digit) ++counts[digit][digit_of(entry.order, digit)];

    std::span<Entry> from = entries;
    std::span<Entry> to = std::span(spare_).first(entries.size());
    for (std::size_t digit = 0; digit < digits; ++digit) {
      auto& places = counts[digit];
      if (places[digit_of(from.front().order, digit)] == entries.size()) continue;  // all alike
      std::uint32_t place = 0;
      for (std::uint32_t& count : places) {
        const std::uint32_t size = count;
        count = place;
        place += size;
      }
      for (const Entry& entry : from) to[places[digit_of(entry.order, digit)]++] = entry;
      std::swap(from, to);
    }
    if (from.data() != entries.data()) std::copy(from.begin(), from.end(), entries.begin());
  }

  std::vector<Entry> spare_;
};

}  // namespace

std::vector<RankedItem> rank_items(const ScoringContext& context, std::span<const Item* const> items, const Method& method) {
  const double sign = method.higher_is_better ? 1 : -1;
  std::vector<Entry> scored;
  std::vector<Entry> unscored;
  scored.reserve(items.size());
  for (const Item* item : items) {
    const OptionalNumber value = method.value(context, *item);
    if (value.has_value())
      scored.push_back({descending(sign * value.value()), item});
    else
      unscored.push_back({0, item});
  }

  Sorter sorter(items.size());
  sorter.sort(scored);
  sorter.sort(unscored);

  std::vector<RankedItem> ranked;
  ranked.reserve(items.size());
  int rank = 0;
  for (const Entry& entry : scored) ranked.push_back({entry.item, sign * number_of(entry.order), ++rank});
  for (const Entry& entry : unscored) ranked.push_back({entry.item, {}, 0});
  return ranked;
}

std::vector<RankedItem> rank_items(const Portfolio& portfolio, std::span<const Item* const> items, const Method& method) {
  return rank_items(ScoringContext(portfolio, items), items, method);
}

std::vector<RankedItem> rank_items(const Portfolio& portfolio, const Method& method) {
  std::vector<const Item*> items;
  items.reserve(portfolio.all<Item>().size());
  for (const Item& item : portfolio.all<Item>()) items.push_back(&item);
  return rank_items(portfolio, items, method);
}

}  // namespace tradewind::scoring
