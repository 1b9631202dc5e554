// The decisions that were recorded: a list, and the current one with the options and figures as they were shown that day. Both
// are handed out as the command line does it.
#pragma once
#include <QFrame>
#include <vector>

#include "gui/shell/document.h"
#include "tradewind/workbench/decisions.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace tradewind::gui {

class MessageLine;

class DecisionList : public QFrame {
  Q_OBJECT

 public:
  /// REQUIRES: the document outlives the list.
  explicit DecisionList(Document& document, QWidget* parent = nullptr);

  /// What is recorded now; the current one stays where it is still there, else it is the latest one.
  void refresh();
  QWidget* first_focus() const;
  const MessageLine& message() const { return *message_; }
  /// In the format that the name says; says how it went.
  void write_all(const QString& path);
  void write_current(const QString& path);

 signals:
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void build();
  QWidget* build_details();
  void show_current();
  void show_options(const workbench::Record& decision);
  std::vector<workbench::NumberedDecision> current() const;
  QString asked_path(const QString& name);
  void write(const std::vector<workbench::NumberedDecision>& decisions, const QString& path);

  Document* document_;
  MessageLine* message_;
  QLabel* empty_;
  QTableWidget* list_;
  QWidget* details_;
  QLabel* title_;
  QLabel* chosen_;
  QLabel* sentence_;
  QTableWidget* options_;
  QPushButton* export_all_;
  QPushButton* export_current_;
  QPushButton* back_;
};

}  // namespace tradewind::gui
