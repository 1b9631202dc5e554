// What the backlog page copies and pastes: cells as spreadsheets have them.
#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_page.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/clipboard_cells.h"
#include "gui/dialogs/message_line.h"
#include "gui/shell/count_text.h"

namespace tradewind::gui {
namespace {

/// Where the cells of the clipboard go.
struct Pasting {
  std::vector<CellEdit> cells;
  std::vector<std::vector<CellEdit>> new_items;  // by row below the last one
  std::size_t rows_without_title = 0;            // below the last one: nobody could tell what they are
  std::size_t cells_beyond = 0;                  // to the right of the last column
  std::size_t cells_computed = 0;
};

bool has_title(const std::vector<CellEdit>& cells) {
  return std::any_of(cells.begin(), cells.end(),
                     [](const CellEdit& cell) { return cell.column == BacklogColumn::title && !cell.text.trimmed().isEmpty(); });
}

bool says_something(const QStringList& cells) {
  return std::any_of(cells.begin(), cells.end(), [](const QString& cell) { return !cell.trimmed().isEmpty(); });
}

Pasting pasting_of(const std::vector<QStringList>& lines, const BacklogModel& model, const QList<int>& columns, int row,
                   int column) {
  Pasting pasting;
  for (const QStringList& line : lines) {
    while (model.group_at(row) != nullptr) ++row;  // heads of groups take nothing
    const ItemId item = model.item_at(row++);
    // Whole rows, as copy() makes them, fit from the first column on; their keys are other items'.
    const bool whole_row = line.size() == columns.size() && columns.size() > 1;
    const qsizetype start = whole_row ? 0 : columns.indexOf(column);
    std::vector<CellEdit> cells;
    for (qsizetype i = 0; i < line.size(); ++i) {
      if (start + i >= columns.size()) {
        ++pasting.cells_beyond;
        continue;
      }
      const auto one = static_cast<BacklogColumn>(columns[start + i]);
      if (!is_editable(one))
        ++pasting.cells_computed;
      else if (!whole_row || one != BacklogColumn::key)
        cells.push_back({item, one, line[i]});
    }
    if (item)
      pasting.cells.insert(pasting.cells.end(), cells.begin(), cells.end());
    else if (has_title(cells))
      pasting.new_items.push_back(std::move(cells));
    else if (says_something(line))
      ++pasting.rows_without_title;
  }
  return pasting;
}

}  // namespace

void BacklogPage::copy() const {
  const QList<int> columns = table_->visible_columns();
  std::vector<QStringList> rows;
  for (const int row : table_->selected_rows()) {
    QStringList& cells = rows.emplace_back();
    for (const int column : columns) cells.append(model_->index(row, column).data(Qt::EditRole).toString());
  }
  if (!rows.empty()) QGuiApplication::clipboard()->setText(clipboard_text(rows));
}

void BacklogPage::paste() {
  const QString text = QGuiApplication::clipboard()->text();
  const QModelIndex current = table_->currentIndex();
  // Where there is no row yet, the first ones come from the clipboard.
  if (text.isEmpty() || (!current.isValid() && model_->rowCount() > 0)) return;
  const std::vector<QStringList> lines = cells_of_clipboard(text);
  const std::vector<ItemId> selected = table_->selected_items();
  const int row = current.isValid() ? current.row() : 0;
  const int column = current.isValid() ? current.column() : static_cast<int>(BacklogColumn::title);
  if (lines.size() == 1 && lines.front().size() == 1 && selected.size() > 1)
    return paste_into(selected, static_cast<BacklogColumn>(column), lines.front().front());
  const Pasting pasting = pasting_of(lines, *model_, table_->visible_columns(), row, column);
  const std::size_t fitting = pasting.cells.size() + pasting.new_items.size();
  if (fitting > 0) {
    const QString cells = pasting.cells.size() == 1 ? tr("a cell") : tr("%1 cells").arg(pasting.cells.size());
    const QString items = count_text(pasting.new_items.size(), tr("new item"), tr("new items"));
    const QString what = pasting.new_items.empty() ? cells : pasting.cells.empty() ? items : tr("%1 and %2").arg(cells, items);
    const auto added = model_->edit_and_add(tr("Paste %1").arg(what), pasting.cells, pasting.new_items);
    if (!added) return;
    if (!added->empty()) {
      model_->keep_shown(*added);
      selection().select(*added);
    }
  }
  QStringList left_out;
  if (pasting.cells_beyond > 0)
    left_out.append(tr("%1 did not fit: the table ends at its last column. Show more columns, or paste further to the left.")
                        .arg(count_text(pasting.cells_beyond, tr("cell"), tr("cells"))));
  if (pasting.rows_without_title > 0)
    left_out.append(tr("%1 did not fit: below the last item a row needs a title to become a new one. "
                       "Copy the titles too, or paste further up.")
                        .arg(count_text(pasting.rows_without_title, tr("row"), tr("rows"))));
  if (fitting == 0 && pasting.cells_computed > 0)
    left_out.append(tr("Nothing was pasted: these cells are computed. Paste into the factors that they are made of."));
  if (!left_out.isEmpty()) message_->say(MessageLine::Kind::warning, left_out.join(' '));
}

void BacklogPage::paste_into(const std::vector<ItemId>& items, BacklogColumn column, const QString& text) {
  if (is_of_one_item(column) || !is_editable(column))
    return message_->say({ErrorCode::bad_input, tr("cannot paste into %1 rows").arg(items.size()).toStdString(),
                          (is_editable(column) ? tr("each item has its own %1").arg(title_of(column).toLower())
                                               : tr("%1 is computed").arg(title_of(column)))
                              .toStdString(),
                          tr("select one row, or go to a cell of another column").toStdString()});
  std::vector<CellEdit> cells;
  for (const ItemId item : items) cells.push_back({item, column, text});
  model_->edit_cells(tr("Paste %1 cells").arg(cells.size()), cells);
}

}  // namespace tradewind::gui
