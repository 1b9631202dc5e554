#include "tradewind/workbench/list_rows.h"

#include <algorithm>

#include "tradewind/domain/filter.h"
#include "tradewind/workbench/record_table.h"
#include "workbench/record_filter.h"
#include "workbench/row_record.h"

namespace tradewind::workbench {
namespace {

/// A fixed order that people expect, so that the same workspace gives the same list.
template <class Entity>
std::vector<const Entity*> rows_in_order(const Portfolio& portfolio) {
  if constexpr (std::is_same_v<Entity, Item>) return portfolio.items_by_rank();
  std::vector<const Entity*> rows;
  for (const Entity& row : portfolio.all<Entity>()) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(), [&](const Entity* a, const Entity* b) {
    if constexpr (requires { a->position; })
      if (a->position != b->position) return a->position < b->position;
    if constexpr (std::is_same_v<Entity, Period>)
      if (a->start != b->start) return a->start < b->start;
    if constexpr (requires { a->date; })
      if (a->date != b->date) return a->date < b->date;
    if constexpr (std::is_same_v<Entity, Capacity>) {
      const Team* x = portfolio.find(a->team);
      const Team* y = portfolio.find(b->team);
      if (x != nullptr && y != nullptr && x != y) return std::pair{x->position, x->id} < std::pair{y->position, y->id};
      const Period* p = portfolio.find(a->period);
      const Period* q = portfolio.find(b->period);
      if (p != nullptr && q != nullptr && p->start != q->start) return p->start < q->start;
    }
    return a->id < b->id;
  });
  return rows;
}

/// Fields that a record of that entity has, from a row without content.
template <class Entity>
std::vector<std::string> known_fields() {
  std::vector<std::string> names;
  for (const Member& member : record_of(Entity{}, Portfolio{})) names.push_back(member.name);
  return names;
}

/// An item filter is bound to the portfolio once; other rows are matched as they are listed.
template <class Entity>
Result<std::vector<Record>> matching_records(const Portfolio& portfolio, const std::string& where) {
  std::vector<Record> records;
  if constexpr (std::is_same_v<Entity, Item>) {
    auto filter = parse_filter(where);
    if (!filter) return tl::unexpected(filter.error());
    const BoundFilter bound{std::move(*filter), portfolio};
    for (const Item* item : rows_in_order<Item>(portfolio))
      if (bound.matches(*item)) records.push_back(record_of(*item, portfolio));
  } else {
    const auto filter = parse_record_filter(where, known_fields<Entity>());
    if (!filter) return tl::unexpected(filter.error());
    for (const Entity* row : rows_in_order<Entity>(portfolio)) {
      Record record = record_of(*row, portfolio);
      if (matches(*filter, record)) records.push_back(std::move(record));
    }
  }
  return records;
}

Result<void> check_fields(const std::vector<std::string>& wanted, const std::vector<std::string>& known, std::string_view what) {
  for (const std::string& field : wanted) {
    const std::string name = !field.empty() && field.front() == '-' ? field.substr(1) : field;
    // Custom fields and teams are the workspace's own words.
    if (name.rfind("custom.", 0) == 0 || name.rfind("effort_by_team.", 0) == 0) continue;
    if (std::find(known.begin(), known.end(), name) == known.end())
      return failure(ErrorCode::bad_input, "cannot " + std::string{what} + " " + name, "these rows have no such field",
                     "Choose from " + joined(known));
  }
  return {};
}

Result<std::vector<Record>> sorted(std::vector<Record> records, const std::vector<std::string>& sort) {
  if (sort.empty()) return records;
  std::vector<exchange::SortKey> keys;
  std::vector<std::string> columns;
  for (const std::string& text : sort) {
    keys.push_back(exchange::parse_sort_key(text));
    columns.push_back(keys.back().field);
  }
  const auto order = exchange::sorted_order(table_of(records, columns), keys);
  if (!order) return tl::unexpected(order.error());
  std::vector<Record> result;
  result.reserve(records.size());
  for (const std::size_t at : *order) result.push_back(std::move(records[at]));
  return result;
}

void keep_fields(std::vector<Record>& records, const std::vector<std::string>& fields) {
  if (fields.empty()) return;
  for (Record& record : records) {
    Record kept;
    for (const std::string& name : fields) kept.push_back({name, field_of(record, name)});
    record = std::move(kept);
  }
}

}  // namespace

Result<std::vector<Record>> list_rows(const Portfolio& portfolio, std::string_view noun_text, const ListOptions& options) {
  const Noun* noun = noun_named(noun_text);
  if (noun == nullptr)
    return failure(ErrorCode::bad_input, "cannot list \"" + std::string{noun_text} + "\"", "there is no such kind of thing",
                   "Choose one of " + all_nouns());
  Result<std::vector<Record>> records;
  with_entity(*noun, [&]<class Entity>() {
    const auto known = known_fields<Entity>();
    for (const auto& checked : {check_fields(options.sort, known, "sort by"), check_fields(options.fields, known, "show")})
      if (!checked) records = tl::unexpected(checked.error());
    if (records) records = matching_records<Entity>(portfolio, options.where);
  });
  if (!records) return records;
  records = sorted(std::move(*records), options.sort);
  if (!records) return records;
  if (options.limit > 0 && records->size() > options.limit) records->resize(options.limit);
  keep_fields(*records, options.fields);
  return records;
}

std::vector<std::string> list_nouns() {
  std::vector<std::string> names;
  for (const Noun& noun : nouns) names.emplace_back(noun.plural);
  return names;
}

std::vector<std::string> usual_fields(std::string_view noun_text) {
  const Noun* noun = noun_named(noun_text);
  if (noun == nullptr) return {};
  const std::string_view table = noun->table;
  if (table == Item::table) return {"key", "external_key", "title", "stage", "moscow", "class", "team", "effort", "period"};
  if (table == Outcome::table) return {"key", "title", "metric", "unit", "baseline", "target", "due", "owner"};
  if (table == Team::table) return {"key", "name", "lead", "people"};
  if (table == Period::table) return {"name", "kind", "start", "end"};
  if (table == Capacity::table) return {"team", "period", "people", "weeks", "availability", "reserve", "person_weeks"};
  if (table == TimeEntry::table) return {"date", "person", "team", "hours", "class", "item", "cause"};
  std::vector<std::string> names;
  with_entity(*noun, [&]<class Entity>() {
    Entity row;
    Entity::fields(row, [&](std::string_view name, auto&) { names.emplace_back(shown_name(name)); });
  });
  return names;
}

std::vector<std::string> all_fields(std::string_view noun_text) {
  std::vector<std::string> names;
  if (const Noun* noun = noun_named(noun_text)) with_entity(*noun, [&]<class Entity>() { names = known_fields<Entity>(); });
  return names;
}

}  // namespace tradewind::workbench
