// A menu of things to turn on and off: it stays open while people choose several of them.
#pragma once
#include <QMenu>

namespace tradewind::gui {

class StayingMenu : public QMenu {
  Q_OBJECT

 public:
  using QMenu::QMenu;

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  /// True where the action is one that can be checked; the others close the menu as ever.
  static bool toggle(QAction* action);
};

}  // namespace tradewind::gui
