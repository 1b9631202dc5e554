// How the table follows the portfolio: never by a reset, so that selection, scroll position and open editors stay.
#include <algorithm>
#include <unordered_map>

#include "gui/backlog/backlog_model.h"

namespace tradewind::gui {
namespace {

constexpr std::size_t most_rows_to_check = 64;  // beyond, computing the order anew is as fast

/// Signals for one row each up to so many, for all rows at once beyond.
constexpr std::size_t most_rows_to_name = 64;

struct HashOfRow {
  std::size_t operator()(const BacklogRow& row) const noexcept {
    return static_cast<std::size_t>(row.head_of != 0 ? ~row.head_of : row.item.value);
  }
};

}  // namespace

BacklogRow BacklogModel::row_at(int row) const {
  return row >= 0 && row < static_cast<int>(rows_.size()) ? rows_[static_cast<std::size_t>(row)] : BacklogRow{};
}

int BacklogModel::row_of(const BacklogRow& row) const {
  const auto& table = cells_.portfolio().all<Item>();
  if (!places_) places_.emplace(table, rows_);
  const int place = places_->find(table, row);
  return place >= 0 && row_at(place) == row ? place : -1;
}

const BacklogGroup* BacklogModel::group_at(int row) const {
  const BacklogRow one = row_at(row);
  return one.head_of == 0 ? nullptr : rows_to_show_.groups().find(one.head_of);
}

void BacklogModel::emit_cells_changed(int first_row, int last_row, int first_column, int last_column) {
  if (first_row > last_row) return;
  emit dataChanged(index(first_row, first_column), index(last_row, last_column));
}

void BacklogModel::react(const Changes& changes) { follow(cells_.update(changes)); }

void BacklogModel::read_other_portfolio() {
  cells_ = BacklogCells(document_.portfolio());
  places_.reset();  // they are by slot
  CellChanges all;
  all.all_items = all.item_set = all.items_erased = all.places = true;
  follow(all);
}

void BacklogModel::follow(const CellChanges& what) {
  const bool regrouped = rows_to_show_.groups().update(what);
  changing_ = true;
  emit rows_about_to_change();
  if (regrouped || needs_new_order(what)) {
    show(rows_to_show_.compute());
    tell_cells(what);
  } else {
    tell_cells(what);
    tell_heads(rows_to_show_.groups().add_up());
  }
  changing_ = false;
  emit rows_changed();
}

void BacklogModel::tell_cells(const CellChanges& what) {
  const int last_row = rowCount() - 1;
  const int last_column = backlog_column_count() - 1;
  if (what.all_items || what.items.size() > most_rows_to_name) return emit_cells_changed(0, last_row, 0, last_column);
  for (const ItemId item : what.items)
    if (const int row = row_of(item); row >= 0) emit_cells_changed(row, row, 0, last_column);
  const auto column = [&](BacklogColumn one) { emit_cells_changed(0, last_row, static_cast<int>(one), static_cast<int>(one)); };
  if (what.places) column(BacklogColumn::rank);
  for (const BacklogColumn one : what.rescaled) column(one);
}

void BacklogModel::tell_heads(const std::vector<std::int64_t>& keys) {
  for (const std::int64_t key : keys)
    if (const int row = row_of(BacklogRow{{}, key}); row >= 0) emit_cells_changed(row, row, 0, backlog_column_count() - 1);
}

bool BacklogModel::needs_new_order(const CellChanges& what) const {
  if (what.all_items || what.item_set || what.places || rows_to_show_.compares_items()) return true;
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

void BacklogModel::change_to(std::vector<BacklogRow> wanted) {
  changing_ = true;
  emit rows_about_to_change();
  show(std::move(wanted));
  changing_ = false;
  emit rows_changed();
}

void BacklogModel::fold(int row, bool folded) {
  const std::int64_t key = row_at(row).head_of;
  if (key == 0 || rows_to_show_.groups().is_folded(key) == folded) return;
  rows_to_show_.groups().fold(key, folded);
  change_to(rows_to_show_.arrange());
}

void BacklogModel::fold_all(bool folded) {
  rows_to_show_.groups().fold_all(folded);
  change_to(rows_to_show_.arrange());
}

void BacklogModel::reveal(ItemId item) {
  if (grouping() == BacklogGrouping::none || !cells_.portfolio().contains(item)) return;
  fold(row_of(BacklogRow{{}, rows_to_show_.groups().group_of(item)}), false);
}

void BacklogModel::show(std::vector<BacklogRow> wanted) {
  places_.reset();  // an item may have come back in another slot
  if (wanted != rows_) {
    const auto& table = cells_.portfolio().all<Item>();
    const RowPlaces places(table, wanted);
    take_out_all_but(places);

    std::vector<char> was_shown(wanted.size(), 0);
    for (const BacklogRow& row : rows_) was_shown[static_cast<std::size_t>(places.find(table, row))] = 1;
    std::vector<BacklogRow> kept;
    kept.reserve(rows_.size());
    for (std::size_t row = 0; row < wanted.size(); ++row)
      if (was_shown[row] != 0) kept.push_back(wanted[row]);
    permute(std::move(kept));
    bring_in(wanted);
  }
  // Heads that stayed may say something else.
  for (int row = 0; grouping() != BacklogGrouping::none && row < rowCount(); ++row)
    if (row_at(row).head_of != 0) emit_cells_changed(row, row, 0, backlog_column_count() - 1);
}

void BacklogModel::take_out_all_but(const RowPlaces& wanted) {
  const auto& table = cells_.portfolio().all<Item>();
  std::vector<BacklogRow> kept;
  std::vector<BacklogRow> gone;
  std::size_t first = 0;
  std::size_t last = 0;
  for (std::size_t row = 0; row < rows_.size(); ++row) {
    if (wanted.find(table, rows_[row]) >= 0) {
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
    std::vector<BacklogRow> parted = kept;
    parted.insert(parted.end(), gone.begin(), gone.end());
    permute(std::move(parted));
  }
  beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
  rows_ = std::move(kept);
  places_.reset();
  endRemoveRows();
}

void BacklogModel::bring_in(const std::vector<BacklogRow>& wanted) {
  if (wanted.size() == rows_.size()) return;
  const std::size_t count = wanted.size() - rows_.size();
  std::vector<BacklogRow> fresh;
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
  places_.reset();
  if (last - first + 1 == count) {
    beginInsertRows({}, static_cast<int>(first), static_cast<int>(last));
    rows_ = wanted;
    places_.reset();
    endInsertRows();
    return;
  }
  beginInsertRows({}, static_cast<int>(rows_.size()), static_cast<int>(wanted.size()) - 1);
  rows_.insert(rows_.end(), fresh.begin(), fresh.end());
  places_.reset();
  endInsertRows();
  permute(wanted);
}

void BacklogModel::permute(std::vector<BacklogRow> order) {
  if (order == rows_) return;
  emit layoutAboutToBeChanged({}, VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::vector<BacklogRow> shown;
  std::unordered_map<BacklogRow, int, HashOfRow> row_after;
  for (const QModelIndex& one : before) {
    shown.push_back(row_at(one.row()));
    row_after.emplace(shown.back(), -1);
  }
  rows_ = std::move(order);
  places_.reset();
  if (!row_after.empty())
    for (std::size_t row = 0; row < rows_.size(); ++row)
      if (const auto found = row_after.find(rows_[row]); found != row_after.end()) found->second = static_cast<int>(row);
  QModelIndexList after;
  after.reserve(before.size());
  for (qsizetype i = 0; i < before.size(); ++i)
    after.append(index(row_after.at(shown[static_cast<std::size_t>(i)]), before[i].column()));
  changePersistentIndexList(before, after);
  emit layoutChanged({}, VerticalSortHint);
}

}  // namespace tradewind::gui
