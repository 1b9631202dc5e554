// Row numbers by item and by group, for 100,000 rows: a look-up costs no search.
#pragma once
#include <vector>

#include "gui/backlog/backlog_groups.h"

namespace tradewind::gui {

class RowPlaces {
 public:
  RowPlaces(const Table<Item>& items, const std::vector<BacklogRow>& rows) : by_slot_(items.slot_count(), -1) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const auto place = static_cast<int>(row);
      if (rows[row].head_of != 0)
        heads_.emplace(rows[row].head_of, place);
      else if (const std::uint32_t slot = items.slot(rows[row].item); slot < by_slot_.size())
        by_slot_[slot] = place;
    }
  }

  /// -1 for a row that is not there. A slot may have gone to another item since: compare what stands in the row.
  int find(const Table<Item>& items, const BacklogRow& row) const {
    if (row.head_of != 0) {
      const auto head = heads_.find(row.head_of);
      return head == heads_.end() ? -1 : head->second;
    }
    const std::uint32_t slot = items.slot(row.item);
    return slot < by_slot_.size() ? by_slot_[slot] : -1;
  }

 private:
  std::vector<int> by_slot_;
  std::unordered_map<std::int64_t, int> heads_;
};

}  // namespace tradewind::gui
