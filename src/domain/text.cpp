// Searching and comparing text ignoring case.
#include "tradewind/domain/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "domain/text_fold.h"

namespace tradewind {
namespace {

void append_utf8(std::string& out, char32_t letter) {
  const auto byte = [&](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
  if (letter >= 0x200000) {  // an invalid byte stays what it is
    byte(letter & 0xFFU);
  } else if (letter < 0x80) {
    byte(letter);
  } else if (letter < 0x800) {
    byte(0xC0U | (letter >> 6U));
    byte(0x80U | (letter & 0x3FU));
  } else if (letter < 0x10000) {
    byte(0xE0U | (letter >> 12U));
    byte(0x80U | ((letter >> 6U) & 0x3FU));
    byte(0x80U | (letter & 0x3FU));
  } else {
    byte(0xF0U | (letter >> 18U));
    byte(0x80U | ((letter >> 12U) & 0x3FU));
    byte(0x80U | ((letter >> 6U) & 0x3FU));
    byte(0x80U | (letter & 0x3FU));
  }
}

/// How common a byte is in text, commonest first: the scan of a long text stops least often at a rare one.
std::size_t commonness(char c) {
  static constexpr std::string_view commonest_first = " etaoinsrhldcumfpgwybvkxjqz";
  const std::size_t at = commonest_first.find(c);
  return at == std::string_view::npos ? 0 : commonest_first.size() - at;
}

char ascii_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

/// Eight bytes at a time: most texts have no letter outside ASCII, and a pattern with one is not in them.
bool is_ascii(std::string_view text) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  std::uint64_t all = 0;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t chunk = 0;
    std::memcpy(&chunk, text.data() + at, sizeof chunk);
    all |= chunk;
  }
  for (; at < text.size(); ++at) all |= static_cast<unsigned char>(text[at]);
  return (all & high_bits) == 0;
}

/// Whether the text starts, from `at`, with the folded pattern.
bool stands_at(std::string_view text, std::size_t at, std::string_view folded) {
  std::size_t i = 0;
  while (i < folded.size()) {
    if (at >= text.size() || next_folded(text, at) != next_code_point(folded, i)) return false;
  }
  return true;
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_utf8(folded, next_folded(text, at));
  return folded;
}

int compare_ignoring_case(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    const char32_t x = next_folded(a, i);
    const char32_t y = next_folded(b, j);
    if (x != y) return x < y ? -1 : 1;
  }
  return i < a.size() ? 1 : j < b.size() ? -1 : 0;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) { return compare_ignoring_case(a, b) == 0; }

TextPattern::TextPattern(std::string_view text) : folded_(fold_case(text)) {
  ascii_ = is_ascii(folded_);
  for (std::size_t i = 1; i < folded_.size(); ++i)
    if (commonness(folded_[i]) < commonness(folded_[anchor_])) anchor_ = i;
}

bool TextPattern::ascii_found_in(std::string_view text) const {
  const std::size_t size = folded_.size();
  if (size > text.size()) return false;
  const char* const end = text.data() + (text.size() - (size - 1 - anchor_));  // where the anchor can last stand
  const auto find = [&](char c, const char* from) {
    const void* found = from < end ? std::memchr(from, c, static_cast<std::size_t>(end - from)) : nullptr;
    return found == nullptr ? end : static_cast<const char*>(found);
  };
  const char lower = folded_[anchor_];
  const char upper = ascii_upper(lower);
  const char* from = text.data() + anchor_;
  const char* next_lower = find(lower, from);
  const char* next_upper = upper == lower ? end : find(upper, from);
  while (true) {
    const char* const candidate = std::min(next_lower, next_upper);
    if (candidate == end) return false;
    const char* const start = candidate - anchor_;
    if (std::equal(folded_.begin(), folded_.end(), start,
                   [](char a, char b) { return static_cast<unsigned char>(a) == ascii_lower(static_cast<unsigned char>(b)); }))
      return true;
    if (candidate == next_lower) next_lower = find(lower, candidate + 1);
    if (candidate == next_upper) next_upper = find(upper, candidate + 1);
  }
}

bool TextPattern::found_in(std::string_view text) const {
  if (folded_.empty()) return true;
  if (ascii_) return ascii_found_in(text);
  if (is_ascii(text)) return false;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (!is_continuation(text[at]) && stands_at(text, at, folded_)) return true;
  return false;
}

bool TextPattern::equals(std::string_view text) const {
  if (ascii_ && text.size() != folded_.size()) return false;
  return equals_ignoring_case(folded_, text);
}

std::size_t length_in_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // The last three rows of the table of distances between prefixes.
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  const auto same = [](char x, char y) {
    return ascii_lower(static_cast<unsigned char>(x)) == ascii_lower(static_cast<unsigned char>(y));
  };
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same(a[i - 1], b[j - 1]) ? 0U : 1U)});
      if (i > 1 && j > 1 && same(a[i - 1], b[j - 2]) && same(a[i - 2], b[j - 1]))
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::string_view nearest_name(std::string_view word, const std::vector<std::string_view>& names) {
  constexpr std::size_t longest = 64;  // nobody mistypes more, and the distance takes quadratic time
  if (word.size() > longest) return {};
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view name : names) {
    if (name.size() > longest) continue;
    const std::size_t distance = edit_distance(word, name);
    if (distance < least) {
      least = distance;
      nearest = name;
    }
  }
  return nearest;
}

}  // namespace tradewind
