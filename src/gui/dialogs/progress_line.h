// What is under way on a dialog, and how far it is.
#pragma once
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

namespace tradewind::gui {

/// Takes its room also while it is hidden: nothing below it moves when it comes and goes.
class ProgressLine : public QWidget {
  Q_OBJECT

 public:
  explicit ProgressLine(QWidget* parent = nullptr);

  /// Seen after a moment only: what is done sooner needs no progress.
  void begin(const QString& says);
  void say(const QString& says);
  QString text() const;
  /// REQUIRES: 0 <= done <= of, of > 0. Until it is told, nobody knows how far it is.
  void set_done(int done, int of);
  void end();

 private:
  QLabel* text_;
  QProgressBar* bar_;
  QTimer delay_;
};

}  // namespace tradewind::gui
