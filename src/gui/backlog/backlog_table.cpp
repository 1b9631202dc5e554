#include "gui/backlog/backlog_table.h"

#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QTextDocumentFragment>
#include <algorithm>

#include "gui/backlog/backlog_delegate.h"
#include "gui/backlog/backlog_model.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr int header_height = 28;
constexpr int narrowest_column = 32;
constexpr int widest_empty_text = 460;

bool is_enter(const QKeyEvent& event) {
  return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) &&
         (event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == Qt::NoModifier;
}

bool is_ours(const QKeyEvent& event) {
  return event.matches(QKeySequence::Copy) || event.matches(QKeySequence::Paste) || event.matches(QKeySequence::Delete) ||
         is_enter(event);
}

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
  setDragDropMode(InternalMove);
  setDragDropOverwriteMode(false);
  setDefaultDropAction(Qt::MoveAction);

  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setMinimumSectionSize(backlog_row_height);
  verticalHeader()->setDefaultSectionSize(backlog_row_height);
  QHeaderView* header = horizontalHeader();
  header->setFixedHeight(header_height);
  header->setMinimumSectionSize(narrowest_column);
  header->setSectionsMovable(true);
  header->setSectionsClickable(true);
  header->setSortIndicatorShown(true);
  header->setHighlightSections(false);
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  header->setAccessibleName(tr("Columns of the backlog"));
  for (int column = 0; column < backlog_column_count; ++column)
    setColumnWidth(column, default_width(static_cast<BacklogColumn>(column)));

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
  for (int place = 0; place < backlog_column_count; ++place)
    if (const int column = horizontalHeader()->logicalIndex(place); !isColumnHidden(column)) columns.append(column);
  return columns;
}

std::vector<int> BacklogTable::selected_rows() const {
  std::vector<int> rows;
  for (const QModelIndex& index : selectionModel()->selectedRows()) rows.push_back(index.row());
  std::sort(rows.begin(), rows.end());
  return rows;
}

void BacklogTable::remember_position() {
  const int row = rowAt(0);
  // At the very top people want to stay at the top.
  top_item_ = verticalScrollBar()->value() == 0 ? ItemId{} : model_->item_at(row);
  top_offset_ = row < 0 ? 0 : rowViewportPosition(row);
}

void BacklogTable::restore_position() {
  if (!top_item_) return;
  const int row = model_->row_of(top_item_);
  if (row < 0) return;
  executeDelayedItemsLayout();
  const int moved = rowViewportPosition(row) - top_offset_;
  if (moved != 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

bool BacklogTable::event(QEvent* event) {
  // The window's menus may have the same keys: in the table they are the table's.
  if (event->type() == QEvent::ShortcutOverride && state() != EditingState && is_ours(*static_cast<QKeyEvent*>(event))) {
    event->accept();
    return true;
  }
  return QTableView::event(event);
}

void BacklogTable::keyPressEvent(QKeyEvent* event) {
  if (state() != EditingState && is_ours(*event)) {
    event->accept();
    if (event->matches(QKeySequence::Copy))
      emit copy_requested();
    else if (event->matches(QKeySequence::Paste))
      emit paste_requested();
    else if (event->matches(QKeySequence::Delete))
      emit remove_requested();
    else
      emit new_item_requested();
    return;
  }
  if (event->key() == Qt::Key_Escape && state() != EditingState && selectionModel()->hasSelection()) {
    clearSelection();
    event->accept();
    return;
  }
  QTableView::keyPressEvent(event);
}

void BacklogTable::dropEvent(QDropEvent* event) {
  // Not the base class: it would copy the cells and then remove the rows, where one edit changes their rank.
  const QModelIndex at = indexAt(event->position().toPoint());
  int row = at.isValid() ? at.row() : model_->rowCount();
  if (at.isValid() && dropIndicatorPosition() == BelowItem) ++row;
  const bool dropped = event->source() == this && model_->dropMimeData(event->mimeData(), Qt::MoveAction, row, 0, {});
  event->setDropAction(Qt::IgnoreAction);
  if (dropped) event->accept();
  QDragLeaveEvent leave;  // ends scrolling and takes the mark away
  QTableView::dragLeaveEvent(&leave);
  viewport()->update();
}

void BacklogTable::resizeEvent(QResizeEvent* event) {
  QTableView::resizeEvent(event);
  place_empty_text();
}

}  // namespace tradewind::gui
