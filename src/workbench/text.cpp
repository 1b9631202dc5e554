#include "workbench/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace tradewind::workbench {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The digits, points, commas and the sign that the text begins with.
std::size_t length_of_number(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() &&
         (is_digit(text[end]) || text[end] == '.' || text[end] == ',' || (end == 0 && (text[0] == '-' || text[0] == '+'))))
    ++end;
  while (end > 0 && !is_digit(text[end - 1])) --end;  // "42, after" and "42." end at the digits
  return end;
}

std::string plain_number(std::string_view text) {
  std::string number;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+') continue;
    if (text[at] != ',') {
      number += text[at];
      continue;
    }
    std::size_t digits = 0;
    while (at + 1 + digits < text.size() && is_digit(text[at + 1 + digits])) ++digits;
    if (digits != 3 || number.empty() || number == "0" || number == "-0") number += '.';
  }
  return number;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool same_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string_view trimmed(std::string_view text) {
  const auto blank = " \t\r\n";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::vector<std::string> split_list(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = text.find(separator);
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) parts.emplace_back(part);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += separator;
    text += part;
  }
  return text;
}

std::optional<LeadingNumber> leading_number(std::string_view text) {
  LeadingNumber number;
  number.length = length_of_number(text);
  const std::string plain = plain_number(text.substr(0, number.length));
  const auto [end, mistake] = std::from_chars(plain.data(), plain.data() + plain.size(), number.value);
  if (plain.empty() || mistake != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(number.value))
    return std::nullopt;
  return number;
}

}  // namespace tradewind::workbench
