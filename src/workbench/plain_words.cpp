#include "tradewind/workbench/plain_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "tradewind/domain/text.h"
#include "tradewind/workbench/record.h"

namespace tradewind::workbench {
namespace {

constexpr int minutes_per_hour = 60;
constexpr int days_per_week = 5;
constexpr double most_minutes = 1e9;        // beyond, it is a slip of the finger and no number to count with
constexpr int years_between_leap_days = 8;  // at most, around 1900

constexpr std::array<std::string_view, 7> weekdays{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                  "july",    "august",   "september", "october", "november", "december"};

std::string_view without_mark(std::string_view word) {
  while (!word.empty() && std::string_view(",;:.").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  return word;
}

/// 0 for Monday or January; a name may be cut to its first three letters.
template <std::size_t count>
std::optional<int> place_in(const std::array<std::string_view, count>& names, std::string_view word) {
  for (std::size_t at = 0; at < count; ++at)
    if (equals_ignoring_case(word, names.at(at)) || equals_ignoring_case(word, names.at(at).substr(0, 3)))
      return static_cast<int>(at);
  return std::nullopt;
}

/// Of that many digits and nothing else.
std::optional<int> number_in(std::string_view word, std::size_t least_digits, std::size_t most_digits) {
  int number = 0;
  const auto [end, mistake] = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool is_number = mistake == std::errc{} && end == word.data() + word.size() && word.front() != '-';
  return is_number && word.size() >= least_digits && word.size() <= most_digits ? std::optional(number) : std::nullopt;
}

/// "3", "03", "3rd".
std::optional<int> day_of_month_in(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (word.size() > ending.size() && equals_ignoring_case(word.substr(word.size() - ending.size()), ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  return number_in(word, 1, 2);
}

/// The last such day that there is.
std::optional<Date> last_of_year(int month, int day, Date today) {
  for (int back = 0; back <= years_between_leap_days; ++back) {
    const Date date = make_date(static_cast<int>(today.year()) - back, static_cast<unsigned>(month), static_cast<unsigned>(day));
    if (date.ok() && date <= today) return date;
  }
  return std::nullopt;
}

/// "3 May", "May 3", and both with a year.
std::optional<NamedDay> calendar_day_at(const std::vector<std::string_view>& words, std::size_t at, Date today) {
  if (at + 1 >= words.size()) return std::nullopt;
  const std::string_view first = without_mark(words[at]);
  const std::string_view second = without_mark(words[at + 1]);
  auto month = place_in(months, second);
  auto day = day_of_month_in(first);
  if (!month || !day) {
    month = place_in(months, first);
    day = day_of_month_in(second);
  }
  if (!month || !day) return std::nullopt;
  constexpr int first_year = 1900;
  constexpr int last_year = 2999;
  if (at + 2 < words.size())
    if (const auto year = number_in(without_mark(words[at + 2]), 4, 4); year && *year >= first_year && *year <= last_year) {
      const Date date = make_date(*year, static_cast<unsigned>(*month + 1), static_cast<unsigned>(*day));
      return date.ok() ? std::optional(NamedDay{date, 3}) : std::nullopt;
    }
  const auto date = last_of_year(*month + 1, *day, today);
  return date ? std::optional(NamedDay{*date, 2}) : std::nullopt;
}

/// 0 is Monday.
Date last_weekday(int weekday, Date today) {
  const Date this_week = add_days(monday_of_week(today), weekday);
  return this_week <= today ? this_week : add_days(this_week, -7);
}

std::optional<Date> day_in(std::string_view word, Date today) {
  if (equals_ignoring_case(word, "today")) return today;
  if (equals_ignoring_case(word, "yesterday")) return add_days(today, -1);
  if (const auto date = parse_iso_date(word)) return date;
  const auto weekday = place_in(weekdays, word);
  return weekday ? std::optional(last_weekday(*weekday, today)) : std::nullopt;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(" \t", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    at = end;
  }
  return words;
}

std::optional<NamedDay> day_at(const std::vector<std::string_view>& words, std::size_t at, Date today) {
  if (at >= words.size()) return std::nullopt;
  if (at > 0)
    for (const std::string_view other_time :
         {"since", "until", "till", "before", "after", "by", "from", "to", "for", "of", "due", "next", "each", "every"})
      if (equals_ignoring_case(words[at - 1], other_time)) return std::nullopt;
  const bool is_last = equals_ignoring_case(words[at], "last");
  const std::size_t first = is_last || equals_ignoring_case(words[at], "on") ? at + 1 : at;
  if (first >= words.size()) return std::nullopt;
  const std::string_view word = without_mark(words[first]);
  if (is_last) {
    const auto weekday = place_in(weekdays, word);
    return weekday ? std::optional(NamedDay{last_weekday(*weekday, add_days(today, -1)), 2}) : std::nullopt;
  }
  auto found = calendar_day_at(words, first, today);
  if (!found)
    if (const auto day = day_in(word, today)) found = NamedDay{*day, 1};
  if (found) found->words += first - at;
  return found;
}

std::optional<std::int64_t> minutes_in(std::string_view word, const WorkspaceSettings& settings) {
  if (word.empty()) return std::nullopt;
  double minutes = 0;
  while (!word.empty()) {
    double number = 0;
    const auto [end, mistake] = std::from_chars(word.data(), word.data() + word.size(), number, std::chars_format::fixed);
    const auto used = static_cast<std::size_t>(end - word.data());
    if (mistake != std::errc{} || used == word.size() || number < 0) return std::nullopt;
    switch (word[used]) {
      case 'h':
      case 'H':
        minutes += number * minutes_per_hour;
        break;
      case 'm':
      case 'M':
        minutes += number;
        break;
      case 'd':
      case 'D':
        minutes += number * settings.hours_per_week / days_per_week * minutes_per_hour;
        break;
      default:
        return std::nullopt;
    }
    word.remove_prefix(used + 1);
    if (word == "in" || word == "ours" || word == "our") word = {};  // 90min, 2hours
  }
  return std::llround(std::min(minutes, most_minutes));
}

std::string hours_text(std::int64_t minutes) {
  if (minutes < minutes_per_hour) return std::to_string(minutes) + " min";
  return number_text(std::round(static_cast<double>(minutes) / minutes_per_hour * 100) / 100) + " h";
}

}  // namespace tradewind::workbench
