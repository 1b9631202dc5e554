// A filter bound to a portfolio: one predicate per term, cheapest first.
#include <algorithm>
#include <array>
#include <cmath>

#include "domain/filter_fields.h"
#include "domain/filter_names.h"
#include "domain/item_facts.h"
#include "tradewind/domain/filter.h"
#include "tradewind/domain/text.h"

namespace tradewind {

using filter_detail::DayRange;
using filter_detail::FieldId;
using filter_detail::FieldType;
using Operator = FilterTerm::Operator;

struct BoundFilter::Predicate {
  bool negated = false;
  Operator op = Operator::text;
  FieldId field = FieldId::key;
  FieldType type = FieldType::words;
  bool nothing = false;  // the term cannot be understood: meets nothing
  int cost = 0;
  unsigned choices = 0;  // bit n: enumerator n
  std::vector<double> numbers;
  std::vector<DayRange> days;
  std::vector<TextPattern> patterns;
  std::vector<std::int64_t> ids;
  std::vector<Span> spans;
  TextPattern custom_name{""};
  std::vector<std::pair<FieldId, TextPattern>> present;  // of has:

  bool holds(const Item& item, const Portfolio& portfolio) const;

 private:
  bool words_hold(const Item& item, const Portfolio& portfolio) const;
  bool number_holds(OptionalNumber number) const;
  bool days_hold(Date date) const;
  bool equals_any(std::string_view text) const;
  bool stands_in(const Item& item) const;
  bool has_id(std::int64_t id) const { return std::find(ids.begin(), ids.end(), id) != ids.end(); }
};

namespace {

constexpr int cost_of_own_fields = 0;
constexpr int cost_of_other_rows = 1;
constexpr int cost_of_text = 2;

bool nearly_equal(double a, double b) {
  // Sums of estimates such as 0.1 + 0.2 must equal 0.3.
  return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)});
}

int cost_of(FieldId field, FieldType type) {
  switch (field) {
    case FieldId::effort:
    case FieldId::rice:
    case FieldId::team:
    case FieldId::outcome:
    case FieldId::period:
    case FieldId::start:
    case FieldId::finish:
      return cost_of_other_rows;
    default:
      return type == FieldType::words && !filter_detail::names_rows(field) ? cost_of_text : cost_of_own_fields;
  }
}

}  // namespace

bool BoundFilter::Predicate::equals_any(std::string_view text) const {
  return std::any_of(patterns.begin(), patterns.end(), [&](const TextPattern& pattern) { return pattern.equals(text); });
}

bool BoundFilter::Predicate::number_holds(OptionalNumber number) const {
  if (!number.has_value()) return false;
  const double value = number.value();
  switch (op) {
    case Operator::less:
      return value < numbers.front();
    case Operator::less_or_equal:
      return value <= numbers.front();
    case Operator::greater:
      return value > numbers.front();
    case Operator::greater_or_equal:
      return value >= numbers.front();
    default:
      return std::any_of(numbers.begin(), numbers.end(), [&](double wanted) { return nearly_equal(value, wanted); });
  }
}

bool BoundFilter::Predicate::days_hold(Date date) const {
  switch (op) {
    case Operator::less:
      return date < days.front().start;
    case Operator::less_or_equal:
      return date < days.front().end;
    case Operator::greater:
      return date >= days.front().end;
    case Operator::greater_or_equal:
      return date >= days.front().start;
    default:
      return std::any_of(days.begin(), days.end(),
                         [&](const DayRange& range) { return date >= range.start && date < range.end; });
  }
}

bool BoundFilter::Predicate::words_hold(const Item& item, const Portfolio& portfolio) const {
  switch (field) {
    case FieldId::key:
      return equals_any(item.key) || (!item.external_key.empty() && equals_any(item.external_key));
    case FieldId::title:
      return std::any_of(patterns.begin(), patterns.end(), [&](const TextPattern& pattern) {
        return pattern.empty() ? item.title.empty() : pattern.found_in(item.title);
      });
    case FieldId::tag:
      return std::any_of(item.tags.begin(), item.tags.end(), [&](const std::string& tag) { return equals_any(tag); });
    case FieldId::requester:
      return equals_any(item.requester);
    case FieldId::assignee:
      return equals_any(item.assignee);
    case FieldId::source:
      return equals_any(item.external_source);
    case FieldId::external:
      return equals_any(item.external_key);
    case FieldId::allocation_class:
      return has_id(item.allocation_class.value);
    case FieldId::parent:
      return has_id(item.parent.value);
    case FieldId::team:
      for (const Estimate& row : portfolio.owned_by<&Estimate::item>(item.id))
        if (has_id(row.team.value)) return true;
      return false;
    case FieldId::outcome:
      for (const Contribution& row : portfolio.owned_by<&Contribution::item>(item.id))
        if (has_id(row.outcome.value)) return true;
      return false;
    case FieldId::period:
      for (const Placement& row : portfolio.owned_by<&Placement::item>(item.id))
        if (const auto work = span_of(row, portfolio))
          for (const Span& span : spans)
            if (share_in(*work, span.start, span.finish) > 0) return true;
      return false;
    default:
      return false;
  }
}

bool BoundFilter::Predicate::stands_in(const Item& item) const {
  return std::any_of(patterns.begin(), patterns.end(), [&](const TextPattern& pattern) {
    return pattern.found_in(item.title) || pattern.found_in(item.key) || pattern.found_in(item.external_key) ||
           std::any_of(item.tags.begin(), item.tags.end(), [&](const std::string& tag) { return pattern.found_in(tag); }) ||
           pattern.found_in(item.description);
  });
}

bool BoundFilter::Predicate::holds(const Item& item, const Portfolio& portfolio) const {
  using namespace filter_detail;
  if (nothing) return false;
  if (op == Operator::text) return stands_in(item);
  if (op == Operator::has)
    return std::any_of(present.begin(), present.end(),
                       [&](const auto& wanted) { return is_present(wanted.first, wanted.second, item, portfolio); });
  switch (type) {
    case FieldType::words:
      return words_hold(item, portfolio);
    case FieldType::choice:
      return ((choices >> choice_of(field, item)) & 1U) != 0;
    case FieldType::number:
    case FieldType::share:
      return number_holds(number_of(field, item, portfolio));
    case FieldType::date:
      if (field == FieldId::start || field == FieldId::finish) {
        for (const Placement& row : portfolio.owned_by<&Placement::item>(item.id))
          if (const auto work = span_of(row, portfolio))
            if (days_hold(field == FieldId::start ? work->start : last_day(*work))) return true;
        return false;
      }
      if (const std::optional<Date> date = date_of(field, item)) return days_hold(*date);
      return false;
    case FieldType::custom:
      return std::any_of(item.custom.begin(), item.custom.end(), [&](const CustomField& row) {
        if (!custom_name.equals(row.name)) return false;
        if (op == Operator::any_of) return equals_any(row.value);
        if (!days.empty()) {
          const auto date = parse_iso_date(row.value);
          return date && days_hold(*date);
        }
        const auto number = read_number(row.value, true);
        return number && number_holds(*number);
      });
    case FieldType::presence:
      return false;
  }
  return false;
}

BoundFilter::BoundFilter(Filter filter, const Portfolio& portfolio) : portfolio_(&portfolio), filter_(std::move(filter)) {
  using namespace filter_detail;
  const int fiscal_start = portfolio.settings().fiscal_year_start_month;
  for (const FilterTerm& term : filter_.terms) {
    Predicate predicate;
    predicate.negated = term.negated;
    predicate.op = term.op;
    if (term.op == Operator::text) {
      predicate.cost = cost_of_text;
      for (const std::string& value : term.values) predicate.patterns.emplace_back(value);
    } else if (term.op == Operator::has) {
      predicate.cost = cost_of_other_rows;
      for (const std::string& value : term.values) {
        const std::string name = fold_case(value);
        if (const auto known = find_field(name)) predicate.present.emplace_back(known->field.id, TextPattern{known->custom_name});
      }
    } else if (const auto known = find_field(term.field)) {
      predicate.field = known->field.id;
      predicate.type = known->field.type;
      predicate.cost = cost_of(predicate.field, predicate.type);
      predicate.custom_name = TextPattern{known->custom_name};
      const bool compares = term.op != Operator::any_of;
      for (const std::string& value : term.values) {
        const bool is_custom = predicate.type == FieldType::custom;
        if (predicate.type == FieldType::choice) {
          if (const auto choice = choice_value(predicate.field, value)) predicate.choices |= 1U << *choice;
        } else if (predicate.type == FieldType::date || (is_custom && compares)) {
          if (const auto days = read_days(value, fiscal_start)) predicate.days.push_back(*days);
        }
        if (predicate.type == FieldType::number || predicate.type == FieldType::share || (is_custom && compares)) {
          if (const auto number = read_number(value, predicate.type != FieldType::number)) predicate.numbers.push_back(*number);
        } else if (predicate.field == FieldId::period) {
          for (const Span& span : spans_named(value, portfolio)) predicate.spans.push_back(span);
        } else if (names_rows(predicate.field)) {
          for (const std::int64_t id : rows_named(predicate.field, value, portfolio)) predicate.ids.push_back(id);
        } else {
          predicate.patterns.emplace_back(value);
        }
      }
      // A comparison without a value that can be read; parse_filter lets none through.
      predicate.nothing = compares && predicate.days.empty() && predicate.numbers.empty();
      if (predicate.type == FieldType::date && predicate.days.empty()) predicate.nothing = true;
    } else {
      predicate.nothing = true;
    }
    predicates_.push_back(std::move(predicate));
  }
  std::stable_sort(predicates_.begin(), predicates_.end(),
                   [](const Predicate& a, const Predicate& b) { return a.cost < b.cost; });
}

bool BoundFilter::matches(const Item& item) const {
  return std::all_of(predicates_.begin(), predicates_.end(),
                     [&](const Predicate& predicate) { return predicate.holds(item, *portfolio_) != predicate.negated; });
}

BoundFilter::~BoundFilter() = default;
BoundFilter::BoundFilter(BoundFilter&&) noexcept = default;
BoundFilter& BoundFilter::operator=(BoundFilter&&) noexcept = default;

}  // namespace tradewind
