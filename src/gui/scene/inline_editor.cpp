#include "gui/scene/inline_editor.h"

#include <QFocusEvent>
#include <QKeyEvent>

namespace tradewind::gui {

InlineEditor::InlineEditor(QWidget* viewport, const QRect& place, const QString& text, std::function<void(const QString&)> take)
    : QLineEdit(text, viewport), before_(text), take_(std::move(take)) {
  setGeometry(place);
  selectAll();
  show();
  setFocus();
}

void InlineEditor::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return finish(false);
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return finish(true);
  QLineEdit::keyPressEvent(event);
}

void InlineEditor::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  // Its own menu, or another window in front, is no leaving.
  if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) finish(true);
}

void InlineEditor::finish(bool takes_text) {
  if (finished_) return;
  finished_ = true;
  const QString typed = text().simplified();
  if (hasFocus()) parentWidget()->parentWidget()->setFocus();  // the view around the viewport
  hide();
  deleteLater();
  if (takes_text && !typed.isEmpty() && typed != before_) take_(typed);
}

}  // namespace tradewind::gui
