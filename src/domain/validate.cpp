// The rules that hold for every field of a type, whatever the entity, and the one entry point to all rules.
#include "tradewind/domain/validate.h"

#include <array>
#include <charconv>
#include <cmath>

#include "domain/rules.h"

namespace tradewind {
namespace rules {

void Checks::fail(std::string_view field, std::string why, std::string what_to_do) {
  Problem problem;
  problem.field = field;
  problem.why = std::move(why);
  problem.what_to_do = std::move(what_to_do);
  problems_.push_back(std::move(problem));
}

void Checks::require_text(std::string_view field, std::string_view text) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) fail(field, "it is empty", "give it a text");
}

void Checks::one_word(std::string_view field, std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= ' ' || c == '\x7F') {
      fail(field, "\"" + std::string{text} + "\" contains a space", "use letters, digits and dashes only");
      return;
    }
}

void Checks::not_negative(std::string_view field, OptionalNumber number) {
  if (number.has_value() && number.value() < 0) fail(field, number_text(number.value()) + " is negative", "give 0 or more");
}

void Checks::positive(std::string_view field, double number) {
  if (number <= 0) fail(field, number_text(number) + " is not greater than 0", "give more than 0");
}

void Checks::in_range(std::string_view field, OptionalNumber number, double low, double high) {
  if (!number.has_value() || !std::isfinite(number.value()) || (number.value() >= low && number.value() <= high)) return;
  const std::string range = number_text(low) + "–" + number_text(high);
  fail(field, number_text(number.value()) + " is outside " + range, "give a number in " + range);
}

void Checks::ascending(std::string_view low_field, OptionalNumber low, std::string_view high_field, OptionalNumber high) {
  if (!low.has_value() || !high.has_value() || low.value() <= high.value()) return;
  fail(low_field,
       std::string{low_field} + " (" + number_text(low.value()) + ") is greater than " + std::string{high_field} + " (" +
           number_text(high.value()) + ")",
       "give " + std::string{low_field} + " ≤ " + std::string{high_field});
}

std::string number_text(double number) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
  return {buffer.data(), end};
}

namespace {

void check_number(std::string_view field, double number, Checks& checks) {
  if (!std::isfinite(number)) checks.fail(field, "it is not a finite number", "give a number");
}
void check_date(std::string_view field, Date date, Checks& checks) {
  if (!date.ok()) checks.fail(field, "there is no such day", "give a date as in 2027-01-18");
}

template <class Value>
void check_type(std::string_view, const Value&, Checks&) {}
void check_type(std::string_view field, const double& number, Checks& checks) { check_number(field, number, checks); }
void check_type(std::string_view field, const OptionalNumber& number, Checks& checks) {
  if (number.has_value()) check_number(field, number.value(), checks);
}
void check_type(std::string_view field, const Date& date, Checks& checks) { check_date(field, date, checks); }
void check_type(std::string_view field, const std::optional<Date>& date, Checks& checks) {
  if (date) check_date(field, *date, checks);
}

}  // namespace
}  // namespace rules

template <class Entity>
std::vector<Problem> validate(const Entity& row) {
  rules::Checks checks;
  if (row.id.value < 0) checks.fail("", "its id is negative", "give it a new id");
  Entity::fields(row, [&](std::string_view field, const auto& value) { rules::check_type(field, value, checks); });
  rules::check(row, checks);
  return checks.take();
}

template std::vector<Problem> validate(const WorkspaceSettings&);
template std::vector<Problem> validate(const AllocationPolicy&);
template std::vector<Problem> validate(const AllocationClass&);
template std::vector<Problem> validate(const Team&);
template std::vector<Problem> validate(const Period&);
template std::vector<Problem> validate(const Capacity&);
template std::vector<Problem> validate(const Outcome&);
template std::vector<Problem> validate(const CheckIn&);
template std::vector<Problem> validate(const Item&);
template std::vector<Problem> validate(const Contribution&);
template std::vector<Problem> validate(const Estimate&);
template std::vector<Problem> validate(const Dependency&);
template std::vector<Problem> validate(const Roadmap&);
template std::vector<Problem> validate(const Placement&);
template std::vector<Problem> validate(const Milestone&);
template std::vector<Problem> validate(const TimeEntry&);
template std::vector<Problem> validate(const Evidence&);
template std::vector<Problem> validate(const Experiment&);
template std::vector<Problem> validate(const Insight&);
template std::vector<Problem> validate(const InsightLink&);
template std::vector<Problem> validate(const Stakeholder&);
template std::vector<Problem> validate(const Framing&);
template std::vector<Problem> validate(const OpportunitySurvey&);
template std::vector<Problem> validate(const KanoSurvey&);
template std::vector<Problem> validate(const Criterion&);
template std::vector<Problem> validate(const CriterionRating&);
template std::vector<Problem> validate(const Scenario&);
template std::vector<Problem> validate(const Decision&);
template std::vector<Problem> validate(const ScenarioEdit&);
template std::vector<Problem> validate(const SavedView&);
template std::vector<Problem> validate(const MappingProfile&);
template std::vector<Problem> validate(const ImportRecord&);

}  // namespace tradewind
