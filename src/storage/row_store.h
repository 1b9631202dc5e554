// Every entity's rows in the file, and keeping the Portfolio equal to them.
#pragma once
#include <tuple>

#include "storage/entity_rows.h"
#include "tradewind/domain/changes.h"
#include "tradewind/domain/portfolio.h"

namespace tradewind::storage {

template <class Entity, class Tuple>
struct IsOneOf;
template <class Entity, class... Others>
struct IsOneOf<Entity, std::tuple<Others...>> : std::bool_constant<(std::is_same_v<Entity, Others> || ...)> {};
/// Import records are in the file only.
template <class Entity>
inline constexpr bool is_in_portfolio = IsOneOf<Entity, PortfolioEntities>::value;

class RowStore {
 public:
  explicit RowStore(sqlite3* database) : database_(database), rows_(make(database, static_cast<StoredEntities*>(nullptr))) {}

  template <class Entity>
  EntityRows<Entity>& rows() {
    return std::get<EntityRows<Entity>>(rows_);
  }
  sqlite3* database() const { return database_; }

  Portfolio load();
  /// Makes these rows of the portfolio what they are in the file, whatever they were.
  void bring_in(const Changes& changes, Portfolio& portfolio);

 private:
  template <class... Entity>
  static std::tuple<EntityRows<Entity>...> make(sqlite3* database, std::tuple<Entity...>*) {
    return {EntityRows<Entity>(database)...};
  }
  template <class Tuple>
  struct RowsOf;
  template <class... Entity>
  struct RowsOf<std::tuple<Entity...>> {
    using Type = std::tuple<EntityRows<Entity>...>;
  };

  sqlite3* database_;
  RowsOf<StoredEntities>::Type rows_;
};

/// Calls visit.template operator()<Entity>() for the entity stored in `table`.
template <class Visitor>
void with_entity_of(std::string_view table, Visitor&& visit) {
  for_each_entity<StoredEntities>([&]<class Entity>() {
    if (Entity::table == table) visit.template operator()<Entity>();
  });
}

}  // namespace tradewind::storage
