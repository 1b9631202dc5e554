// Entering time in seconds: one line of words, what was understood beside it with the team that is taken, Enter stores it.
#pragma once
#include <QWidget>

#include "gui/shell/document.h"

class QLineEdit;

namespace tradewind::gui {

class ElidedLabel;

class QuickTimeBar : public QWidget {
  Q_OBJECT

 public:
  explicit QuickTimeBar(Document& document, QWidget* parent = nullptr);

  QLineEdit* line() const { return line_; }

 private:
  void read();
  void store();

  Document* document_;
  QLineEdit* line_;
  ElidedLabel* understood_;
};

}  // namespace tradewind::gui
