#include "workbench/changed_rows.h"

#include <algorithm>
#include <set>

#include "workbench/row_record.h"

namespace tradewind::workbench {
namespace {

template <class Entity, class... Others>
inline constexpr bool is_one_of = (std::is_same_v<Entity, Others> || ...);
/// What is said as a field of its item, or as a move.
template <class Entity>
inline constexpr bool is_part_of_item = is_one_of<Entity, Estimate, Contribution, Dependency, Placement>;
/// What is about the workspace and not about the plan.
template <class Entity>
inline constexpr bool is_bookkeeping = is_one_of<Entity, Scenario, ScenarioEdit, Decision, SavedView, MappingProfile>;

/// Fields of a record that say the same as another one, or as a move, or nothing that anybody reads.
template <class Entity>
bool is_left_out(std::string_view field) {
  if constexpr (std::is_same_v<Entity, Item>)
    if (field == "effort_by_team" || field == "team" || field == "outcomes" || field == "rank" || field == "period" ||
        field == "start" || field == "finish")
      return true;
  return field == "id" || field == "next_item_number";
}

/// Calls visit(before, after) for rows that are not equal; nullptr where there is none.
template <class Entity, class Visitor>
void for_each_difference(const Portfolio& before, const Portfolio& after, Visitor&& visit) {
  for (const Entity& row : before.all<Entity>()) {
    const Entity* other = after.find(row.id);
    if (other == nullptr || !(*other == row)) visit(&row, other);
  }
  for (const Entity& row : after.all<Entity>())
    if (!before.contains(row.id)) visit(static_cast<const Entity*>(nullptr), &row);
}

/// Position among all items, from 1.
class Places {
 public:
  explicit Places(const Portfolio& portfolio) : items_(portfolio.items_by_rank()) {}
  Value of(ItemId item) const {
    for (std::size_t at = 0; at < items_.size(); ++at)
      if (items_[at]->id == item) return Value::of(at + 1);
    return {};
  }

 private:
  std::vector<const Item*> items_;
};

class Difference {
 public:
  Difference(const Portfolio& before, const Portfolio& after) : before_(before), after_(after) {}

  std::vector<ChangedRow> rows() {
    for (const Noun& noun : nouns)
      with_entity(noun, [&]<class Entity>() {
        if constexpr (std::is_same_v<Entity, Item>)
          add_items();
        else if constexpr (!is_part_of_item<Entity> && !is_bookkeeping<Entity>)
          add_rows<Entity>();
      });
    return std::move(rows_);
  }

 private:
  void add_items() {
    std::set<ItemId> touched;
    for_each_difference<Item>(before_, after_, [&](const Item* a, const Item* b) { touched.insert((a ? a : b)->id); });
    for_each_difference<Estimate>(before_, after_, [&](const Estimate* a, const Estimate* b) {
      for (const Estimate* row : {a, b})
        if (row != nullptr) touched.insert(row->item);
    });
    for_each_difference<Contribution>(before_, after_, [&](const Contribution* a, const Contribution* b) {
      for (const Contribution* row : {a, b})
        if (row != nullptr) touched.insert(row->item);
    });
    for_each_difference<Dependency>(before_, after_, [&](const Dependency* a, const Dependency* b) {
      for (const Dependency* row : {a, b})
        if (row != nullptr) touched.insert(row->successor);
    });
    const std::size_t first = rows_.size();
    for (const ItemId item : touched) add(before_.find(item), after_.find(item));
    sort_from(first);
  }

  template <class Entity>
  void add_rows() {
    const std::size_t first = rows_.size();
    for_each_difference<Entity>(before_, after_, [&](const Entity* a, const Entity* b) { add(a, b); });
    sort_from(first);
  }

  template <class Entity>
  void add(const Entity* a, const Entity* b) {
    const Entity* shown = b != nullptr ? b : a;
    if (shown == nullptr) return;
    ChangedRow row;
    row.noun = noun_of<Entity>().singular;
    row.key = key_of(*shown, b != nullptr ? after_ : before_);
    if constexpr (HasTitle<Entity>) row.title = shown->title;
    row.kind = a == nullptr ? ChangeKind::inserted : b == nullptr ? ChangeKind::erased : ChangeKind::updated;
    if (row.kind == ChangeKind::updated) {
      row.fields = changed_fields<Entity>(record_of(*a, before_), record_of(*b, after_));
      if constexpr (std::is_same_v<Entity, Item>)
        if (a->rank != b->rank) row.fields.push_back({"rank", Places(before_).of(a->id), Places(after_).of(b->id)});
      if (row.fields.empty()) return;
    }
    rows_.push_back(std::move(row));
  }

  template <class Entity>
  static std::vector<ChangedField> changed_fields(const Record& a, const Record& b) {
    std::vector<ChangedField> fields;
    for (const Member& member : b) {
      if (is_left_out<Entity>(member.name)) continue;
      const Value* was = find(a, member.name);
      if (was == nullptr || to_line(*was) != to_line(member.value))
        fields.push_back({member.name, was == nullptr ? Value{} : *was, member.value});
    }
    return fields;
  }

  void sort_from(std::size_t first) {
    std::stable_sort(rows_.begin() + static_cast<std::ptrdiff_t>(first), rows_.end(),
                     [](const ChangedRow& a, const ChangedRow& b) { return a.key < b.key; });
  }

  const Portfolio& before_;
  const Portfolio& after_;
  std::vector<ChangedRow> rows_;
};

}  // namespace

std::vector<ChangedRow> changed_rows(const Portfolio& before, const Portfolio& after) { return Difference(before, after).rows(); }

}  // namespace tradewind::workbench
