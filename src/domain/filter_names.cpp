// Names in filters against the rows of a portfolio.
#include "domain/filter_names.h"

#include "tradewind/domain/filter.h"
#include "tradewind/domain/text.h"

namespace tradewind {
namespace filter_detail {
namespace {

template <class Entity, class IsNamed>
std::vector<std::int64_t> ids_where(const Portfolio& portfolio, const IsNamed& is_named) {
  std::vector<std::int64_t> ids;
  for (const Entity& row : portfolio.all<Entity>())
    if (is_named(row)) ids.push_back(row.id.value);
  return ids;
}

}  // namespace

bool names_rows(FieldId field) {
  return field == FieldId::team || field == FieldId::outcome || field == FieldId::allocation_class || field == FieldId::period ||
         field == FieldId::parent;
}

std::vector<std::int64_t> rows_named(FieldId field, std::string_view name, const Portfolio& portfolio) {
  const TextPattern pattern{name};
  switch (field) {
    case FieldId::team:
      return ids_where<Team>(portfolio, [&](const Team& row) { return pattern.equals(row.key) || pattern.equals(row.name); });
    case FieldId::outcome:
      return ids_where<Outcome>(portfolio, [&](const Outcome& row) {
        return pattern.equals(row.key) || pattern.equals(row.title) || pattern.equals(row.short_title);
      });
    case FieldId::allocation_class:
      return ids_where<AllocationClass>(
          portfolio, [&](const AllocationClass& row) { return pattern.equals(row.key) || pattern.equals(row.name); });
    case FieldId::parent:
      return ids_where<Item>(portfolio,
                             [&](const Item& row) { return pattern.equals(row.key) || pattern.equals(row.external_key); });
    default:
      return {};
  }
}

std::vector<Span> spans_named(std::string_view name, const Portfolio& portfolio) {
  const TextPattern pattern{name};
  std::vector<Span> spans;
  for (const Period& period : portfolio.all<Period>())
    if (pattern.equals(period.name)) spans.push_back({period.start, period.end});
  if (spans.empty())
    if (const auto days = read_days(name, portfolio.settings().fiscal_year_start_month))
      spans.push_back({days->start, days->end});
  return spans;
}

}  // namespace filter_detail

std::vector<Error> unknown_names(const Filter& filter, const Portfolio& portfolio) {
  using namespace filter_detail;
  std::vector<Error> errors;
  for (const FilterTerm& term : filter.terms) {
    const auto known = find_field(term.field);
    if (term.op != FilterTerm::Operator::any_of || !known || !names_rows(known->field.id)) continue;
    const FieldId field = known->field.id;
    for (const std::string& name : term.values) {
      if (!(field == FieldId::period ? spans_named(name, portfolio).empty() : rows_named(field, name, portfolio).empty()))
        continue;
      std::vector<std::string_view> names;
      if (field == FieldId::team)
        for (const Team* row : portfolio.teams_in_order()) names.push_back(row->name);
      if (field == FieldId::outcome)
        for (const Outcome* row : portfolio.outcomes_in_order()) names.push_back(row->key);
      if (field == FieldId::allocation_class)
        for (const AllocationClass* row : portfolio.allocation_classes_in_order()) names.push_back(row->key);
      if (field == FieldId::period)
        for (const Period& row : portfolio.all<Period>()) names.push_back(row.name);
      const std::string_view nearest = nearest_name(name, names);
      Error error;
      error.code = ErrorCode::not_found;
      error.what = "the filter term " + term.field + ":\"" + name + "\" matches nothing";
      error.why = "the workspace has no " + (field == FieldId::parent ? std::string{"item"} : term.field) + " of that name";
      error.what_to_do = nearest.empty() ? "write a key or name that exists" : "did you mean \"" + std::string{nearest} + "\"?";
      errors.push_back(std::move(error));
    }
  }
  return errors;
}

}  // namespace tradewind
