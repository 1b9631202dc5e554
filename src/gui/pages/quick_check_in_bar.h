// A check-in of an outcome in seconds: one line of words, what was understood beside or under it with its day, Enter stores
// it.
#pragma once
#include <QLineEdit>

#include "gui/shell/document.h"

class QLabel;

namespace tradewind::gui {

class QuickCheckInBar : public QWidget {
  Q_OBJECT

 public:
  QuickCheckInBar(Document& document, Qt::Orientation orientation, QWidget* parent = nullptr);

  /// Whose check-in is typed; 0: none, and the line says so. What was typed for another one goes.
  void set_outcome(OutcomeId outcome);
  QLineEdit* line() const { return line_; }

 private:
  void read();
  void store();

  Document* document_;
  OutcomeId outcome_;
  QLineEdit* line_;
  QLabel* understood_;
};

}  // namespace tradewind::gui
