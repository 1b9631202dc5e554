// Numbers and dates as text, free of the locale.
#include "views/figure_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

#include "tradewind/domain/thousands.h"

namespace tradewind::views {
namespace {

constexpr std::string_view minus_sign = "\u2212";
constexpr std::string_view narrow_space = "\u202F";

/// Digits of a value ≥ 0, commas between thousands.
std::string magnitude_text(double value, int decimals) {
  std::array<char, 400> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
  if (error != std::errc{}) return "?";
  return with_thousands(std::string(buffer.data(), end));
}

}  // namespace

std::string number_text(double value, int decimals) {
  if (!std::isfinite(value)) return "?";
  const std::string digits = magnitude_text(std::abs(value), decimals);
  const bool is_zero = digits.find_first_of("123456789") == std::string::npos;
  return value < 0 && !is_zero ? std::string(minus_sign) + digits : digits;
}

std::string trimmed_number_text(double value, int max_decimals) {
  std::string text = number_text(value, max_decimals);
  if (text.find('.') == std::string::npos) return text;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string person_weeks_text(double value, int decimals) {
  return number_text(value, decimals) + std::string(narrow_space) + "pw";
}

std::string trimmed_person_weeks_text(double person_weeks) {
  return trimmed_number_text(person_weeks, 1) + std::string(narrow_space) + "pw";
}

std::string percent_text(double percent, int decimals) {
  return number_text(percent, decimals) + std::string(narrow_space) + "%";
}

std::string points_text(int points) {
  if (points == 0) return "0";
  return (points > 0 ? "+" : "") + number_text(points);
}

std::string count_text(std::size_t count, std::string_view singular, std::string_view plural) {
  return number_text(static_cast<double>(count)) + " " + std::string(count == 1 ? singular : plural);
}

std::string measure_text(double value, int decimals, std::string_view unit) {
  std::string text = number_text(value, decimals);
  if (!unit.empty()) text += std::string(narrow_space) + std::string(unit);
  return text;
}

std::string day_and_month(Date date) {
  const std::string full = to_display(date);
  return full.substr(0, full.rfind(' '));
}

std::string month_and_year(Date date) {
  const std::string full = to_display(date);
  return full.substr(full.find(' ') + 1);
}

std::vector<int> rounded_parts(const std::vector<double>& values) {
  std::vector<int> parts;
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (const double value : values) parts.push_back(static_cast<int>(std::floor(value)));
  const auto remainder = [&](std::size_t i) { return values[i] - std::floor(values[i]); };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainder(a) > remainder(b); });
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  int missing = static_cast<int>(std::lround(sum)) - std::accumulate(parts.begin(), parts.end(), 0);
  for (std::size_t i = 0; i < order.size() && missing > 0; ++i, --missing) ++parts[order[i]];
  return parts;
}

std::vector<int> percent_parts(const std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  std::vector<double> percent;
  for (const double value : values) percent.push_back(sum > 0 ? 100 * value / sum : 0);
  return rounded_parts(percent);
}

}  // namespace tradewind::views
