// Keys, mouse and dragging in the backlog's table.
#include <QDropEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include "gui/backlog/backlog_table.h"

namespace tradewind::gui {
namespace {

bool has_no_modifier(const QKeyEvent& event) {
  return (event.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == Qt::NoModifier;
}

bool is_enter(const QKeyEvent& event) {
  return (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) && has_no_modifier(event);
}

}  // namespace

bool BacklogTable::fold_by_key(const QKeyEvent& event) {
  const int row = currentIndex().row();
  const BacklogGroup* group = model_->group_at(row);
  if (group == nullptr || !has_no_modifier(event)) return false;
  if (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right)
    model_->fold(row, event.key() == Qt::Key_Left);
  else if (event.key() == Qt::Key_Space || is_enter(event))
    model_->fold(row, !group->folded);
  else
    return false;
  return true;
}

void BacklogTable::keyPressEvent(QKeyEvent* event) {
  if (editor_waits_) return event->accept();
  if (!is_editing() && fold_by_key(*event)) return event->accept();
  if (!is_editing() && key_handler_ && key_handler_(*event)) return event->accept();
  if (event->key() == Qt::Key_Escape && !is_editing() && selectionModel()->hasSelection()) {
    clearSelection();
    return event->accept();
  }
  const QScopedValueRollback stretching(stretches_, (event->modifiers() & Qt::ShiftModifier) != 0);
  QTableView::keyPressEvent(event);
}

bool BacklogTable::fold_at(const QPoint& point) {
  const int row = rowAt(point.y());
  const BacklogGroup* group = model_->group_at(row);
  if (group == nullptr) return false;
  setFocus(Qt::MouseFocusReason);
  model_->fold(row, !group->folded);
  return true;
}

void BacklogTable::mousePressEvent(QMouseEvent* event) {
  if (editor_waits_) return event->accept();
  pressed_on_head_ = event->button() == Qt::LeftButton && fold_at(event->position().toPoint());
  if (pressed_on_head_) return event->accept();
  const QScopedValueRollback stretching(stretches_, (event->modifiers() & Qt::ShiftModifier) != 0);
  QTableView::mousePressEvent(event);
}

void BacklogTable::mouseMoveEvent(QMouseEvent* event) {
  if (pressed_on_head_) return event->accept();  // nothing of a head can be dragged
  const QScopedValueRollback stretching(stretches_, (event->buttons() & Qt::LeftButton) != 0);
  QTableView::mouseMoveEvent(event);
}

void BacklogTable::mouseReleaseEvent(QMouseEvent* event) {
  if (pressed_on_head_) {
    pressed_on_head_ = false;
    return event->accept();
  }
  QTableView::mouseReleaseEvent(event);
}

void BacklogTable::mouseDoubleClickEvent(QMouseEvent* event) {
  // The second of two quick clicks.
  pressed_on_head_ = event->button() == Qt::LeftButton && fold_at(event->position().toPoint());
  if (pressed_on_head_) return event->accept();
  QTableView::mouseDoubleClickEvent(event);
}

int BacklogTable::drop_row(const QDropEvent& event) const {
  const QModelIndex at = indexAt(event.position().toPoint());
  if (!at.isValid()) return model_->rowCount();
  return dropIndicatorPosition() == BelowItem ? at.row() + 1 : at.row();
}

void BacklogTable::show_drop_row(int row) {
  if (row == drop_row_) return;
  drop_row_ = row;
  viewport()->update();
}

void BacklogTable::dragEnterEvent(QDragEnterEvent* event) {
  if (!is_own_drag(*event)) return event->ignore();
  QTableView::dragEnterEvent(event);
}

void BacklogTable::dragMoveEvent(QDragMoveEvent* event) {
  if (!is_own_drag(*event)) return event->ignore();
  QTableView::dragMoveEvent(event);
  show_drop_row(event->isAccepted() ? drop_row(*event) : -1);
}

void BacklogTable::dragLeaveEvent(QDragLeaveEvent* event) {
  show_drop_row(-1);
  QTableView::dragLeaveEvent(event);
}

void BacklogTable::dropEvent(QDropEvent* event) {
  // Not the base class: it would copy the cells and then remove the rows, where one edit changes their rank.
  const int row = drop_row(*event);
  const bool dropped = is_own_drag(*event) && model_->dropMimeData(event->mimeData(), Qt::MoveAction, row, 0, {});
  event->setDropAction(Qt::IgnoreAction);
  if (dropped) event->accept();
  QDragLeaveEvent leave;  // ends scrolling and takes the mark away
  dragLeaveEvent(&leave);
  viewport()->update();
}

}  // namespace tradewind::gui
