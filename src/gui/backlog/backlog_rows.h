// Which items the table shows, in which order and in which groups.
#pragma once
#include <Qt>
#include <optional>
#include <unordered_set>
#include <vector>

#include "gui/backlog/backlog_groups.h"
#include "tradewind/domain/filter.h"

namespace tradewind::gui {

struct BacklogSort {
  BacklogColumn column = BacklogColumn::rank;
  Qt::SortOrder order = Qt::AscendingOrder;
  friend bool operator==(const BacklogSort&, const BacklogSort&) = default;
};

/// "↓", and with its turn where there are several columns to sort by: "↓2". Empty for a column that decides nothing, and for the
/// usual order, which is no news.
QString sort_mark(const std::vector<BacklogSort>& sort, BacklogColumn column);

class BacklogRows {
 public:
  /// Lifetime: the cells must outlive it.
  explicit BacklogRows(const BacklogCells& cells) : cells_(&cells), groups_(cells) {}

  const Filter& filter() const { return filter_; }
  void set_filter(Filter filter) { filter_ = std::move(filter); }
  const std::vector<BacklogSort>& sort() const { return sort_; }
  /// Empty = the workspace's own order.
  void set_sort(std::vector<BacklogSort> sort);
  bool is_by_rank() const;
  /// Where an edit of one item can move others.
  bool compares_items() const;
  /// Items that are shown whatever the filter says: those that were just added.
  void set_guests(std::unordered_set<ItemId> items) { guests_ = std::move(items); }

  BacklogGroups& groups() { return groups_; }
  const BacklogGroups& groups() const { return groups_; }

  /// Filters, sorts and arranges.
  std::vector<BacklogRow> compute();
  /// After a change of groups alone, folding included.
  std::vector<BacklogRow> arrange() { return groups_.arrange(items_); }
  /// How many items the filter lets through, folded ones included.
  std::size_t item_count() const { return items_.size(); }

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
  std::vector<ItemId> sorted_items() const;
  bool comes_before(const std::vector<SortValue>& a, const std::vector<SortValue>& b) const;
  std::vector<SortValue> values(const Item& item) const;

  const BacklogCells* cells_;
  Filter filter_;
  std::vector<BacklogSort> sort_{BacklogSort{}};
  std::unordered_set<ItemId> guests_;
  std::vector<ItemId> items_;  // as they were sorted last
  BacklogGroups groups_;
};

}  // namespace tradewind::gui
