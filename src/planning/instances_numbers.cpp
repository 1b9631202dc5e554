#include "planning/instances_numbers.h"

#include <charconv>
#include <cmath>

namespace tradewind::planning {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view separators = " \t\r\n\v\f";
constexpr const char* way_out = "check that the file is complete and of this format";

}  // namespace

std::vector<Word> words_of(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  std::vector<Word> words;
  int line = 1;
  for (std::size_t at = 0; at < text.size();) {
    if (separators.find(text[at]) != std::string_view::npos) {
      if (text[at++] == '\n') ++line;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    words.push_back({text.substr(at, end - at), line});
    at = end;
  }
  return words;
}

std::string quoted(std::string_view word) {
  constexpr std::size_t longest = 20;
  std::string shown;
  for (const char c : word.substr(0, longest)) shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
  // A cut must not leave half a UTF-8 character behind.
  if (word.size() > longest) {
    while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80) shown.pop_back();
    if (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0x80) != 0) shown.pop_back();
    shown += "…";
  }
  return "\"" + shown + "\"";
}

NumberReader::NumberReader(std::vector<Word> words, std::string what) : words_(std::move(words)), what_(std::move(what)) {}

tl::unexpected<Error> NumberReader::refused(const std::string& why) const {
  return failure(ErrorCode::bad_input, what_, why, way_out);
}

tl::unexpected<Error> NumberReader::refused_word(const Word& word, const std::string& meaning, const std::string& why) const {
  return refused("number " + std::to_string(next_ + 1) + " (line " + std::to_string(word.line) + ") should be " + meaning +
                 ", but " + quoted(word.text) + " " + why);
}

Result<void> NumberReader::expect(double count, const std::string& meaning) const {
  if (count <= static_cast<double>(left())) return {};
  const int line = words_.empty() ? 1 : words_.back().line;
  return refused("the text ends at line " + std::to_string(line) + " before " + meaning + ": it has " +
                 std::to_string(words_.size()) + " numbers, which is too few");
}

Result<void> NumberReader::expect_end() const {
  if (left() == 0) return {};
  return refused("there are " + std::to_string(left()) + " more numbers after the end, from line " +
                 std::to_string(words_[next_].line) + " on");
}

Result<int> NumberReader::whole(const std::string& meaning, int highest) {
  if (const auto enough = expect(1, meaning); !enough) return tl::unexpected(enough.error());
  const Word& word = words_[next_];
  int value = 0;
  const auto [end, problem] = std::from_chars(word.text.data(), word.text.data() + word.text.size(), value);
  if (problem == std::errc::result_out_of_range) return refused_word(word, meaning, "is too large");
  if (problem != std::errc{} || end != word.text.data() + word.text.size())
    return refused_word(word, meaning, "is not a whole number");
  if (value < 0) return refused_word(word, meaning, "is negative");
  if (value > highest) return refused_word(word, meaning, "is more than " + std::to_string(highest));
  ++next_;
  return value;
}

Result<double> NumberReader::amount(const std::string& meaning) {
  if (const auto enough = expect(1, meaning); !enough) return tl::unexpected(enough.error());
  const Word& word = words_[next_];
  double value = 0;
  const auto [end, problem] = std::from_chars(word.text.data(), word.text.data() + word.text.size(), value);
  if (problem == std::errc::result_out_of_range) return refused_word(word, meaning, "is too large or too small");
  if (problem != std::errc{} || end != word.text.data() + word.text.size() || !std::isfinite(value))
    return refused_word(word, meaning, "is not a number");
  if (value < 0) return refused_word(word, meaning, "is negative");
  ++next_;
  return value;
}

Result<std::vector<int>> NumberReader::wholes(std::size_t count, const std::string& meaning, int highest) {
  if (const auto enough = expect(static_cast<double>(count), meaning); !enough) return tl::unexpected(enough.error());
  std::vector<int> values;
  values.reserve(count);
  while (values.size() < count) {
    const Result<int> value = whole(meaning, highest);
    if (!value) return tl::unexpected(value.error());
    values.push_back(*value);
  }
  return values;
}

Result<std::vector<double>> NumberReader::amounts(std::size_t count, const std::string& meaning) {
  if (const auto enough = expect(static_cast<double>(count), meaning); !enough) return tl::unexpected(enough.error());
  std::vector<double> values;
  values.reserve(count);
  while (values.size() < count) {
    const Result<double> value = amount(meaning);
    if (!value) return tl::unexpected(value.error());
    values.push_back(*value);
  }
  return values;
}

}  // namespace tradewind::planning
