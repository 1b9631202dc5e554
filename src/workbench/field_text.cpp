#include "workbench/field_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace tradewind::workbench {
namespace {

bool is_share(std::string_view field) {
  static constexpr std::array shares{"confidence", "availability", "target_share", "tolerance", "rule_share"};
  for (const std::string_view share : shares)
    if (field == share) return true;
  return false;
}

std::string quoted(std::string_view text) { return "\"" + std::string{text} + "\""; }

}  // namespace

void refuse(ErrorCode code, std::string what, std::string why, std::string what_to_do) {
  throw storage::EditRefused{Error{code, std::move(what), std::move(why), std::move(what_to_do)}};
}

void refuse_value(const FieldContext& context, std::string why, std::string what_to_do) {
  refuse(ErrorCode::bad_input, "cannot set " + std::string{context.field}, std::move(why), std::move(what_to_do));
}

double parse_number(const FieldContext& context, std::string_view text) {
  const bool percent = is_share(context.field) && !text.empty() && text.back() == '%';
  const std::string_view digits = percent ? text.substr(0, text.size() - 1) : text;
  double number = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (failed != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number))
    refuse_value(context, quoted(text) + " is not a number", "Give digits with a point, such as 2.5");
  return percent ? number / 100 : number;
}

std::int64_t parse_whole_number(const FieldContext& context, std::string_view text) {
  std::int64_t number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc{} || end != text.data() + text.size())
    refuse_value(context, quoted(text) + " is not a whole number", "Give digits only, such as 12");
  return number;
}

Date parse_date(const FieldContext& context, std::string_view text) {
  const auto date = parse_iso_date(text);
  if (!date) refuse_value(context, quoted(text) + " is not a date", "Give year-month-day, such as 2027-01-18");
  return *date;
}

void assign(const FieldContext&, std::string& member, std::string_view text) { member = text; }

void assign(const FieldContext& context, bool& member, std::string_view text) {
  const std::string answer = lower_case(text);
  if (answer == "yes" || answer == "true" || answer == "1")
    member = true;
  else if (answer == "no" || answer == "false" || answer == "0")
    member = false;
  else
    refuse_value(context, quoted(text) + " is neither yes nor no", "Choose one of yes, no");
}

void assign(const FieldContext& context, int& member, std::string_view text) {
  const std::int64_t number = parse_whole_number(context, text);
  if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
    refuse_value(context, std::to_string(number) + " is too large", "Give a smaller number");
  member = static_cast<int>(number);
}

void assign(const FieldContext& context, std::int64_t& member, std::string_view text) {
  member = parse_whole_number(context, text);
}

void assign(const FieldContext& context, double& member, std::string_view text) { member = parse_number(context, text); }

void assign(const FieldContext& context, OptionalNumber& member, std::string_view text) {
  member = text.empty() ? OptionalNumber{} : OptionalNumber{parse_number(context, text)};
}

void assign(const FieldContext& context, Date& member, std::string_view text) { member = parse_date(context, text); }

void assign(const FieldContext& context, std::optional<Date>& member, std::string_view text) {
  member = text.empty() ? std::nullopt : std::optional{parse_date(context, text)};
}

void assign(const FieldContext&, std::vector<std::string>& member, std::string_view text) { member = split_list(text); }

void assign(const FieldContext& context, std::vector<CustomField>&, std::string_view) {
  refuse_value(context, "custom fields are set one by one", "Write custom.NAME=value");
}

PeriodId period_called(const FieldContext& context, std::string_view text) {
  const Portfolio& portfolio = context.edit.portfolio();
  if (const Period* period = row_called<Period>(text, portfolio)) return period->id;
  auto period = parse_period(text, portfolio.settings().fiscal_year_start_month);
  if (!period)
    refuse_value(context, "there is no period " + quoted(text),
                 "Give a quarter (2027Q1), a month (2027-03), a week (2027-W09) or the name of a sprint that exists");
  period->id = new_id<PeriodId>();
  context.edit.insert(*period);
  return period->id;
}

}  // namespace tradewind::workbench
