#include "storage/row_store.h"

#include <future>

namespace tradewind::storage {
namespace {

/// From here on, indexing the rows of a table takes longer than starting a thread, and runs beside the reading of the next.
constexpr std::size_t rows_worth_a_thread = 2000;

}  // namespace

Portfolio RowStore::load() {
  Portfolio portfolio;
  std::future<void> indexing;
  const auto finish_indexing = [&] {
    if (indexing.valid()) indexing.get();
  };
  for_each_entity<PortfolioEntities>([&]<class Entity>() {
    auto read = rows<Entity>().all();
    if (read.size() < rows_worth_a_thread) return portfolio.fill(std::move(read));
    finish_indexing();
    indexing =
        std::async(std::launch::async, [&portfolio, rows = std::move(read)]() mutable { portfolio.fill(std::move(rows)); });
  });
  finish_indexing();
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
