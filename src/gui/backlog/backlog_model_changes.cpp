// How the table follows the portfolio: never by a reset, so that selection, scroll position and open editors stay.
#include <algorithm>
#include <unordered_map>

#include "gui/backlog/backlog_model.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t most_rows_to_check = 64;  // beyond, computing the order anew is as fast

/// Signals for one row each up to so many, for all rows at once beyond.
constexpr std::size_t most_rows_to_name = 64;

}  // namespace

ItemId BacklogModel::item_at(int row) const {
  return row >= 0 && row < static_cast<int>(rows_.size()) ? rows_[static_cast<std::size_t>(row)] : ItemId{};
}

int BacklogModel::row_of(ItemId item) const {
  const auto& table = cells_.portfolio().all<Item>();
  if (row_of_slot_.empty()) {
    row_of_slot_.assign(table.slot_count(), -1);
    for (std::size_t row = 0; row < rows_.size(); ++row)
      if (const std::uint32_t slot = table.slot(rows_[row]); slot < row_of_slot_.size())
        row_of_slot_[slot] = static_cast<int>(row);
  }
  const std::uint32_t slot = table.slot(item);
  if (slot >= row_of_slot_.size()) return -1;
  // A slot may have gone to another item since.
  return item_at(row_of_slot_[slot]) == item ? row_of_slot_[slot] : -1;
}

void BacklogModel::emit_cells_changed(int first_row, int last_row, int first_column, int last_column) {
  if (first_row > last_row) return;
  emit dataChanged(index(first_row, first_column), index(last_row, last_column));
}

void BacklogModel::react(const Changes& changes) {
  const CellChanges what = cells_.update(changes);
  changing_ = true;
  emit rows_about_to_change();
  if (needs_new_order(what)) show(rows_to_show_.compute());
  const int last_row = rowCount() - 1;
  const int last_column = backlog_column_count - 1;
  if (what.all_items || what.items.size() > most_rows_to_name) {
    emit_cells_changed(0, last_row, 0, last_column);
  } else {
    for (const ItemId item : what.items)
      if (const int row = row_of(item); row >= 0) emit_cells_changed(row, row, 0, last_column);
    const auto column = [&](BacklogColumn one) { emit_cells_changed(0, last_row, static_cast<int>(one), static_cast<int>(one)); };
    if (what.places) column(BacklogColumn::rank);
    if (what.scales) {
      column(BacklogColumn::effort);
      column(BacklogColumn::rice);
    }
  }
  changing_ = false;
  emit rows_changed();
}

bool BacklogModel::needs_new_order(const CellChanges& what) const {
  if (what.all_items || what.item_set || what.places) return true;
  if (what.items.size() > most_rows_to_check) return true;
  const Portfolio& portfolio = cells_.portfolio();
  if (what.items.empty()) return has_filter();  // dependencies and the like are known to filters only
  const BacklogRows::Check check(rows_to_show_);
  for (const ItemId id : what.items) {
    const int row = row_of(id);
    const Item* item = portfolio.find(id);
    if (item == nullptr) return true;
    if (check.matches(*item) != (row >= 0)) return true;
    if (row < 0) continue;
    const Item* above = portfolio.find(item_at(row - 1));
    const Item* below = portfolio.find(item_at(row + 1));
    if (above != nullptr && !check.comes_before(*above, *item)) return true;
    if (below != nullptr && !check.comes_before(*item, *below)) return true;
  }
  return false;
}

void BacklogModel::refresh_rows() {
  changing_ = true;
  emit rows_about_to_change();
  show(rows_to_show_.compute());
  changing_ = false;
  emit rows_changed();
}

void BacklogModel::show(std::vector<ItemId> wanted) {
  if (wanted == rows_) {
    row_of_slot_.clear();  // an item may have come back in another slot
    return;
  }
  const auto& table = cells_.portfolio().all<Item>();
  std::vector<int> wanted_by_slot(table.slot_count(), -1);
  for (std::size_t row = 0; row < wanted.size(); ++row) wanted_by_slot[table.slot(wanted[row])] = static_cast<int>(row);
  take_out_all_but(wanted_by_slot);

  std::vector<char> was_shown(wanted.size(), 0);
  for (const ItemId id : rows_) was_shown[static_cast<std::size_t>(wanted_by_slot[table.slot(id)])] = 1;
  std::vector<ItemId> kept;
  kept.reserve(rows_.size());
  for (std::size_t row = 0; row < wanted.size(); ++row)
    if (was_shown[row] != 0) kept.push_back(wanted[row]);
  permute(std::move(kept));
  bring_in(wanted);
  row_of_slot_.clear();
}

void BacklogModel::take_out_all_but(const std::vector<int>& wanted_by_slot) {
  const auto& table = cells_.portfolio().all<Item>();
  std::vector<ItemId> kept;
  std::vector<ItemId> gone;
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    const std::uint32_t slot = table.slot(rows_[row]);
    if (slot < wanted_by_slot.size() && wanted_by_slot[slot] >= 0) {
      kept.push_back(rows_[row]);
      continue;
    }
    if (gone.empty()) first = row;
    last = row;
    gone.push_back(rows_[row]);
  }
  if (gone.empty()) return;
  if (last - first + 1 != gone.size()) {
    // Scattered: one move to the end and one removal, however many there are.
    first = kept.size();
    last = rows_.size() - 1;
    std::vector<ItemId> parted = kept;
    parted.insert(parted.end(), gone.begin(), gone.end());
    permute(std::move(parted));
  }
  beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
  rows_ = std::move(kept);
  row_of_slot_.clear();
  endRemoveRows();
}

void BacklogModel::bring_in(const std::vector<ItemId>& wanted) {
  if (wanted.size() == rows_.size()) return;
  const std::size_t count = wanted.size() - rows_.size();
  std::vector<ItemId> fresh;
  std::size_t first = 0;
  std::size_t last = 0;
  // What is shown already stands in the order of `wanted`.
  for (std::size_t row = 0, old = 0; row < wanted.size(); ++row) {
    if (old < rows_.size() && rows_[old] == wanted[row]) {
      ++old;
      continue;
    }
    if (fresh.empty()) first = row;
    last = row;
    fresh.push_back(wanted[row]);
  }
  row_of_slot_.clear();
  if (last - first + 1 == count) {
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    rows_ = wanted;
    endInsertRows();
    return;
  }
  beginInsertRows({}, static_cast<int>(rows_.size()), static_cast<int>(wanted.size()) - 1);
  rows_.insert(rows_.end(), fresh.begin(), fresh.end());
  endInsertRows();
  permute(wanted);
}

void BacklogModel::permute(std::vector<ItemId> order) {
  if (order == rows_) return;
  emit layoutAboutToBeChanged({}, VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<ItemId> items;
  std::unordered_map<ItemId, int> row_after;
  for (const QModelIndex& one : before) {
    items.push_back(item_at(one.row()));
    row_after.emplace(items.back(), -1);
  }
  rows_ = std::move(order);
  row_of_slot_.clear();
  if (!row_after.empty())
    for (std::size_t row = 0; row < rows_.size(); ++row)
      if (const auto found = row_after.find(rows_[row]); found != row_after.end()) found->second = static_cast<int>(row);
  QModelIndexList after;
  after.reserve(before.size());
  for (qsizetype i = 0; i < before.size(); ++i)
    after.append(index(row_after.at(items[static_cast<std::size_t>(i)]), before[i].column()));
  changePersistentIndexList(before, after);
  emit layoutChanged({}, VerticalSortHint);
}

}  // namespace tradewind::gui
