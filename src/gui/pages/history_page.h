// Every edit of the workspace, newest first: who changed what and when, what is different since, and the way back to any of
// them and forth again. Going back adds to the history; nothing is ever lost.
#pragma once
#include "gui/pages/history_model.h"
#include "gui/shell/page.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QShortcut;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace tradewind::gui {

class HistoryCompare;
class HistoryJourney;
class NextSteps;

class HistoryPage : public Page {
  Q_OBJECT

 public:
  explicit HistoryPage(const PageContext& context);

  QString status() const override;
  QWidget* first_focus() override;
  HistoryModel* model() const { return model_; }
  HistoryJourney& journey() const { return *journey_; }
  HistoryCompare& comparison() const { return *compare_; }

 protected:
  void refresh() override;

 private:
  void build_bar(QVBoxLayout* column);
  void build_progress(QVBoxLayout* column);
  void set_up_table();
  /// Back to the current row where it is in effect, else forth to it; where neither leads there, its state comes back as a new
  /// step.
  void go_there();
  void show_end(const QString& says);
  void compare();
  void update_buttons();
  void offer_next_steps();
  int current_row() const;
  /// Steps to the current row: below 0 back, above forth; 0 when they do not lead there, or none is needed.
  int steps_there() const;
  /// Nothing is different from the current row's state.
  bool is_there() const;

  HistoryModel* model_;
  HistoryJourney* journey_;
  HistoryCompare* compare_;
  QTableView* view_;
  QStackedWidget* stack_;
  NextSteps* next_steps_;
  QPushButton* undo_;
  QPushButton* redo_;
  QPushButton* compare_button_;
  QPushButton* go_;
  QWidget* progress_line_;
  QLabel* progress_text_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QShortcut* escape_;
};

}  // namespace tradewind::gui
