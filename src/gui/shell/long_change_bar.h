// What people see of a change that takes long: a line over the window that says what is under way, with a way to cancel it. While
// it is there, keys and clicks into the window reach nothing else; focus, selection and open editors stay.
#pragma once
#include <QFrame>

#include "gui/shell/long_change.h"

class QLabel;
class QPushButton;

namespace tradewind::gui {

class LongChangeBar : public QFrame {
  Q_OBJECT

 public:
  /// Hidden until the change takes long. Lifetime: `window` owns it.
  LongChangeBar(LongChange& change, QWidget* window);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void appear(const QString& says, bool can_be_cancelled);
  void disappear();
  void place();
  bool is_of_window(const QWidget* widget) const;

  LongChange& change_;
  QWidget* window_;
  QLabel* text_;
  QPushButton* cancel_;
};

}  // namespace tradewind::gui
