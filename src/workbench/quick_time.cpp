#include "tradewind/workbench/quick_time.h"

#include <array>
#include <charconv>
#include <cmath>

#include "tradewind/domain/text.h"
#include "tradewind/workbench/record.h"

namespace tradewind::workbench {
namespace {

constexpr int minutes_per_hour = 60;
constexpr std::int64_t most_minutes = std::int64_t{24} * minutes_per_hour;
constexpr int days_per_week = 5;

tl::unexpected<Error> refuse(std::string why, std::string what_to_do) {
  return failure(ErrorCode::bad_input, "cannot read the time entry", std::move(why), std::move(what_to_do));
}

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

/// "1h30m", "2h", "0.5d", "90m"; nullopt for any other word.
std::optional<std::int64_t> minutes_in(std::string_view word, double minutes_per_day) {
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
        minutes += number * minutes_per_day;
        break;
      default:
        return std::nullopt;
    }
    word.remove_prefix(used + 1);
    if (word == "in" || word == "ours" || word == "our") word = {};  // 90min, 2hours
  }
  return std::llround(minutes);
}

std::optional<Date> day_in(std::string_view word, Date today) {
  if (equals_ignoring_case(word, "today")) return today;
  if (equals_ignoring_case(word, "yesterday")) return add_days(today, -1);
  if (const auto date = parse_iso_date(word)) return date;
  constexpr std::array<std::string_view, 7> names{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  for (std::size_t at = 0; at < names.size(); ++at) {
    if (!equals_ignoring_case(word, names.at(at)) && !equals_ignoring_case(word, names.at(at).substr(0, 3))) continue;
    // The last such day, today included.
    const Date this_week = add_days(monday_of_week(today), static_cast<int>(at));
    return this_week <= today ? this_week : add_days(this_week, -7);
  }
  return std::nullopt;
}

/// Whether the words from `at` on are the words of the name; names may have several.
std::size_t words_matching(const std::vector<std::string_view>& words, std::size_t at, std::string_view name) {
  const auto parts = words_of(name);
  if (parts.empty() || at + parts.size() > words.size()) return 0;
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (!equals_ignoring_case(words[at + i], parts[i])) return 0;
  return parts.size();
}

/// The longest of the rows whose name or key stands there; how many words it takes.
template <class Entity>
std::pair<const Entity*, std::size_t> named(const std::vector<const Entity*>& rows, const std::vector<std::string_view>& words,
                                            std::size_t at) {
  std::pair<const Entity*, std::size_t> best{nullptr, 0};
  for (const Entity* row : rows)
    for (const std::string* name : {&row->name, &row->key})
      if (const std::size_t count = words_matching(words, at, *name); count > best.second) best = {row, count};
  return best;
}

std::string hours_text(std::int64_t minutes) {
  if (minutes < minutes_per_hour) return std::to_string(minutes) + " min";
  return number_text(std::round(static_cast<double>(minutes) / minutes_per_hour * 100) / 100) + " h";
}

}  // namespace

Result<TimeEntry> read_quick_time(std::string_view line, const Portfolio& portfolio, Date today) {
  const auto words = words_of(line);
  const auto classes = portfolio.allocation_classes_in_order();
  const auto teams = portfolio.teams_in_order();
  const double minutes_per_day = portfolio.settings().hours_per_week / days_per_week * minutes_per_hour;
  TimeEntry entry;
  entry.date = today;
  entry.source = "typed";
  bool has_day = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = words[at];
    if (const auto minutes = minutes_in(word, minutes_per_day)) {
      if (entry.minutes > 0) return refuse("it names two lengths", "Enter one line for each");
      entry.minutes = *minutes;
      ++at;
    } else if (const auto day = day_in(word, today); day && !has_day) {
      entry.date = *day;
      has_day = true;
      ++at;
    } else if (const auto [one_class, count] = named(classes, words, at); one_class != nullptr && !entry.allocation_class) {
      entry.allocation_class = one_class->id;
      at += count;
    } else if (const auto [team, team_words] = named(teams, words, at); team != nullptr && !entry.team) {
      entry.team = team->id;
      at += team_words;
    } else if (const Item* item = portfolio.item_by_key(word); item != nullptr && !entry.item) {
      entry.item = item->id;
      ++at;
    } else {
      if (!entry.cause.empty()) entry.cause += ' ';
      entry.cause += word;
      ++at;
    }
  }
  if (entry.minutes <= 0) return refuse("it does not say how long", "Begin with 2h, 45m or 0.5d");
  if (entry.minutes > most_minutes) return refuse("a day has 24 hours", "Enter a line for each day");
  if (const Item* item = portfolio.find(entry.item); item != nullptr && !entry.allocation_class)
    entry.allocation_class = item->allocation_class;
  if (!entry.team && teams.size() == 1) entry.team = teams.front()->id;
  return entry;
}

std::string describe_time(const TimeEntry& entry, const Portfolio& portfolio) {
  std::string text = hours_text(entry.minutes);
  const AllocationClass* one_class = portfolio.find(entry.allocation_class);
  text += one_class != nullptr ? " " + one_class->name : " without a class";
  if (const Team* team = portfolio.find(entry.team)) text += ", " + team->name;
  text += ", " + to_display(entry.date);
  std::string about;
  if (const Item* item = portfolio.find(entry.item)) about = short_title_of(*item);
  if (!entry.cause.empty()) about += (about.empty() ? "" : ", ") + entry.cause;
  return about.empty() ? text : text + ": " + about;
}

}  // namespace tradewind::workbench
