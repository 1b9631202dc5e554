#include "tradewind/workbench/capacity_text.h"

#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tradewind/workbench/record.h"
#include "workbench/text.h"

namespace tradewind::workbench {
namespace {

constexpr double percent = 100;

enum class Unit { none, people, weeks, share, person_weeks };

struct Term {
  double number = 0;
  Unit unit = Unit::none;
};

constexpr std::array<std::pair<std::string_view, Unit>, 12> unit_words{
    {{"people", Unit::people},
     {"person", Unit::people},
     {"persons", Unit::people},
     {"p", Unit::people},
     {"weeks", Unit::weeks},
     {"week", Unit::weeks},
     {"w", Unit::weeks},
     {"%", Unit::share},
     {"person-weeks", Unit::person_weeks},
     {"person-week", Unit::person_weeks},
     {"pw", Unit::person_weeks},
     {"typed", Unit::person_weeks}}};  // as a cell says beside a typed amount

tl::unexpected<Error> refused(std::string why) {
  return failure(ErrorCode::bad_input, "cannot read this capacity", std::move(why),
                 "Type person-weeks as in 31, people × weeks × availability as in 4 × 13 × 60 %, or what changes, as in 60 %");
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// In lower case, with plain blanks.
std::string in_plain_signs(std::string_view text) {
  std::string plain = lower_case(text);
  for (const auto& [sign, simple] :
       {std::pair{"\u00A0", " "}, std::pair{"\u202F", " "}, std::pair{"person weeks", "person-weeks"}})
    replace_all(plain, sign, simple);
  return plain;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(trimmed(text)) {}

  bool is_at_end() const { return rest_.empty(); }
  bool take(std::string_view sign) {
    if (!rest_.starts_with(sign)) return false;
    go_on(sign.size());
    return true;
  }
  bool take_times() { return take("×") || take("x") || take("*"); }
  std::optional<double> take_number() {
    const auto number = leading_number(rest_);
    if (!number) return std::nullopt;
    go_on(number->length);
    return number->value;
  }
  Unit take_unit() {
    const std::string_view word = next_word();
    for (const auto& [name, unit] : unit_words)
      if (word == name) {
        go_on(name.size());
        return unit;
      }
    return Unit::none;
  }
  /// Letters with the hyphens between them, or a percent sign.
  std::string_view next_word() const {
    std::size_t end = 0;
    while (end < rest_.size() && ((rest_[end] >= 'a' && rest_[end] <= 'z') || (end > 0 && rest_[end] == '-'))) ++end;
    return rest_.substr(0, end == 0 && rest_.starts_with('%') ? 1 : end);
  }
  /// Up to the next blank, to be named in a message.
  std::string next_piece() const { return std::string(rest_.substr(0, rest_.find(' '))); }

 private:
  void go_on(std::size_t length) { rest_ = trimmed(rest_.substr(length)); }

  std::string_view rest_;
};

/// What a number with this unit says; null for a number without one.
OptionalNumber* part_of(CapacityWish& wish, Unit unit) {
  switch (unit) {
    case Unit::people:
      return &wish.people;
    case Unit::weeks:
      return &wish.weeks;
    case Unit::share:
      return &wish.availability;
    case Unit::person_weeks:
      return &wish.typed;
    case Unit::none:
      break;
  }
  return nullptr;
}

/// Numbers with a name find their places first; the others follow in the order people, weeks, availability.
Result<CapacityWish> wish_of(const std::vector<Term>& terms) {
  CapacityWish wish;
  for (const Term& term : terms) {
    OptionalNumber* part = part_of(wish, term.unit);
    if (part == nullptr) continue;
    if (part->has_value()) return refused("it gives the same thing twice");
    *part = term.unit == Unit::share ? term.number / percent : term.number;
  }
  for (const Term& term : terms) {
    if (term.unit != Unit::none) continue;
    if (terms.size() == 1)
      wish.typed = term.number;
    else if (!wish.people.has_value())
      wish.people = term.number;
    else if (!wish.weeks.has_value())
      wish.weeks = term.number;
    else if (!wish.availability.has_value())
      wish.availability = term.number > 1 ? term.number / percent : term.number;
    else
      return refused("it holds more than people, weeks and availability");
  }
  if (wish.typed.has_value() && wish.has_product()) return refused("person-weeks and their parts do not go together");
  if (wish.people.has_value() && wish.weeks.has_value() && !wish.availability.has_value()) wish.availability = 1;
  if (wish.availability.value_or(0) > 1)
    return refused(number_text(wish.availability.value() * percent) + " % is more than all of the time");
  return wish;
}

}  // namespace

Result<CapacityWish> read_capacity(std::string_view text) {
  const std::string plain = in_plain_signs(text);
  Reader reader(plain);
  std::vector<Term> terms;
  OptionalNumber reserve;
  bool is_product = false;  // a sign of multiplication waits for its number
  while (!reader.is_at_end()) {
    if (reader.take_times()) {
      if (is_product || terms.empty()) return refused("a number is missing before the ×");
      is_product = true;
      continue;
    }
    if (!is_product && !terms.empty() && (reader.take(",") || reader.take(";"))) continue;
    const bool is_reserve = !is_product && reader.next_word() == "reserve" && reader.take("reserve");
    const std::string piece = reader.next_piece();
    const auto number = reader.take_number();
    if (!number && is_reserve) return refused("it does not say how much the reserve is");
    if (!number) return refused("\"" + piece + "\" is not an amount of people, weeks, % or person-weeks");
    if (*number < 0) return refused(number_text(*number) + " is below 0");
    const Unit unit = reader.take_unit();
    if (is_reserve) {
      if (unit != Unit::none && unit != Unit::person_weeks) return refused("a reserve is in person-weeks");
      if (!reader.is_at_end()) return refused("the reserve is not the last thing it says");
      reserve = *number;
      break;
    }
    if (unit == Unit::none && !is_product && !terms.empty())
      return refused("it does not say what " + number_text(*number) + " is");
    terms.push_back({*number, unit});
    is_product = false;
  }
  if (is_product) return refused("a number is missing after the ×");
  if (terms.empty() && !reserve.has_value()) return refused("there is no number in it");
  Result<CapacityWish> wish = wish_of(terms);
  if (wish) wish->reserve = reserve;
  return wish;
}

Capacity with_wish(Capacity row, const CapacityWish& wish) {
  if (wish.typed.has_value() || wish.has_product()) row.typed = wish.typed;
  row.people = wish.people.value_or(row.people);
  row.weeks = wish.weeks.value_or(row.weeks);
  row.availability = wish.availability.value_or(row.availability);
  row.reserve = wish.reserve.value_or(row.reserve);
  return row;
}

std::string capacity_text(const Capacity& row) {
  std::string text;
  if (row.typed.has_value()) {
    text = number_text(row.typed.value());
  } else {
    // 0.07 × 100 is 7.000000000000001; a share that no six digits hold is written as it is.
    const double share = std::round(row.availability * percent * 1e6) / 1e6;
    const std::string availability =
        share / percent == row.availability ? number_text(share) + " %" : number_text(row.availability);
    text = number_text(row.people) + " × " + number_text(row.weeks) + " × " + availability;
  }
  return row.reserve > 0 ? text + ", reserve " + number_text(row.reserve) : text;
}

}  // namespace tradewind::workbench
