// Key and title at the left edge while the other columns are scrolled under them.
#include <QHeaderView>
#include <QScrollBar>
#include <algorithm>

#include "gui/backlog/backlog_table.h"

namespace tradewind::gui {

std::vector<BacklogTable::NameColumn> BacklogTable::names_in_front() const {
  const QHeaderView& header = *horizontalHeader();
  const auto key = static_cast<int>(BacklogColumn::key);
  const auto title = static_cast<int>(BacklogColumn::title);
  std::vector<NameColumn> names;
  int left = 0;
  if (!isColumnHidden(key) && header.visualIndex(key) < header.visualIndex(title)) {
    names.push_back({key, 0, columnWidth(key)});
    left = columnWidth(key);
  }
  if (isRightToLeft() || columnViewportPosition(title) >= left) return {};
  // Half of a narrow window is for what people scroll to.
  names.push_back({title, left, std::min(columnWidth(title), std::max(narrowest_column, viewport()->width() / 2 - left))});
  return names;
}

QModelIndex BacklogTable::indexAt(const QPoint& point) const {
  for (const NameColumn& name : names_in_front())
    if (point.x() >= name.left && point.x() < name.left + name.width)
      if (const int row = rowAt(point.y()); row >= 0) return model_->index(row, name.logical);
  return QTableView::indexAt(point);
}

QRect BacklogTable::visualRect(const QModelIndex& index) const {
  const QRect area = QTableView::visualRect(index);
  for (const NameColumn& name : names_in_front())
    if (index.isValid() && index.column() == name.logical) return {name.left, area.top(), name.width, area.height()};
  return area;
}

void BacklogTable::scrollTo(const QModelIndex& index, ScrollHint hint) {
  QScrollBar& bar = *horizontalScrollBar();
  const int before = bar.value();
  const auto is_this = [&](const NameColumn& name) { return name.logical == index.column(); };
  const std::vector<NameColumn> now = names_in_front();
  const bool is_in_front = std::any_of(now.begin(), now.end(), is_this);
  QTableView::scrollTo(index, hint);
  if (is_in_front) return bar.setValue(before);
  const std::vector<NameColumn> names = names_in_front();
  if (names.empty() || !index.isValid() || std::any_of(names.begin(), names.end(), is_this)) return;
  const int covered = names.back().left + names.back().width - columnViewportPosition(index.column());
  if (covered > 0) bar.setValue(bar.value() - covered);
}

}  // namespace tradewind::gui
