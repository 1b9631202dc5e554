// How the backlog's table is painted: row by row, only what is seen.
#include <QHeaderView>
#include <QPaintEvent>
#include <algorithm>

#include "gui/backlog/backlog_delegate.h"
#include "gui/backlog/backlog_table.h"
#include "gui/backlog/cell_painter.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

std::vector<BacklogTable::PaintedColumn> BacklogTable::painted_columns(const QRect& area) const {
  const std::vector<BacklogColumn> marked = marked_columns();
  std::vector<PaintedColumn> columns;
  bool leftmost = true;
  for (const int logical : visible_columns()) {
    const auto column = static_cast<BacklogColumn>(logical);
    const QRect place(columnViewportPosition(logical), 0, columnWidth(logical), backlog_row_height);
    // A mark around a single cell is the focus box.
    const bool is_marked = marked.size() > 1 && std::find(marked.begin(), marked.end(), column) != marked.end();
    if (place.right() >= area.left() && place.left() <= area.right()) columns.push_back({column, place, leftmost, is_marked});
    leftmost = false;
  }
  return columns;
}

void BacklogTable::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  cache_.prepare(font(), viewport()->devicePixelRatioF());
  CellPainter cells(painter, cache_);
  const std::vector<PaintedColumn> columns = painted_columns(event->rect());
  const std::vector<NameColumn> names = names_in_front();
  const QModelIndex current = currentIndex();
  const bool has_focus = hasFocus() || viewport()->hasFocus();
  const int rows = model_->rowCount();
  int row = rowAt(event->rect().top());
  for (; row >= 0 && row < rows; ++row) {
    const int top = rowViewportPosition(row);
    if (top > event->rect().bottom()) break;
    if (const BacklogGroup* group = model_->group_at(row)) {
      cells.head(QRect(0, top, viewport()->width(), rowHeight(row)), *group, has_focus && current.row() == row);
      continue;
    }
    const Item* item = model_->item(row);
    if (item == nullptr || columns.empty()) continue;
    const bool selected = selectionModel()->isSelected(model_->index(row, static_cast<int>(BacklogColumn::title)));
    const int left = columns.front().area.left();
    cells.row(QRect(left, top, columns.back().area.right() + 1 - left, rowHeight(row)), selected);
    for (std::size_t at = 0; at < columns.size(); ++at) {
      const PaintedColumn& one = columns[at];
      const QRect area(one.area.left(), top, one.area.width(), rowHeight(row));
      cells.cell(area, one.column, model_->content(*item, one.column), selected);
      if (selected && one.is_leftmost) cells.selected_edge(area);
      if (selected && one.is_marked && (at == 0 || !columns[at - 1].is_marked)) cells.side(area, true);
      if (selected && one.is_marked && (at + 1 == columns.size() || !columns[at + 1].is_marked)) cells.side(area, false);
      if (has_focus && current.row() == row && current.column() == static_cast<int>(one.column)) cells.focus_box(area);
    }
    for (const NameColumn& name : names) {
      const QRect area(name.left, top, name.width, rowHeight(row));
      const auto column = static_cast<BacklogColumn>(name.logical);
      cells.row(area, selected);
      cells.cell(area, column, model_->content(*item, column), selected);
      if (selected && name.left == 0) cells.selected_edge(area);
      if (has_focus && current.row() == row && current.column() == name.logical) cells.focus_box(area);
    }
    if (!names.empty())
      painter.fillRect(names.back().left + names.back().width - 1, top, 1, rowHeight(row), themed(views::Token::line_3));
  }
  if (drop_row_ < 0) return;
  const int last = rows - 1;
  const int y = drop_row_ <= last ? rowViewportPosition(drop_row_) : last < 0 ? 0 : rowViewportPosition(last) + rowHeight(last);
  cells.drop_line(0, viewport()->width(), std::max(1, y));
}

void BacklogTable::paint_cell(QPainter& painter, const QRect& area, const QModelIndex& index, bool selected) {
  const Item* item = model_->item(index.row());
  if (item == nullptr) return;
  cache_.prepare(font(), viewport()->devicePixelRatioF());
  const auto column = static_cast<BacklogColumn>(index.column());
  CellPainter cells(painter, cache_);
  cells.row(area, selected);
  cells.cell(area, column, model_->content(*item, column), selected);
}

void BacklogTable::scrollContentsBy(int dx, int dy) {
  QTableView::scrollContentsBy(dx, dy);
  if (dx == 0) return;
  // The heads of groups, key and title stay at the left edge.
  viewport()->update();
  horizontalHeader()->viewport()->update();
  if (is_editing()) updateEditorGeometries();
}

}  // namespace tradewind::gui
