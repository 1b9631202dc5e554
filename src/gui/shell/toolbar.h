// The bar at the top of the window: the workspace, whether it is saved, and the plan that is shown, undo and redo with what they
// would do, search, present, export.
#pragma once
#include <QFrame>

#include "gui/shell/page.h"

class QLabel;

namespace tradewind::gui {

class ElidedLabel;
class ScenarioBox;

class Toolbar : public QFrame {
  Q_OBJECT

 public:
  /// REQUIRES: the actions that it shows are registered.
  Toolbar(const PageContext& context, ScenarioBox* plans);

 private:
  void refresh();
  void show_state();

  PageContext context_;
  QLabel* name_;
  ElidedLabel* state_;
};

}  // namespace tradewind::gui
