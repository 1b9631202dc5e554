// Which items the table shows and in which order.
#pragma once
#include <Qt>
#include <optional>
#include <vector>

#include "gui/backlog/backlog_cells.h"
#include "tradewind/domain/filter.h"

namespace tradewind::gui {

struct BacklogSort {
  BacklogColumn column = BacklogColumn::rank;
  Qt::SortOrder order = Qt::AscendingOrder;
  friend bool operator==(const BacklogSort&, const BacklogSort&) = default;
};

class BacklogRows {
 public:
  /// Lifetime: the cells must outlive it.
  explicit BacklogRows(const BacklogCells& cells) : cells_(&cells) {}

  const Filter& filter() const { return filter_; }
  void set_filter(Filter filter) { filter_ = std::move(filter); }
  const std::vector<BacklogSort>& sort() const { return sort_; }
  /// Empty = the workspace's own order.
  void set_sort(std::vector<BacklogSort> sort);
  bool is_by_rank() const;
  /// An item that is shown whatever the filter says: the one that was just added.
  void set_guest(ItemId item) { guest_ = item; }

  std::vector<ItemId> compute() const;

  /// For a few items at a time. Valid until the portfolio changes.
  class Check {
   public:
    explicit Check(const BacklogRows& rows);
    bool matches(const Item& item) const;
    bool comes_before(const Item& a, const Item& b) const;

   private:
    const BacklogRows* rows_;
    BoundFilter filter_;
  };

 private:
  bool comes_before(const std::vector<SortValue>& a, const std::vector<SortValue>& b) const;
  std::vector<SortValue> values(const Item& item) const;

  const BacklogCells* cells_;
  Filter filter_;
  std::vector<BacklogSort> sort_{BacklogSort{}};
  ItemId guest_;
};

}  // namespace tradewind::gui
