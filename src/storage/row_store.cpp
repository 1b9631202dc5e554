#include "storage/row_store.h"

namespace tradewind::storage {

Portfolio RowStore::load() {
  Portfolio portfolio;
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    portfolio.reserve<Entity>(
        static_cast<std::size_t>(query_integer(database_, "SELECT count(*) FROM " + std::string(Entity::table), "count rows")));
    rows<Entity>().for_each([&](Entity&& row) { portfolio.insert(std::move(row)); });
  });
  return portfolio;
}

void RowStore::bring_in(const Changes& changes, Portfolio& portfolio) {
  // Changes come in runs of one table, so the dispatch by name is paid once a run.
  for (std::size_t begin = 0; begin < changes.size();) {
    std::size_t end = begin;
    while (end < changes.size() && changes[end].table == changes[begin].table) ++end;
    with_entity_of(changes[begin].table, [&]<class Entity>() {
      if constexpr (is_in_portfolio<Entity>) {
        for (std::size_t at = begin; at < end; ++at) {
          const Id<Entity> id{changes[at].id};
          auto row = rows<Entity>().load(id);
          const bool known = portfolio.contains(id);
          if (row && known)
            portfolio.update(std::move(*row));
          else if (row)
            portfolio.insert(std::move(*row));
          else if (known)
            portfolio.erase(id);
        }
      }
    });
    begin = end;
  }
}

}  // namespace tradewind::storage
