// Reads the day out of the many ways to write one; what is ambiguous stays ambiguous.
#include "tradewind/exchange/date_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "exchange/unicode.h"
#include "tradewind/exchange/text_encoding.h"

namespace tradewind::exchange {
namespace {

struct MonthName {
  std::string_view stem;  // plain_fold; a written name matches when it begins with the stem
  unsigned month;
};

/// Stems long enough to tell months apart in all seven languages. Where a stem is the beginning of another month's, the
/// longer one stands first.
constexpr auto month_names =
    std::array{// English, and whatever shares its stems
               MonthName{"jan", 1}, MonthName{"feb", 2}, MonthName{"mar", 3}, MonthName{"apr", 4}, MonthName{"may", 5},
               MonthName{"jun", 6}, MonthName{"jul", 7}, MonthName{"aug", 8}, MonthName{"sep", 9}, MonthName{"oct", 10},
               MonthName{"nov", 11}, MonthName{"dec", 12},
               // Spanish
               MonthName{"ene", 1}, MonthName{"abr", 4}, MonthName{"ago", 8}, MonthName{"set", 9}, MonthName{"dic", 12},
               // German
               MonthName{"mrz", 3}, MonthName{"mai", 5}, MonthName{"okt", 10}, MonthName{"dez", 12},
               // French
               MonthName{"fev", 2}, MonthName{"avr", 4}, MonthName{"juin", 6}, MonthName{"juil", 7}, MonthName{"aou", 8},
               // Portuguese
               MonthName{"out", 10},
               // Italian
               MonthName{"gen", 1}, MonthName{"mag", 5}, MonthName{"giu", 6}, MonthName{"lug", 7}, MonthName{"ott", 10},
               // Russian, nominative and genitive
               MonthName{"янв", 1}, MonthName{"фев", 2}, MonthName{"мар", 3}, MonthName{"апр", 4}, MonthName{"мая", 5},
               MonthName{"май", 5}, MonthName{"июн", 6}, MonthName{"июл", 7}, MonthName{"авг", 8}, MonthName{"сен", 9},
               MonthName{"окт", 10}, MonthName{"ноя", 11}, MonthName{"дек", 12}};

std::optional<unsigned> month_of_name(std::string_view word) {
  std::string folded;
  if (std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    for (const char c : word) folded += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
  } else {
    folded = plain_fold(word);
  }
  for (const auto& name : month_names)
    if (folded.starts_with(name.stem)) return name.month;
  return std::nullopt;
}

struct Token {
  std::string_view text;
  int number = -1;  // -1: a word
};

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

std::optional<Date> day_of(int year, int month, int day) {
  if (year < 100) year += 2000;
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const Date date = make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// The first three parts of a date (or with a weekday before them); whatever follows must be a time of day.
struct Parts {
  std::array<Token, 3> token;
  std::size_t count = 0;
  bool four_digits_first = false;
};

bool is_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 32> stems = {
      "mon", "tue", "wed", "thu", "fri", "sat", "sun", "lun", "mar", "mie", "jue", "vie", "sab", "dom", "mer", "jeu",
      "ven", "dim", "gio", "son", "die", "mit", "don", "fre", "sam", "пон", "вто", "сре", "чет", "пят", "суб", "вос"};
  const std::string folded = plain_fold(word);
  return std::any_of(stems.begin(), stems.end(), [&](std::string_view stem) { return folded.starts_with(stem); });
}

/// The rest behind the day: nothing, or a time ("T10:00:00Z", "5:39 PM", "05:00:00 GMT+0000 (GMT)", "г.").
bool is_time_of_day(std::string_view rest) {
  rest = trimmed(rest);
  if (rest.empty()) return true;
  if (rest[0] == 'T' || rest[0] == 't' || rest[0] == ',') rest = trimmed(rest.substr(1));
  if (rest.starts_with("г.")) rest = trimmed(rest.substr(std::string_view("г.").size()));
  if (rest.empty()) return true;
  if (!is_digit(rest[0])) return false;
  const auto colon = rest.find_first_not_of("0123456789");
  return colon <= 2 && (rest[colon] == ':' || rest[colon] == '.' || rest[colon] == ' ');
}

/// "31 de octubre de 2026": the words between the parts.
bool is_filler(std::string_view word) { return word == "de" || word == "del" || word == "of"; }
bool is_ordinal_suffix(std::string_view word) {
  return word == "st" || word == "nd" || word == "rd" || word == "th" || word == "er";
}

bool take_parts(std::string_view text, Parts& parts, std::string_view& rest) {
  std::size_t i = 0;
  while (parts.count < 3) {
    while (i < text.size() && !is_digit(text[i]) && !is_letter(text[i])) {
      const char c = text[i];
      if (c != ' ' && c != '/' && c != '-' && c != '.' && c != ',' && c != '\t') return false;
      ++i;
    }
    if (i == text.size()) return false;
    const std::size_t start = i;
    Token token;
    if (is_digit(text[i])) {
      int number = 0;
      while (i < text.size() && is_digit(text[i]) && i - start < 5) number = number * 10 + (text[i++] - '0');
      if (i - start > 4 || i - start == 3) return false;
      token.number = number;
      token.text = text.substr(start, i - start);
      if (parts.count == 0 && i - start == 4) parts.four_digits_first = true;
    } else {
      while (i < text.size() && is_letter(text[i])) ++i;
      token.text = text.substr(start, i - start);
      if (is_filler(token.text) || (parts.count > 0 && is_ordinal_suffix(token.text))) continue;
      if (!month_of_name(token.text)) {
        if (parts.count == 0 && is_weekday(token.text)) continue;
        return false;
      }
    }
    parts.token[parts.count++] = token;
  }
  rest = text.substr(i);
  return true;
}

/// Excel's and ISO's basic form 20260624.
std::optional<Date> compact_date(std::string_view text) {
  if (text.size() < 8 || !std::all_of(text.begin(), text.begin() + 8, is_digit)) return std::nullopt;
  if (text.size() > 8 && text[8] != 'T') return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(from, count)) value = value * 10 + (c - '0');
    return value;
  };
  return day_of(number(0, 4), number(4, 2), number(6, 2));
}

}  // namespace

std::optional<Date> DateText::in_order(std::optional<DateOrder> order) const {
  if (certain) return certain;
  if (!order) return std::nullopt;
  switch (*order) {
    case DateOrder::dmy:
      return day_first;
    case DateOrder::mdy:
      return month_first;
    case DateOrder::ymd:
      return year_first;
  }
  return std::nullopt;
}

DateText read_date_text(std::string_view text) {
  DateText read;
  text = trimmed(text);
  if (text.size() < 6 || text.size() > 80) return read;
  if ((read.certain = compact_date(text))) return read;
  Parts parts;
  std::string_view rest;
  if (!take_parts(text, parts, rest) || !is_time_of_day(rest)) return read;
  const auto [first, second, third] = parts.token;

  const int words = (first.number < 0) + (second.number < 0) + (third.number < 0);
  if (words > 1 || third.number < 0) return read;
  if (words == 1) {
    const auto month = month_of_name(first.number < 0 ? first.text : second.text);
    const int day = first.number < 0 ? second.number : first.number;
    if (second.number < 0 && parts.four_digits_first)
      read.certain = day_of(first.number, static_cast<int>(*month), third.number);
    else if (third.text.size() != 1)
      read.certain = day_of(third.number, static_cast<int>(*month), day);
    return read;
  }
  if (parts.four_digits_first) {
    read.certain = day_of(first.number, second.number, third.number);
    return read;
  }
  if (third.text.size() == 1 || first.text.size() > 2 || second.text.size() > 2) return read;
  read.day_first = day_of(third.number, second.number, first.number);
  read.month_first = day_of(third.number, first.number, second.number);
  if (first.text.size() == 2 && third.text.size() == 2) read.year_first = day_of(first.number, second.number, third.number);
  if (read.day_first && read.month_first && *read.day_first == *read.month_first && !read.year_first) {
    read.certain = read.day_first;
  } else if (read.day_first.has_value() != read.month_first.has_value()) {
    read.proves = read.day_first ? DateOrder::dmy : DateOrder::mdy;
  }
  return read;
}

void DateOrderEvidence::add(const DateText& text) {
  if (text.proves == DateOrder::dmy)
    ++day_first_;
  else if (text.proves == DateOrder::mdy)
    ++month_first_;
  else if (text.depends_on_order())
    ++undecided_;
}

void DateOrderEvidence::add(const DateOrderEvidence& other) {
  day_first_ += other.day_first_;
  month_first_ += other.month_first_;
  undecided_ += other.undecided_;
}

std::optional<DateOrder> DateOrderEvidence::order() const {
  if (day_first_ > 0 && month_first_ == 0) return DateOrder::dmy;
  if (month_first_ > 0 && day_first_ == 0) return DateOrder::mdy;
  return std::nullopt;
}

}  // namespace tradewind::exchange
