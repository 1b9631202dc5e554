#include "gui/backlog/backlog_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QTextDocumentFragment>
#include <QTimer>
#include <algorithm>

#include "gui/backlog/backlog_delegate.h"
#include "gui/backlog/backlog_header.h"
#include "gui/shell/cell_editors.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr int header_height = 28;
constexpr int widest_empty_text = 460;

}  // namespace

BacklogTable::BacklogTable(BacklogModel* model, QWidget* parent)
    : QTableView(parent), model_(model), empty_(new QLabel(viewport())) {
  setModel(model);
  setItemDelegate(new BacklogDelegate(this));
  setAccessibleName(tr("Backlog"));
  setShowGrid(false);
  setWordWrap(false);
  setSelectionBehavior(SelectRows);
  setSelectionMode(ExtendedSelection);
  setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
  setVerticalScrollMode(ScrollPerPixel);
  setHorizontalScrollMode(ScrollPerPixel);
  setTabKeyNavigation(false);  // Tab leaves the table, so that the keyboard can reach everything
  setDragEnabled(true);
  setAcceptDrops(true);
  setDropIndicatorShown(true);
  setDragDropMode(DragDrop);  // of our own rows only, see is_own_drag()
  setDragDropOverwriteMode(false);
  setDefaultDropAction(Qt::MoveAction);

  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(backlog_row_height);
  verticalHeader()->setDefaultSectionSize(backlog_row_height);
  set_up_header();

  empty_->setProperty("role", "muted");
  empty_->setAlignment(Qt::AlignCenter);
  empty_->setWordWrap(true);
  empty_->setTextFormat(Qt::RichText);
  empty_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  empty_->hide();
  connect(&Appearance::instance(), &Appearance::changed, this, [this] { set_empty_text(empty_text_); });
  connect(empty_, &QLabel::linkActivated, this, &BacklogTable::link_followed);
  connect(model, &BacklogModel::rows_about_to_change, this, &BacklogTable::remember_position);
  connect(model, &BacklogModel::rows_changed, this, &BacklogTable::restore_position);
}

void BacklogTable::set_up_header() {
  auto* header = new BacklogHeader(*model_, *this);
  setHorizontalHeader(header);
  header->setFixedHeight(header_height);
  header->setMinimumSectionSize(narrowest_column);
  header->setSectionsMovable(true);
  header->setSectionsClickable(true);
  header->setHighlightSections(false);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  header->setObjectName("backlog_header");
  header->setAccessibleName(tr("Columns of the backlog"));
  for (int at = 0; at < backlog_column_count(); ++at) {
    const auto column = static_cast<BacklogColumn>(at);
    setColumnWidth(at, default_width(column));
    setColumnHidden(at, !is_shown_at_first(column));
  }
}

void BacklogTable::set_empty_text(const QString& text) {
  empty_text_ = text;
  QString shown = text;
  // Rich text takes the link colour of the moment at which it was set.
  shown.replace("<a ", QString("<a style=\"color:%1\" ").arg(themed(views::Token::accent).name()));
  empty_->setText(shown);
  empty_->setVisible(!text.isEmpty());
  setAccessibleDescription(QTextDocumentFragment::fromHtml(text).toPlainText());
  place_empty_text();
}

void BacklogTable::place_empty_text() {
  const int width = std::min(widest_empty_text, viewport()->width() - 32);
  const int height = empty_->heightForWidth(width);
  empty_->setGeometry((viewport()->width() - width) / 2, std::max(16, (viewport()->height() - height) / 2), width, height);
}

QList<int> BacklogTable::visible_columns() const {
  QList<int> columns;
  for (int place = 0; place < backlog_column_count(); ++place)
    if (const int column = horizontalHeader()->logicalIndex(place); !isColumnHidden(column)) columns.append(column);
  return columns;
}

std::vector<int> BacklogTable::selected_rows() const {
  std::vector<int> rows = rows_of(selectionModel()->selection());
  std::erase_if(rows, [this](int row) { return !model_->item_at(row); });
  return rows;
}

std::vector<ItemId> BacklogTable::selected_items() const {
  std::vector<ItemId> items;
  for (const int row : selected_rows()) items.push_back(model_->item_at(row));
  return items;
}

bool BacklogTable::has_several_selected() const {
  int rows = 0;
  for (const QItemSelectionRange& range : selectionModel()->selection()) rows += range.height();
  return rows > 1;
}

std::vector<ItemId> BacklogTable::items_to_edit(const QModelIndex& cell) const {
  if (is_of_one_item(static_cast<BacklogColumn>(cell.column())) || !selectionModel()->isRowSelected(cell.row(), {}))
    return {model_->item_at(cell.row())};
  return selected_items();
}

std::vector<BacklogColumn> BacklogTable::marked_columns() const {
  std::vector<BacklogColumn> columns;
  if (!currentIndex().isValid()) return columns;
  const int from = horizontalHeader()->visualIndex(first_marked_column_);
  const int to = horizontalHeader()->visualIndex(currentIndex().column());
  for (int place = std::min(from, to); place <= std::max(from, to); ++place)
    if (const int column = horizontalHeader()->logicalIndex(place); column >= 0 && !isColumnHidden(column))
      columns.push_back(static_cast<BacklogColumn>(column));
  return columns;
}

void BacklogTable::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  const std::size_t marked = marked_columns().size();
  if (!stretches_) first_marked_column_ = std::max(0, current.column());
  QTableView::currentChanged(current, previous);
  if (marked > 1 || marked_columns().size() > 1 || model_->grouping() != BacklogGrouping::none) viewport()->update();
}

void BacklogTable::remember_position() {
  const int row = rowAt(0);
  // At the very top people want to stay at the top.
  top_row_ = verticalScrollBar()->value() == 0 ? BacklogRow{} : model_->row_at(row);
  top_offset_ = row < 0 ? 0 : rowViewportPosition(row);
}

void BacklogTable::restore_position() {
  const int row = top_row_ == BacklogRow{} ? -1 : model_->row_of(top_row_);
  if (row < 0) return;
  executeDelayedItemsLayout();
  const int moved = rowViewportPosition(row) - top_offset_;
  if (moved != 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

void BacklogTable::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
  // What was typed and refused stays until it is right or given up.
  if (editor != nullptr && hint != QAbstractItemDelegate::RevertModelCache && has_cell_mistake(*editor)) {
    refused_editor_ = editor;
    return return_to_editor();
  }
  refused_editor_.clear();
  QTableView::closeEditor(editor, hint);
  emit editing_ended();
}

void BacklogTable::return_to_editor() {
  if (editor_waits_) return;
  editor_waits_ = true;
  const QPersistentModelIndex cell = indexAt(refused_editor_->geometry().topLeft() + QPoint(1, 1));
  // Later: the focus is just on its way to somewhere else.
  QTimer::singleShot(0, this, [this, cell] {
    editor_waits_ = false;
    if (!refused_editor_ || !refused_editor_->isVisible()) return;
    if (cell.isValid() && currentIndex() != cell) selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    refused_editor_->setFocus();
  });
}

void BacklogTable::focusInEvent(QFocusEvent* event) {
  QTableView::focusInEvent(event);
  if (refused_editor_) return_to_editor();
}

void BacklogTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  place_empty_text();
}

}  // namespace tradewind::gui
