// Ranks are base-62 fractions without the leading "0.": byte order is numeric order as long as no rank ends in '0'.
#include "tradewind/domain/rank.h"

#include <algorithm>
#include <cstdint>

namespace tradewind {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int base = 62;

using Digits = std::vector<int>;

/// A byte outside the alphabet counts as the nearest digit below it.
int digit_of(char c) {
  const auto after = std::upper_bound(alphabet.begin(), alphabet.end(), c);
  return after == alphabet.begin() ? 0 : static_cast<int>(after - alphabet.begin()) - 1;
}
int digit_at(std::string_view rank, std::size_t i) { return i < rank.size() ? digit_of(rank[i]) : 0; }

std::string to_rank(Digits digits) {
  while (!digits.empty() && digits.back() == 0) digits.pop_back();
  std::string rank;
  rank.reserve(digits.size());
  for (const int digit : digits) rank += alphabet[static_cast<std::size_t>(digit)];
  return rank;
}

/// Adds to the number that the digits from `first` on spell; false when it does not fit into them.
bool add(Digits& digits, std::size_t first, std::uint64_t amount) {
  for (std::size_t i = digits.size(); i > first && amount > 0; --i) {
    const std::uint64_t sum = static_cast<std::uint64_t>(digits[i - 1]) + amount;
    digits[i - 1] = static_cast<int>(sum % base);
    amount = sum / base;
  }
  return amount == 0;
}

Digits first_digits(std::string_view rank, std::size_t count) {
  Digits digits(count);
  for (std::size_t i = 0; i < count; ++i) digits[i] = digit_at(rank, i);
  return digits;
}

std::size_t leading_run(std::string_view rank, int digit) {
  std::size_t run = 0;
  while (run < rank.size() && digit_of(rank[run]) == digit) ++run;
  return run;
}

/// Appending and prepending count up and down instead of halving what is left. The counter lies behind a run of z (or 0)
/// of 0, 1, 3, 7 … digits and is one digit longer than that run: a million appended ranks take at most seven letters.
std::size_t counter_start(std::size_t run) {
  std::size_t start = 0;
  while (2 * start + 1 <= run) start = 2 * start + 1;
  return start;
}

std::string rank_after(std::string_view before) {
  const std::size_t start = counter_start(leading_run(before, base - 1));
  Digits digits = first_digits(before, 2 * start + 1);
  add(digits, start, 1);  // cannot overflow: a full counter would have been part of the run
  return to_rank(std::move(digits));
}

std::string rank_before(std::string_view after) {
  const std::size_t start = counter_start(leading_run(after, 0));
  const std::size_t width = 2 * start + 1;
  Digits digits = first_digits(after, width);
  const bool has_tail = after.find_first_not_of('0', std::min(width, after.size())) != std::string_view::npos;
  if (!has_tail) {
    for (std::size_t i = width; i-- > start;) {
      digits[i] = (digits[i] + base - 1) % base;
      if (digits[i] != base - 1) break;
    }
  }
  if (std::all_of(digits.begin(), digits.end(), [](int digit) { return digit == 0; })) digits.resize(2 * width + 1, base - 1);
  return to_rank(std::move(digits));
}

std::string rank_in_gap(std::string_view before, std::string_view after) {
  Digits digits;
  bool below_after = false;  // the digits so far are already less than those of `after`
  for (std::size_t i = 0;; ++i) {
    const int low = digit_at(before, i);
    const int high = below_after ? base : digit_at(after, i);
    if (high - low > 1) {
      digits.push_back((low + high) / 2);
      return to_rank(std::move(digits));
    }
    if (high - low == 1 && !below_after) {
      if (i + 1 < after.size()) {
        digits.push_back(high);
        return to_rank(std::move(digits));
      }
      below_after = true;
    }
    digits.push_back(low);
    // Only where the caller broke `before < after`: stay finite.
    if (i > before.size() + after.size()) return to_rank(std::move(digits)) + alphabet[base / 2];
  }
}

}  // namespace

std::string rank_between(std::string_view before, std::string_view after) {
  if (before.empty() && after.empty()) return std::string{alphabet[base / 2]};
  if (after.empty()) return rank_after(before);
  if (before.empty()) return rank_before(after);
  return rank_in_gap(before, after);
}

std::vector<std::string> ranks_between(std::string_view before, std::string_view after, std::size_t count) {
  // Cut both ends to `width` digits; `gap` is their difference as numbers. Every number strictly between is a rank.
  std::uint64_t gap = after.empty() ? 1 : 0;
  std::size_t width = 0;
  const auto upper_end = [&] {  // exclusive, counted from the lower end
    const bool has_tail = after.find_first_not_of('0', std::min(width, after.size())) != std::string_view::npos;
    return gap + (has_tail ? 1 : 0);
  };
  const std::size_t widest = before.size() + after.size() + 16;  // reached only where the caller broke `before < after`
  while (upper_end() < count + 1 && width < widest) {
    gap = gap * base + static_cast<std::uint64_t>(digit_at(after, width)) - static_cast<std::uint64_t>(digit_at(before, width));
    ++width;
  }
  const std::uint64_t end = upper_end();
  const std::uint64_t step = end / (count + 1);
  const std::uint64_t rest = end % (count + 1);
  const Digits lower = first_digits(before, width);
  std::vector<std::string> ranks;
  ranks.reserve(count);
  for (std::uint64_t k = 1; k <= count; ++k) {
    Digits digits = lower;
    add(digits, 0, step * k + rest * k / (count + 1));
    ranks.push_back(to_rank(std::move(digits)));
  }
  return ranks;
}

}  // namespace tradewind
