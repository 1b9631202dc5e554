// Full-text search over items, as an FTS5 index that stores no text of its own: forgetting a row needs the very text
// that was indexed, which the Portfolio has.
#pragma once
#include <vector>

#include "storage/sqlite.h"
#include "tradewind/domain/item.h"

namespace tradewind::storage {

class SearchIndex {
 public:
  explicit SearchIndex(sqlite3* database) : database_(database) {}

  void add(const Item& item) {
    write(add_, "INSERT INTO item_search(rowid, key, external_key, title, description, tags) VALUES(?1,?2,?3,?4,?5,?6)", item);
  }
  void forget(const Item& item) {
    write(forget_,
          "INSERT INTO item_search(item_search, rowid, key, external_key, title, description, tags) "
          "VALUES('delete',?1,?2,?3,?4,?5,?6)",
          item);
  }
  /// nullptr: there was, or there is, no such item.
  void replace(const Item* before, const Item* after);
  std::vector<ItemId> search(std::string_view text, std::size_t limit) const;

 private:
  void write(Statement& statement, std::string_view sql, const Item& item);

  sqlite3* database_;
  Statement add_;
  Statement forget_;
};

}  // namespace tradewind::storage
