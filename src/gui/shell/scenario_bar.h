// The line under the toolbar while a scenario is shown: that it is one, what that means, and the ways on; and below it, what
// became of a scenario.
#pragma once
#include <QFrame>

#include "gui/shell/page.h"

class QLabel;
class QPushButton;

namespace tradewind::gui {

class MessageLine;

class ScenarioBar : public QWidget {
  Q_OBJECT

 public:
  /// REQUIRES: the actions of scenarios are registered.
  explicit ScenarioBar(const PageContext& context, QWidget* parent = nullptr);

  /// What was done; stays until it is closed.
  void say(const QString& sentence);
  const MessageLine& message() const { return *message_; }

 private:
  QPushButton* button_for(const char* action, const QString& text);
  void refresh();

  PageContext context_;
  QFrame* line_;
  QLabel* words_;
  QLabel* conflicts_;
  MessageLine* message_;
};

}  // namespace tradewind::gui
