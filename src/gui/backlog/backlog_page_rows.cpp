// What the backlog page does with rows: selecting, adding, removing, filling and moving.
#include <QItemSelectionModel>
#include <algorithm>
#include <unordered_set>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/dialogs/message_line.h"
#include "tradewind/domain/rows_with.h"

namespace tradewind::gui {

void BacklogPage::take_selection() {
  if (synchronising_ || model_->is_changing()) return;
  std::vector<ItemId> shown;
  std::unordered_set<ItemId> selected;
  for (const int row : table_->selected_rows()) {
    shown.push_back(model_->item_at(row));
    selected.insert(shown.back());
  }
  // In the order of choosing: who was there stays in front, the current one is the last.
  const ItemId current = model_->item_at(table_->currentIndex().row());
  const bool has_current = current && selected.erase(current) > 0;
  std::vector<ItemId> items;
  items.reserve(shown.size());
  for (const ItemId item : selection().items())
    if (selected.erase(item) > 0) items.push_back(item);
  for (const ItemId item : shown)
    if (selected.erase(item) > 0) items.push_back(item);
  if (has_current) items.push_back(current);
  if (items.empty() && selection().outcome()) return;  // somebody else's selection
  synchronising_ = true;
  selection().select(std::move(items));
  synchronising_ = false;
}

void BacklogPage::show_selection(bool scroll) {
  // What people chose elsewhere is shown even where its group is folded.
  if (scroll) model_->reveal(selection().current_item());
  std::vector<int> rows;
  for (const ItemId item : selection().items())
    if (const int row = model_->row_of(item); row >= 0) rows.push_back(row);
  std::sort(rows.begin(), rows.end());
  const int current = model_->row_of(selection().current_item());
  synchronising_ = true;
  if (rows != table_->selected_rows()) {
    QItemSelection ranges;
    for (std::size_t first = 0; first < rows.size();) {
      std::size_t last = first;
      while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1) ++last;
      ranges.select(model_->index(rows[first], 0), model_->index(rows[last], backlog_column_count() - 1));
      first = last + 1;
    }
    table_->selectionModel()->select(ranges, QItemSelectionModel::ClearAndSelect);
  }
  // A refresh must not move the cursor: that would close an open editor.
  if (scroll && current >= 0) {
    const int column =
        table_->currentIndex().isValid() ? table_->currentIndex().column() : static_cast<int>(BacklogColumn::title);
    const QModelIndex index = model_->index(current, column);
    if (table_->currentIndex().row() != current) table_->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    table_->scrollTo(index);
  }
  synchronising_ = false;
}

void BacklogPage::add_item() {
  Item item;
  item.title = tr("New item").toStdString();
  if (model_->is_by_rank()) item.rank = model_->rank_below(model_->item_at(table_->currentIndex().row()));
  ItemId id;
  if (!document().edit(tr("Add item"), [&](storage::Edit& edit) { id = edit.insert(item); })) return;
  if (!isVisible()) emit show_requested();
  // A filter that does not know the new item must not hide what people are about to type.
  model_->keep_shown({id});
  selection().select(id);
  const QModelIndex title = model_->index(model_->row_of(id), static_cast<int>(BacklogColumn::title));
  if (!title.isValid() || !isVisible()) return;
  table_->setFocus();
  table_->setCurrentIndex(title);
  table_->scrollTo(title);
  table_->edit(title);
}

void BacklogPage::remove_selected() {
  const std::vector<ItemId> items = table_->selected_items();
  if (items.empty()) return;
  const int first = table_->selected_rows().front();
  const QString label = items.size() == 1 ? tr("Remove item") : tr("Remove %1 items").arg(items.size());
  const auto erase = [&](storage::Edit& edit) {
    for (const ItemId item : items)
      if (edit.portfolio().contains(item)) edit.erase(item);
  };
  const bool removed = document().edit(label, erase, rows_with(portfolio(), items));
  if (!removed || model_->rowCount() == 0) return;
  // The keyboard goes on where it was.
  int next = std::min(first, model_->rowCount() - 1);
  if (!model_->item_at(next) && model_->item_at(next - 1)) --next;  // rather an item than the head of the next group
  table_->setCurrentIndex(model_->index(next, std::max(0, table_->currentIndex().column())));
}

void BacklogPage::fill_down() {
  const std::vector<ItemId> items = table_->selected_items();
  if (items.size() > 1) model_->fill_down(items, table_->marked_columns());
}

void BacklogPage::move_selected(int step) {
  const std::vector<ItemId> items = table_->selected_items();
  if (items.empty()) return;
  if (!model_->is_by_rank())
    return message_->say({ErrorCode::bad_input, tr("cannot move the rows").toStdString(),
                          tr("they are not in the order of the workspace").toStdString(),
                          tr("click the head of the column # to sort by rank").toStdString()});
  std::vector<int> rows = table_->selected_rows();
  std::sort(rows.begin(), rows.end());
  const int target = step < 0 ? rows.front() - 1 : rows.back() + 2;
  if (target < 0 || target > model_->rowCount()) return;
  model_->move_items(items, target);
  show_selection(true);
}

void BacklogPage::update_fill_down() {
  const bool possible = isVisible() && table_->has_several_selected();
  const QString why_not = tr("Select two or more rows of the backlog, in the column to fill.");
  fill_down_->setEnabled(possible);
  fill_down_->setProperty(why_not_property, why_not);
  fill_down_->setToolTip(possible ? tr("Fill the cells of the selected rows with what the topmost one says") : why_not);
}

}  // namespace tradewind::gui
