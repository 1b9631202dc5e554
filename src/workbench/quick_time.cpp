#include "tradewind/workbench/quick_time.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "tradewind/domain/text.h"
#include "tradewind/workbench/plain_words.h"

namespace tradewind::workbench {
namespace {

constexpr std::int64_t most_minutes = std::int64_t{24} * 60;

tl::unexpected<Error> refuse(std::string why, std::string what_to_do) {
  return failure(ErrorCode::bad_input, "cannot read the time entry", std::move(why), std::move(what_to_do));
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

/// Whoever has booked time, and the author.
std::vector<std::string_view> people_of(const Portfolio& portfolio, std::string_view author) {
  std::unordered_set<std::string_view> known{author};
  for (const TimeEntry& entry : portfolio.all<TimeEntry>()) known.insert(entry.person);
  std::vector<std::string_view> people(known.begin(), known.end());
  std::sort(people.begin(), people.end());
  return people;
}

std::pair<std::string_view, std::size_t> person_at(const std::vector<std::string_view>& people,
                                                   const std::vector<std::string_view>& words, std::size_t at) {
  std::pair<std::string_view, std::size_t> best;
  for (const std::string_view person : people)
    if (const std::size_t count = words_matching(words, at, person); count > best.second) best = {person, count};
  return best;
}

/// Of the person's last entry that has one; none where there is no such entry.
TeamId last_team_of(const Portfolio& portfolio, std::string_view person) {
  const TimeEntry* last = nullptr;
  for (const TimeEntry& entry : portfolio.all<TimeEntry>()) {
    if (!equals_ignoring_case(entry.person, person) || portfolio.find(entry.team) == nullptr) continue;
    if (last == nullptr || std::tie(last->date, last->id) < std::tie(entry.date, entry.id)) last = &entry;
  }
  return last == nullptr ? TeamId{} : last->team;
}

std::string text_of(const TimeEntry& entry, const Portfolio& portfolio, std::string_view about_team) {
  std::string text = hours_text(entry.minutes);
  const AllocationClass* one_class = portfolio.find(entry.allocation_class);
  text += one_class != nullptr ? " " + one_class->name : " without a class";
  if (const Team* team = portfolio.find(entry.team)) text += ", " + team->name + std::string{about_team};
  if (!entry.person.empty()) text += ", " + entry.person;
  text += ", " + to_display(entry.date);
  std::string about;
  if (const Item* item = portfolio.find(entry.item)) about = short_title_of(*item);
  if (!entry.cause.empty()) about += (about.empty() ? "" : ", ") + entry.cause;
  return about.empty() ? text : text + ": " + about;
}

}  // namespace

Result<TypedTime> read_quick_time(std::string_view line, const Portfolio& portfolio, Date today, std::string_view author) {
  const auto words = words_of(line);
  const auto classes = portfolio.allocation_classes_in_order();
  const auto teams = portfolio.teams_in_order();
  const auto people = people_of(portfolio, author);
  TypedTime time;
  TimeEntry& entry = time.entry;
  entry.date = today;
  entry.source = "typed";
  bool has_day = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::string_view word = words[at];
    const auto day = has_day ? std::nullopt : day_at(words, at, today);
    const auto [one_class, class_words] = named(classes, words, at);
    const auto [team, team_words] = named(teams, words, at);
    const auto [person, person_words] = person_at(people, words, at);
    if (const auto minutes = minutes_in(word, portfolio.settings())) {
      if (entry.minutes > 0) return refuse("it names two lengths", "Enter one line for each");
      entry.minutes = *minutes;
      ++at;
    } else if (day) {
      entry.date = day->day;
      has_day = true;
      at += day->words;
    } else if (one_class != nullptr && !entry.allocation_class) {
      entry.allocation_class = one_class->id;
      at += class_words;
    } else if (person_words > team_words && entry.person.empty()) {  // "Platform 3" may be somebody in the team "Platform"
      entry.person = person;
      at += person_words;
    } else if (team != nullptr && !entry.team) {
      entry.team = team->id;
      time.team_from = TeamSource::words;
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
  if (entry.person.empty()) entry.person = author;
  if (!entry.team && teams.size() == 1) {
    entry.team = teams.front()->id;
    time.team_from = TeamSource::only_team;
  } else if (!entry.team && !teams.empty()) {
    entry.team = last_team_of(portfolio, entry.person);
    if (!entry.team)
      return refuse("it names no team, and no earlier entry of " + entry.person + " says which",
                    "Add the name of the team, such as " + teams.front()->name);
    time.team_from = TeamSource::last_entry;
  }
  return time;
}

std::string describe_time(const TimeEntry& entry, const Portfolio& portfolio) { return text_of(entry, portfolio, {}); }

std::string describe_time(const TypedTime& time, const Portfolio& portfolio) {
  return text_of(time.entry, portfolio, time.team_from == TeamSource::last_entry ? " as last time" : "");
}

}  // namespace tradewind::workbench
