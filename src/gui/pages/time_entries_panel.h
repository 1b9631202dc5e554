// The time entries of some days, to be found, corrected and deleted.
#pragma once
#include <QWidget>

#include "gui/pages/time_entries_model.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace tradewind::gui {

class MessageLine;
class NextSteps;
class TimeEntriesTable;

class TimeEntriesPanel : public QWidget {
  Q_OBJECT

 public:
  explicit TimeEntriesPanel(Document& document, QWidget* parent = nullptr);

  /// `called`: the days, as the sentence in an empty list names them: "2027 Q1", "the last 12 weeks".
  void list(std::optional<Span> days, const QString& called);
  TimeEntriesModel& model() const { return *model_; }
  TimeEntriesTable& table() const { return *table_; }
  QLineEdit& filter() const { return *filter_; }
  /// The selected entries, as one edit.
  void remove_selected();

 signals:
  /// Of how many entries it tells.
  void count_changed();
  /// There is none, and somebody wants to make the first.
  void entry_wanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* make_head();
  void connect_all();
  void enter_table();
  void show_state();
  void say_why_empty();

  Document& document_;
  QString called_;
  TimeEntriesModel* model_;
  TimeEntriesTable* table_;
  NextSteps* next_steps_;
  MessageLine* message_;
  QLineEdit* filter_;
  QLabel* count_;
  QPushButton* remove_;
};

}  // namespace tradewind::gui
