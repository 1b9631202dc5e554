#include "gui/backlog/staying_menu.h"

#include <QKeyEvent>

namespace tradewind::gui {

bool StayingMenu::toggle(QAction* action) {
  if (action == nullptr || !action->isCheckable() || !action->isEnabled()) return false;
  action->trigger();
  return true;
}

void StayingMenu::keyPressEvent(QKeyEvent* event) {
  const bool chooses = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (chooses && toggle(activeAction())) return event->accept();
  QMenu::keyPressEvent(event);
}

void StayingMenu::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && toggle(actionAt(event->position().toPoint()))) return event->accept();
  QMenu::mouseReleaseEvent(event);
}

}  // namespace tradewind::gui
