// Fitting text into a width: eliding and wrapping, by whole characters of UTF-8.
#include <algorithm>
#include <cstddef>

#include "tradewind/views/scene.h"

namespace tradewind::views {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Whether the code point at `at` belongs to the character before it: a combining mark, a joiner, a variation selector or
/// a skin tone.
bool extends_previous(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  const auto starts_between = [&](std::string_view low, std::string_view high) {
    const auto head = rest.substr(0, low.size());
    return head.size() == low.size() && head >= low && head <= high;
  };
  return starts_between("\xCC\x80", "\xCD\xAF") || starts_between("\xE2\x80\x8D", "\xE2\x80\x8D") ||
         starts_between("\xEF\xB8\x80", "\xEF\xB8\x8F") || starts_between("\xF0\x9F\x8F\xBB", "\xF0\x9F\x8F\xBF");
}

bool follows_joiner(std::string_view text, std::size_t at) { return at >= 3 && text.substr(at - 3, 3) == "\xE2\x80\x8D"; }

/// Byte offsets at which the text may be cut, without 0, with its length.
std::vector<std::size_t> cuts_of(std::string_view text) {
  std::vector<std::size_t> cuts;
  for (std::size_t at = 1; at < text.size(); ++at)
    if (!is_continuation(text[at]) && !extends_previous(text, at) && !follows_joiner(text, at)) cuts.push_back(at);
  if (!text.empty()) cuts.push_back(text.size());
  return cuts;
}

std::string_view without_trailing_spaces(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::string with_ellipsis(std::string_view beginning) {
  std::string result{without_trailing_spaces(beginning)};
  result += ellipsis;
  return result;
}

/// How many of the cuts leave a beginning for which fits(beginning) holds; fits must hold for shorter beginnings too.
template <class Fits>
std::size_t count_fitting(std::string_view text, const std::vector<std::size_t>& cuts, Fits fits) {
  const auto first_too_long =
      std::partition_point(cuts.begin(), cuts.end(), [&](std::size_t cut) { return fits(text.substr(0, cut)); });
  return static_cast<std::size_t>(first_too_long - cuts.begin());
}

/// Takes the first line that fits off the front of `text` (one paragraph): whole words, else as much of a word as fits.
std::string_view take_line(std::string_view& text, double width, const TextStyle& style, const TextMeasurer& measurer) {
  std::size_t end = 0;  // of the words that fit
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = std::min(text.find(' ', at), text.size());
    if (measurer.width(text.substr(0, space), style) > width) break;
    end = space;
    at = std::min(text.find_first_not_of(' ', space), text.size());
  }
  if (end == 0) {  // not even one word fits
    const auto cuts = cuts_of(text);
    const auto fitting = count_fitting(text, cuts, [&](std::string_view head) { return measurer.width(head, style) <= width; });
    end = cuts[std::max<std::size_t>(fitting, 1) - 1];
  }
  const std::string_view line = without_trailing_spaces(text.substr(0, end));
  const std::size_t next = text.find_first_not_of(' ', end);
  text = next == std::string_view::npos ? std::string_view{} : text.substr(next);
  return line;
}

}  // namespace

std::string elide(std::string_view text, double width, const TextStyle& style, const TextMeasurer& measurer) {
  if (measurer.width(text, style) <= width) return std::string{text};
  const auto cuts = cuts_of(text);
  const auto fitting =
      count_fitting(text, cuts, [&](std::string_view head) { return measurer.width(with_ellipsis(head), style) <= width; });
  if (fitting > 0) return with_ellipsis(text.substr(0, cuts[fitting - 1]));
  return measurer.width(ellipsis, style) <= width ? std::string{ellipsis} : std::string{};
}

std::vector<std::string> wrap(std::string_view text, double width, std::size_t max_lines, const TextStyle& style,
                              const TextMeasurer& measurer) {
  std::vector<std::string> lines;
  while (!text.empty() && lines.size() < max_lines) {
    const std::size_t line_break = text.find('\n');
    std::string_view paragraph = text.substr(0, line_break);
    const std::string_view later = line_break == std::string_view::npos ? std::string_view{} : text.substr(line_break + 1);
    if (paragraph.empty()) lines.emplace_back();
    while (!paragraph.empty()) {
      const bool is_last = lines.size() + 1 == max_lines;
      const std::string_view whole = paragraph;
      const std::string_view line = take_line(paragraph, width, style, measurer);
      if (is_last && !(paragraph.empty() && later.empty())) {
        // More follows than fits: the last line says so even where its own words would just fit.
        lines.push_back(paragraph.empty() ? elide(with_ellipsis(whole), width, style, measurer)
                                          : elide(whole, width, style, measurer));
        return lines;
      }
      lines.emplace_back(line);
    }
    text = later;
  }
  return lines;
}

}  // namespace tradewind::views
