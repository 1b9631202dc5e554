// Numbers with units, efforts, lists in a cell, and sprints as old servers print them.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "exchange/unicode.h"
#include "exchange/value_words.h"
#include "tradewind/exchange/text_encoding.h"

namespace tradewind::exchange {
namespace {

std::optional<double> unit_hours_of(std::string_view unit, double hours_per_week) {
  static const std::unordered_map<std::string_view, int> units = {
      {"m", 0},     {"min", 0},   {"mins", 0},   {"minutes", 0}, {"h", 1},      {"hr", 1},       {"hrs", 1},  {"hour", 1},
      {"hours", 1}, {"horas", 1}, {"std", 1},    {"ч", 1},       {"d", 2},      {"day", 2},      {"days", 2}, {"pd", 2},
      {"pt", 2},    {"dias", 2},  {"tage", 2},   {"jours", 2},   {"д", 2},      {"w", 3},        {"wk", 3},   {"wks", 3},
      {"week", 3},  {"weeks", 3}, {"pw", 3},     {"semanas", 3}, {"wochen", 3}, {"semaines", 3}, {"н", 3},    {"mo", 4},
      {"mon", 4},   {"month", 4}, {"months", 4}, {"pm", 4},      {"meses", 4},  {"monate", 4},   {"mois", 4}};
  const auto found = units.find(unit);
  if (found == units.end()) return std::nullopt;
  switch (found->second) {
    case 0:
      return 1.0 / 60;
    case 1:
      return 1;
    case 2:
      return hours_per_week / 5;
    case 3:
      return hours_per_week;
    default:
      return hours_per_week * 4;
  }
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<NumberText> read_number(std::string_view text, bool comma_is_decimal) {
  text = trimmed(text);
  std::string digits;
  std::size_t i = 0;
  const auto commas = static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
  const auto dots = static_cast<std::size_t>(std::count(text.begin(), text.end(), '.'));
  const auto last_comma = text.rfind(',');
  const auto last_dot = text.rfind('.');
  // The character that parts the fraction; the other one (or a repeated one) groups thousands.
  char decimal = '.';
  if (commas > 0 && dots > 0) {
    decimal = last_comma > last_dot ? ',' : '.';
  } else if (commas == 1) {
    std::size_t after = 0;
    while (last_comma + 1 + after < text.size() && is_digit(text[last_comma + 1 + after])) ++after;
    decimal = after != 3 || comma_is_decimal || text.starts_with("0,") ? ',' : '.';
  } else if (dots > 1) {
    decimal = ',';
  }
  if (i < text.size() && (text[i] == '-' || text[i] == '+')) {
    if (text[i] == '-') digits += '-';
    ++i;
  }
  bool seen_decimal = false;
  bool any_digit = false;
  while (i < text.size()) {
    const char c = text[i];
    if (is_digit(c)) {
      digits += c;
      any_digit = true;
    } else if (c == decimal && !seen_decimal) {
      digits += '.';
      seen_decimal = true;
    } else if ((c == ',' || c == '.' || c == '\'') && !seen_decimal && any_digit) {
      // groups thousands
    } else if ((c == ' ' || c == '\xC2' || c == '\xE2') && !seen_decimal && any_digit) {
      const std::size_t width = c == ' ' ? 1 : c == '\xC2' ? 2 : 3;
      if (i + width + 3 > text.size() || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(i + width),
                                                      text.begin() + static_cast<std::ptrdiff_t>(i + width + 3), is_digit))
        break;
      i += width;
      continue;
    } else if ((c == 'e' || c == 'E') && any_digit && i + 1 < text.size() &&
               (is_digit(text[i + 1]) ||
                ((text[i + 1] == '-' || text[i + 1] == '+') && i + 2 < text.size() && is_digit(text[i + 2])))) {
      digits += 'e';
      if (text[i + 1] == '-') digits += '-';
      i += is_digit(text[i + 1]) ? 1 : 2;
      while (i < text.size() && is_digit(text[i])) digits += text[i++];
      break;
    } else {
      break;
    }
    ++i;
  }
  if (!any_digit) return std::nullopt;
  NumberText number;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  if (error != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number.value)) return std::nullopt;
  auto rest = trimmed(text.substr(i));
  if (rest.starts_with('%')) {
    number.percent = true;
    rest = trimmed(rest.substr(1));
  }
  number.unit = plain_fold(rest);
  return number;
}

std::optional<double> read_effort_hours(std::string_view text, double unit_hours, double hours_per_week, bool comma_is_decimal) {
  const auto whole = read_number(text, comma_is_decimal);
  if (!whole || whole->percent) return std::nullopt;
  if (whole->unit.empty()) return whole->value * unit_hours;
  if (const auto hours = unit_hours_of(whole->unit, hours_per_week)) return whole->value * *hours;
  // "1w 2d 3h": one number and unit after the other.
  double sum = 0;
  std::string_view rest = trimmed(text);
  while (!rest.empty()) {
    std::size_t unit = rest.find_first_not_of("0123456789.,");
    if (unit == 0 || unit == std::string_view::npos) return std::nullopt;
    std::size_t end = unit;
    while (end < rest.size() && !is_digit(rest[end])) ++end;
    const auto part = read_number(rest.substr(0, end), comma_is_decimal);
    if (!part) return std::nullopt;
    const auto hours = unit_hours_of(part->unit, hours_per_week);
    if (!hours) return std::nullopt;
    sum += part->value * *hours;
    rest = trimmed(rest.substr(end));
  }
  return sum;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> values;
  text = trimmed(text);
  const auto add = [&](std::string_view value) {
    value = trimmed(value);
    if (!value.empty()) values.emplace_back(value);
  };
  if (text.size() >= 2 && text.front() == '[' && text.back() == ']') {
    // The text of a Python or JSON list.
    text = text.substr(1, text.size() - 2);
    std::string current;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (quote != 0 && c == '\\' && i + 1 < text.size())
        current += text[++i];
      else if (quote == 0 && (c == '\'' || c == '"') && trimmed(current).empty())
        quote = c;
      else if (quote != 0 && c == quote)
        quote = 0;
      else if (quote == 0 && c == ',') {
        add(current);
        current.clear();
      } else {
        current += c;
      }
    }
    add(current);
    return values;
  }
  const char separator = text.find(';') != std::string_view::npos ? ';' : text.find('|') != std::string_view::npos ? '|' : ',';
  while (true) {
    const auto at = std::min(text.find(separator), text.find('\n'));
    add(text.substr(0, at));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return values;
}

SprintText read_sprint(std::string_view text) {
  SprintText sprint;
  text = trimmed(text);
  sprint.name = text;
  const auto open = text.find("Sprint@");
  const auto bracket = text.find('[');
  if (open == std::string_view::npos || bracket == std::string_view::npos || !text.ends_with(']')) return sprint;
  std::string_view fields = text.substr(bracket + 1, text.size() - bracket - 2);
  const auto value_of = [&](std::string_view name) {
    const auto at = fields.find(name);
    if (at == std::string_view::npos) return std::string{};
    auto value = fields.substr(at + name.size());
    // A name may hold commas: the value ends where the next "word=" begins.
    for (std::size_t comma = value.find(','); comma != std::string_view::npos; comma = value.find(',', comma + 1)) {
      std::size_t i = comma + 1;
      while (i < value.size() && ((value[i] >= 'a' && value[i] <= 'z') || (value[i] >= 'A' && value[i] <= 'Z'))) ++i;
      if (i > comma + 1 && i < value.size() && value[i] == '=') {
        value = value.substr(0, comma);
        break;
      }
    }
    return value == "<null>" ? std::string{} : std::string(value);
  };
  const auto name = value_of("name=");
  if (name.empty()) return sprint;
  sprint.name = name;
  sprint.start = value_of("startDate=");
  sprint.end = value_of("endDate=");
  return sprint;
}

}  // namespace tradewind::exchange
