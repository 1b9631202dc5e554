#include "gui/pages/time_entries_table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "gui/pages/time_entries_delegate.h"
#include "gui/shell/cell_editors.h"

namespace tradewind::gui {
namespace {

constexpr int row_height = 27;
constexpr int margin_of_empty_text = 24;
constexpr int date_width = 104;
constexpr int hours_width = 72;
constexpr int narrowest = 64;
constexpr int around_text = 26;  // of a cell: its padding, and room for the mark of the current one
/// Sized by what stands in them; item and note share what is left.
constexpr std::array named{TimeColumn::person, TimeColumn::team, TimeColumn::allocation_class};
constexpr std::array widest{184, 184, 132};

}  // namespace

TimeEntriesTable::TimeEntriesTable(TimeEntriesModel* model, QWidget* parent)
    : QTableView(parent), model_(model), empty_(new QLabel(viewport())) {
  setObjectName("time_entries_table");
  setAccessibleName(tr("Time entries"));
  setModel(model);
  setItemDelegate(new TimeEntriesDelegate(this, model));
  setShowGrid(false);
  setWordWrap(false);
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollMode(ScrollPerPixel);
  setTabKeyNavigation(false);  // Tab leaves the table, so that the keyboard can reach everything
  set_up_columns();

  auto* middle = new QVBoxLayout(viewport());
  middle->setContentsMargins(margin_of_empty_text, margin_of_empty_text, margin_of_empty_text, margin_of_empty_text);
  middle->addWidget(empty_);
  empty_->setObjectName("time_entries_empty");
  empty_->setProperty("role", "muted");
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setTextFormat(Qt::PlainText);
  empty_->hide();
  connect(model, &TimeEntriesModel::rows_about_to_change, this, &TimeEntriesTable::remember_position);
  connect(model, &TimeEntriesModel::rows_changed, this, &TimeEntriesTable::restore_position);
}

void TimeEntriesTable::set_up_columns() {
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(row_height);
  verticalHeader()->setDefaultSectionSize(row_height);
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setMinimumSectionSize(narrowest);
  horizontalHeader()->setAccessibleName(tr("Columns of the time entries"));
  for (const TimeColumn long_text : {TimeColumn::item, TimeColumn::note})
    horizontalHeader()->setSectionResizeMode(static_cast<int>(long_text), QHeaderView::Stretch);
  setColumnWidth(static_cast<int>(TimeColumn::date), date_width);
  setColumnWidth(static_cast<int>(TimeColumn::hours), hours_width);
  fit_columns();
}

void TimeEntriesTable::fit_columns() {
  for (std::size_t at = 0; at < named.size(); ++at) {
    const int column = static_cast<int>(named.at(at));
    int width = std::max(narrowest, horizontalHeader()->sectionSizeHint(column));
    for (const QString& name : model_->offers(named.at(at)))
      width = std::max(width, fontMetrics().horizontalAdvance(name) + around_text);
    width = std::min(width, widest.at(at));
    // What people have set by hand stays until the names are others.
    if (width == fitted_.at(at)) continue;
    fitted_.at(at) = width;
    setColumnWidth(column, width);
  }
}

std::vector<int> TimeEntriesTable::selected_rows() const { return rows_of(selectionModel()->selection()); }

std::vector<TimeEntryId> TimeEntriesTable::selected_entries() const {
  std::vector<TimeEntryId> entries;
  for (const int row : selected_rows()) entries.push_back(model_->entry_at(row));
  return entries;
}

std::vector<TimeEntryId> TimeEntriesTable::entries_to_edit(const QModelIndex& cell) const {
  if (!selectionModel()->isRowSelected(cell.row(), {})) return {model_->entry_at(cell.row())};
  return selected_entries();
}

void TimeEntriesTable::set_empty_text(const QString& text) {
  empty_->setText(text);
  empty_->setVisible(!text.isEmpty());
  setAccessibleDescription(text);
}

void TimeEntriesTable::remember_position() {
  // At the very top people want to stay at the top.
  const int row = verticalScrollBar()->value() == 0 ? -1 : rowAt(0);
  top_ = model_->entry_at(row);
  top_offset_ = row < 0 ? 0 : rowViewportPosition(row);
}

void TimeEntriesTable::restore_position() {
  const int row = top_ ? model_->row_of(top_) : -1;
  if (row < 0) return;
  executeDelayedItemsLayout();
  const int moved = rowViewportPosition(row) - top_offset_;
  if (moved != 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

void TimeEntriesTable::keyPressEvent(QKeyEvent* event) {
  if (!is_editing() && key_handler_ && key_handler_(*event)) return event->accept();
  QTableView::keyPressEvent(event);
}

void TimeEntriesTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
  if (editor == nullptr || hint == QAbstractItemDelegate::RevertModelCache || !has_cell_mistake(*editor)) {
    QTableView::closeEditor(editor, hint);
    emit editing_ended();
    return;
  }
  // What was typed and refused stays until it is right or given up. Later: the focus may just be on its way to somewhere else.
  QTimer::singleShot(0, editor, [this, editor] {
    if (!editor->isVisible()) return;
    const QModelIndex cell = indexAt(editor->geometry().topLeft() + QPoint(1, 1));
    if (cell.isValid() && cell != currentIndex()) selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    editor->setFocus();
  });
}

}  // namespace tradewind::gui
