#include "tradewind/workbench/quick_check_in.h"

#include <algorithm>
#include <array>
#include <optional>

#include "tradewind/domain/text.h"
#include "tradewind/domain/thousands.h"
#include "tradewind/workbench/plain_words.h"
#include "tradewind/workbench/record.h"
#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

constexpr std::array<std::string_view, 3> healths{"On track", "At risk", "Off track"};
constexpr std::size_t most_words_of_day = 4;  // on 3 May 2027

std::string_view without_marks(std::string_view text) {
  constexpr std::string_view marks = " \t,;:";
  const std::size_t begin = text.find_first_not_of(marks);
  return begin == std::string_view::npos ? std::string_view{} : trimmed(text.substr(begin));
}

std::string_view without_marks_behind(std::string_view text) { return text.substr(0, text.find_last_not_of(" \t,;:.") + 1); }

/// Takes the day that the text begins with.
std::optional<Date> take_day_ahead(std::string_view& text, Date today) {
  const auto words = words_of(text);
  const auto day = day_at(words, 0, today);
  if (!day) return std::nullopt;
  const std::string_view last = words[day->words - 1];
  text = without_marks(text.substr(static_cast<std::size_t>(last.data() + last.size() - text.data())));
  return day->day;
}

/// Takes the day that the text ends with: elsewhere in a note a day is part of what it tells.
std::optional<Date> take_day_behind(std::string_view& text, Date today) {
  const auto words = words_of(text);
  for (std::size_t at = words.size() - std::min(words.size(), most_words_of_day); at < words.size(); ++at)
    if (const auto day = day_at(words, at, today); day && at + day->words == words.size()) {
      text = without_marks_behind(text.substr(0, static_cast<std::size_t>(words[at].data() - text.data())));
      return day->day;
    }
  return std::nullopt;
}

/// Takes the word from the beginning of the text, where it stands alone.
bool take_word(std::string_view& text, std::string_view word) {
  if (word.empty() || text.size() < word.size() || !equals_ignoring_case(text.substr(0, word.size()), word)) return false;
  if (text.size() > word.size() && std::string_view(" \t,;:.").find(text[word.size()]) == std::string_view::npos) return false;
  text = without_marks(text.substr(word.size()));
  return true;
}

}  // namespace

Result<CheckIn> read_quick_check_in(std::string_view line, const Outcome& outcome, Date today) {
  std::string_view rest = trimmed(line);
  const auto number = leading_number(rest);
  if (!number)
    return failure(ErrorCode::bad_input, "cannot read the check-in", "it does not begin with a value",
                   "Begin with the value, as in 42 after the rollout");
  CheckIn row;
  row.outcome = outcome.id;
  row.value = number->value;
  rest = without_marks(rest.substr(number->length));
  take_word(rest, outcome.unit);
  auto day = take_day_ahead(rest, today);
  for (const std::string_view health : healths)
    if (take_word(rest, health)) {
      row.health = health;
      break;
    }
  if (!day) day = take_day_ahead(rest, today);
  if (!day) day = take_day_behind(rest, today);
  row.date = day.value_or(today);
  row.note = rest;
  return row;
}

std::string describe_check_in(const CheckIn& check_in, const Outcome& outcome) {
  std::string text = with_thousands(number_text(check_in.value));
  if (!outcome.unit.empty()) text += " " + outcome.unit;
  text += " on " + to_display(check_in.date);
  if (!check_in.health.empty()) text += ", " + check_in.health;
  return check_in.note.empty() ? text : text + ": " + check_in.note;
}

}  // namespace tradewind::workbench
