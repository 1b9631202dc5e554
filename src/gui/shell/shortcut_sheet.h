// Every action that has a shortcut, and what views do with keys of their own, by menu and page, on one sheet.
#pragma once
#include <QDialog>

#include "gui/shell/action_registry.h"

namespace tradewind::gui {

class ShortcutSheet : public QDialog {
  Q_OBJECT

 public:
  ShortcutSheet(const ActionRegistry& actions, QWidget* parent);
};

}  // namespace tradewind::gui
