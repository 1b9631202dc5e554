// Edit: the one way to write. Each call validates, writes the row, keeps the portfolio and the search index equal to it.
#include <algorithm>

#include "storage/edit_state.h"
#include "storage/references.h"
#include "tradewind/domain/rank.h"
#include "tradewind/domain/validate.h"

namespace tradewind::storage {
namespace {

[[noreturn]] void refuse(ErrorCode code, std::string what, std::string why, std::string what_to_do) {
  throw EditRefused{Error{code, std::move(what), std::move(why), std::move(what_to_do)}};
}

template <class Entity>
std::string name_of(const Entity& row) {
  std::string name(Entity::table);
  for (char& c : name)
    if (c == '_') c = ' ';
  if constexpr (requires { row.key; }) {
    if (!row.key.empty()) return name + " " + row.key;
  }
  if constexpr (requires { row.name; }) {
    if (!row.name.empty()) return name + " \"" + row.name + "\"";
  }
  if constexpr (requires { row.title; }) {
    if (!row.title.empty()) return name + " \"" + row.title + "\"";
  }
  return name;
}

template <class Entity>
void require_valid(const Entity& row) {
  const std::vector<Problem> problems = validate(row);
  if (problems.empty()) return;
  std::string why;
  std::string what_to_do;
  for (const Problem& problem : problems) {
    if (!why.empty()) why += "; ";
    why += problem.field.empty() ? problem.why : problem.field + ": " + problem.why;
    if (problem.what_to_do.empty()) continue;
    if (!what_to_do.empty()) what_to_do += "; ";
    what_to_do += problem.what_to_do;
  }
  refuse(ErrorCode::bad_input, "cannot change " + name_of(row), why, what_to_do);
}

void require_free_key(const Portfolio& portfolio, const Item& item) {
  const Item* other = portfolio.item_by_key(item.key);
  if (other != nullptr && other->id != item.id && other->key == item.key)
    refuse(ErrorCode::conflict, "cannot change item " + item.key, "another item has this key",
           "choose another key or leave it empty");
}

std::string highest_rank(const Portfolio& portfolio) {
  std::string highest;
  for (const Item& item : portfolio.all<Item>())
    if (item.rank > highest) highest = item.rank;
  return highest;
}

}  // namespace

template <class IsGone>
bool Edit::State::clear_references(const IsGone& is_gone, Changes& erased_rows) {
  bool any = false;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    std::vector<Entity> to_clear;
    std::vector<Id<Entity>> to_erase;
    for (const Entity& row : portfolio.all<Entity>()) {
      bool clear = false;
      bool erase = false;
      Entity::fields(row, [&](const char* name, const auto& value) {
        if constexpr (is_id<std::decay_t<decltype(value)>>) {
          if (value && is_gone(value)) (is_owning_reference(Entity::table, name) ? erase : clear) = true;
        }
      });
      if (erase)
        to_erase.push_back(row.id);
      else if (clear)
        to_clear.push_back(row);
    }
    for (const auto id : to_erase) {
      erased_rows.push_back({Entity::table, id.value, ChangeKind::erased});
      write_erase(id);
      any = true;
    }
    for (Entity& row : to_clear) {
      Entity::fields(row, [&](const char*, auto& value) {
        if constexpr (is_id<std::decay_t<decltype(value)>>) {
          if (value && is_gone(value)) value = {};
        }
      });
      write_update(row);
      any = true;
    }
  });
  return any;
}

void Edit::State::write_item_number() {
  if (!next_item_number || *next_item_number == portfolio.settings().next_item_number) return;
  WorkspaceSettings settings = portfolio.settings();
  settings.next_item_number = *next_item_number;
  write_update(settings);
}

void Edit::State::finish() {
  Changes followers;
  if (const auto items = erased.find(Item::table); items != erased.end()) {
    Statement forget(store.database(), "DELETE FROM import_record WHERE item=?1");
    for (const std::int64_t item : items->second) {
      forget.bind(1, item);
      forget.run("forget an import");
    }
  }
  // Erasing a follower may orphan others: repeat until nothing refers to an erased row.
  while (!erased.empty()) {
    const auto gone = std::move(erased);
    erased.clear();
    const auto is_gone = [&]<class Target>(Id<Target> id) {
      const auto table = gone.find(Target::table);
      return table != gone.end() && table->second.count(id.value) > 0;
    };
    if (!clear_references(is_gone, followers)) break;
  }
  write_item_number();
}

Changes Edit::State::net_changes() const {
  Changes sorted = touched;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Change& a, const Change& b) { return a.table != b.table ? a.table < b.table : a.id < b.id; });
  Changes net;
  for (std::size_t begin = 0; begin < sorted.size();) {
    std::size_t end = begin + 1;
    while (end < sorted.size() && sorted[end].id == sorted[begin].id && sorted[end].table == sorted[begin].table) ++end;
    Change change = sorted[begin];
    const bool was_there = change.kind != ChangeKind::inserted;
    const bool is_there = sorted[end - 1].kind != ChangeKind::erased;
    change.kind = !is_there ? ChangeKind::erased : was_there ? ChangeKind::updated : ChangeKind::inserted;
    if (was_there || is_there) net.push_back(change);
    begin = end;
  }
  return net;
}

Changes Edit::State::mend_references() {
  Changes followers;
  execute(store.database(), "DELETE FROM import_record WHERE item NOT IN (SELECT id FROM item)", "forget an import");
  const auto is_gone = [&]<class Target>(Id<Target> id) {
    if constexpr (is_in_portfolio<Target>)
      return !portfolio.contains(id);
    else
      return false;
  };
  while (clear_references(is_gone, followers)) {
  }
  return followers;
}

Edit::Edit(State& state) : state_(&state) {}

const Portfolio& Edit::portfolio() const { return state_->portfolio; }

template <class Entity>
Id<Entity> Edit::insert(Entity row) {
  if (!row.id) row.id = new_id<Id<Entity>>();
  if constexpr (std::is_same_v<Entity, Item>) {
    if (row.key.empty()) {
      if (!state_->next_item_number) state_->next_item_number = portfolio().settings().next_item_number;
      do row.key = portfolio().settings().key_prefix + "-" + std::to_string((*state_->next_item_number)++);
      while (portfolio().item_by_key(row.key) != nullptr);
    }
    if (row.rank.empty()) {
      if (!state_->last_rank) state_->last_rank = highest_rank(portfolio());
      row.rank = rank_between(*state_->last_rank, {});
    }
    if (state_->last_rank && row.rank > *state_->last_rank) state_->last_rank = row.rank;
    require_free_key(portfolio(), row);
  }
  require_valid(row);
  if constexpr (is_in_portfolio<Entity>) {
    if (portfolio().contains(row.id))
      refuse(ErrorCode::conflict, "cannot add " + name_of(row), "its id is taken", "leave the id out");
  }
  const Id<Entity> id = row.id;
  state_->write_insert(std::move(row));
  return id;
}

template <class Entity>
void Edit::update(const Entity& row) {
  require_valid(row);
  if constexpr (is_in_portfolio<Entity>) {
    const Entity* before = portfolio().find(row.id);
    if (before == nullptr)
      refuse(ErrorCode::not_found, "cannot change " + name_of(row), "it no longer exists",
             "somebody may have removed it; see the history");
    if (*before == row) return;
  }
  if constexpr (std::is_same_v<Entity, Item>) {
    require_free_key(portfolio(), row);
    if (state_->last_rank && row.rank > *state_->last_rank) state_->last_rank = row.rank;
  }
  // The counter that insert keeps in memory must survive an explicit change of the settings.
  if constexpr (std::is_same_v<Entity, WorkspaceSettings>) state_->next_item_number = row.next_item_number;
  state_->write_update(row);
}

template <class Entity>
void Edit::erase(Id<Entity> id) {
  if constexpr (is_in_portfolio<Entity>) {
    if (!portfolio().contains(id))
      refuse(ErrorCode::not_found, "cannot remove a row", "it no longer exists", "somebody may have removed it; see the history");
  }
  state_->write_erase(id);
}

void Edit::insert_all(const Portfolio& rows) {
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    for (const Entity& row : rows.all<Entity>()) {
      // A workspace has its one settings row from the start.
      if constexpr (std::is_same_v<Entity, WorkspaceSettings>)
        update(row);
      else
        insert(row);
    }
  });
}

void Edit::mend_references() { state_->mend_references(); }

#define TRADEWIND_INSTANTIATE_EDIT(Entity)           \
  template Id<Entity> Edit::insert<Entity>(Entity);  \
  template void Edit::update<Entity>(const Entity&); \
  template void Edit::erase<Entity>(Id<Entity>);

TRADEWIND_INSTANTIATE_EDIT(WorkspaceSettings)
TRADEWIND_INSTANTIATE_EDIT(AllocationPolicy)
TRADEWIND_INSTANTIATE_EDIT(AllocationClass)
TRADEWIND_INSTANTIATE_EDIT(Team)
TRADEWIND_INSTANTIATE_EDIT(Period)
TRADEWIND_INSTANTIATE_EDIT(Capacity)
TRADEWIND_INSTANTIATE_EDIT(Outcome)
TRADEWIND_INSTANTIATE_EDIT(CheckIn)
TRADEWIND_INSTANTIATE_EDIT(Item)
TRADEWIND_INSTANTIATE_EDIT(Contribution)
TRADEWIND_INSTANTIATE_EDIT(Estimate)
TRADEWIND_INSTANTIATE_EDIT(Dependency)
TRADEWIND_INSTANTIATE_EDIT(Roadmap)
TRADEWIND_INSTANTIATE_EDIT(Placement)
TRADEWIND_INSTANTIATE_EDIT(Milestone)
TRADEWIND_INSTANTIATE_EDIT(TimeEntry)
TRADEWIND_INSTANTIATE_EDIT(Evidence)
TRADEWIND_INSTANTIATE_EDIT(Experiment)
TRADEWIND_INSTANTIATE_EDIT(Insight)
TRADEWIND_INSTANTIATE_EDIT(InsightLink)
TRADEWIND_INSTANTIATE_EDIT(Stakeholder)
TRADEWIND_INSTANTIATE_EDIT(Framing)
TRADEWIND_INSTANTIATE_EDIT(OpportunitySurvey)
TRADEWIND_INSTANTIATE_EDIT(KanoSurvey)
TRADEWIND_INSTANTIATE_EDIT(Criterion)
TRADEWIND_INSTANTIATE_EDIT(CriterionRating)
TRADEWIND_INSTANTIATE_EDIT(Scenario)
TRADEWIND_INSTANTIATE_EDIT(Decision)
TRADEWIND_INSTANTIATE_EDIT(ScenarioEdit)
TRADEWIND_INSTANTIATE_EDIT(SavedView)
TRADEWIND_INSTANTIATE_EDIT(MappingProfile)
TRADEWIND_INSTANTIATE_EDIT(ImportRecord)

}  // namespace tradewind::storage
