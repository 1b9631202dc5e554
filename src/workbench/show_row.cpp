// One row with all that hangs on it: every row of every entity that refers to it.
#include <algorithm>

#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/list_rows.h"
#include "workbench/row_record.h"

namespace tradewind::workbench {
namespace {

/// How a list of referring rows is called: "children" of an item, else the plural of what refers.
template <class Owner, class Entity>
std::string list_name(std::string_view field) {
  if (field == "parent") return "children";
  if constexpr (std::is_same_v<Owner, Item> && std::is_same_v<Entity, Dependency>)
    return field == "predecessor" ? "successors" : "predecessors";
  if constexpr (std::is_same_v<Owner, Item> && std::is_same_v<Entity, Decision>) return "decisions";
  return std::string{noun_of<Entity>().plural};
}

template <class Entity>
bool refers_to(const Entity& row, std::string_view wanted_field, std::int64_t id) {
  bool refers = false;
  Entity::fields(row, [&](std::string_view field, const auto& member) {
    if constexpr (requires { member.value; })
      if (field == wanted_field) refers = static_cast<std::int64_t>(member.value) == id;
  });
  return refers;
}

template <class Owner, class Entity>
void add_referring(Record& record, Id<Owner> owner, const Portfolio& portfolio) {
  Entity blank;
  Entity::fields(blank, [&](std::string_view field, auto& member) {
    using MemberType = std::remove_reference_t<decltype(member)>;
    if constexpr (std::is_same_v<MemberType, Id<Owner>>) {
      std::vector<const Entity*> rows;
      for (const Entity& row : portfolio.all<Entity>())
        if (refers_to(row, field, owner.value)) rows.push_back(&row);
      if (rows.empty()) return;
      std::sort(rows.begin(), rows.end(), [](const Entity* a, const Entity* b) {
        if constexpr (requires { a->date; })
          if (a->date != b->date) return a->date < b->date;
        return a->id < b->id;
      });
      std::vector<Value> list;
      for (const Entity* row : rows) {
        // Items and dependencies are told by key, the rest in full.
        if constexpr (std::is_same_v<Entity, Item>)
          list.push_back(Value::of(row->key));
        else if constexpr (std::is_same_v<Entity, Dependency>)
          list.push_back(Value::of(key_of(field == "predecessor" ? row->successor : row->predecessor, portfolio)));
        else
          list.push_back(Value::of(record_of(*row, portfolio)));
      }
      record.push_back({list_name<Owner, Entity>(field), Value::of(std::move(list))});
    }
  });
}

/// Items whose time on the first roadmap touches the period, whether they were placed by period or by dates.
Value items_planned_in(const Period& period, const Portfolio& portfolio) {
  std::vector<Value> keys;
  if (const Roadmap* roadmap = portfolio.roadmap_by_name({}))
    for (const ScheduledItem& scheduled : schedule_of(portfolio, roadmap->id))
      if (share_in(scheduled.span, period.start, period.end) > 0) keys.push_back(Value::of(key_of(scheduled.item, portfolio)));
  return Value::of(std::move(keys));
}

template <class Owner>
Record record_with_all(const Owner& owner, const Portfolio& portfolio) {
  Record record{{"noun", Value::of(noun_of<Owner>().singular)}};
  for (Member& member : record_of(owner, portfolio)) record.push_back(std::move(member));
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    // An item's own record tells its estimates and contributions already.
    constexpr bool told =
        std::is_same_v<Owner, Item> && (std::is_same_v<Entity, Estimate> || std::is_same_v<Entity, Contribution>);
    if constexpr (!told) add_referring<Owner, Entity>(record, owner.id, portfolio);
  });
  if constexpr (std::is_same_v<Owner, Period>) record.push_back({"planned_items", items_planned_in(owner, portfolio)});
  return record;
}

}  // namespace

Result<Record> show_row(const Portfolio& portfolio, std::string_view key) {
  Record record;
  if (with_row_called(key, portfolio, [&](const auto& row) { record = record_with_all(row, portfolio); })) return record;
  return failure(ErrorCode::not_found, "cannot find " + std::string{key}, "nothing in the workspace has that key",
                 "Give a key or name as the lists show it, or NOUN:KEY where two kinds of thing share one");
}

}  // namespace tradewind::workbench
