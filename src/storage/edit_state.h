// What an Edit needs while it runs, and the loose ends it ties at its end.
#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "storage/row_store.h"
#include "storage/search_index.h"
#include "tradewind/storage/workspace.h"

namespace tradewind::storage {

struct Edit::State {
  State(RowStore& row_store, Portfolio& read_model, SearchIndex& index)
      : store(row_store), portfolio(read_model), search(index) {}

  RowStore& store;
  Portfolio& portfolio;
  SearchIndex& search;
  Changes touched;  // every row written, to restore the portfolio from the file when the edit fails
  std::unordered_map<std::string_view, std::unordered_set<std::int64_t>> erased;
  std::optional<int> next_item_number;
  std::optional<std::string> last_rank;

  template <class Entity>
  void write_insert(Entity row);
  template <class Entity>
  void write_update(const Entity& row);
  template <class Entity>
  void write_erase(Id<Entity> id);

  /// What became of each row in the end, by table and id. A row that was changed and changed back counts as changed.
  Changes net_changes() const;
  /// Erases or clears what refers to erased rows, and writes the counter of item numbers.
  void finish();
  /// The same for any reference that points to nothing; for merges, where the other copy erased or kept more than ours.
  /// Returns the rows erased that way.
  Changes mend_references();

 private:
  template <class IsGone>
  bool clear_references(const IsGone& is_gone, Changes& erased_rows);
  void write_item_number();
};

template <class Entity>
void Edit::State::write_insert(Entity row) {
  touched.push_back({Entity::table, row.id.value, ChangeKind::inserted});
  store.rows<Entity>().insert(row);
  if constexpr (std::is_same_v<Entity, Item>) search.add(row);
  if constexpr (is_in_portfolio<Entity>) portfolio.insert(std::move(row));
}

template <class Entity>
void Edit::State::write_update(const Entity& row) {
  touched.push_back({Entity::table, row.id.value, ChangeKind::updated});
  store.rows<Entity>().update(row);
  if constexpr (std::is_same_v<Entity, Item>) search.replace(portfolio.find(row.id), &row);
  if constexpr (is_in_portfolio<Entity>) portfolio.update(row);
}

template <class Entity>
void Edit::State::write_erase(Id<Entity> id) {
  touched.push_back({Entity::table, id.value, ChangeKind::erased});
  if constexpr (std::is_same_v<Entity, Item>) search.forget(*portfolio.find(id));
  store.rows<Entity>().erase(id);
  erased[Entity::table].insert(id.value);
  if constexpr (is_in_portfolio<Entity>) portfolio.erase(id);
}

}  // namespace tradewind::storage
