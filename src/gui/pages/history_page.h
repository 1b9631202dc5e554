// Every edit of the workspace, newest first: who changed what and when, and the way back to any of them.
#pragma once
#include <QAbstractTableModel>
#include <QSet>
#include <functional>
#include <vector>

#include "gui/shell/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tradewind::gui {

class HistoryModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { when, who, what, rows, column_count };

  explicit HistoryModel(Document& document, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

  /// The effect of the entry is not in the workspace any more.
  bool is_taken_back(int row) const;
  /// How often undo must be called until this entry is the newest effective one; -1 when its effect is taken back or it is
  /// itself an undo.
  int steps_back_to(int row) const;
  /// While paused the model does not follow the document; it catches up when it goes on.
  void set_paused(bool paused);

 private:
  void catch_up();
  void find_effects();
  QString text_of(const storage::HistoryEntry& entry) const;

  Document& document_;
  std::vector<storage::HistoryEntry> entries_;  // newest first
  QSet<qint64> taken_back_;
  QSet<qint64> undos_;
  std::vector<std::pair<qint64, qint64>> effective_;  // oldest first: the edit, and the entry that last brought it in
  bool paused_ = false;
};

class HistoryPage : public Page {
  Q_OBJECT

 public:
  explicit HistoryPage(const PageContext& context);

  QString status() const override;
  QWidget* first_focus() override;
  HistoryModel* model() const { return model_; }
  /// Asks whether so many steps are to be taken back. Tests answer by themselves.
  std::function<bool(int steps)> confirm;

 private:
  void go_back();
  void update_buttons();
  int current_row() const;

  HistoryModel* model_;
  QTableView* view_;
  QStackedWidget* stack_;
  QPushButton* undo_;
  QPushButton* redo_;
  QPushButton* go_back_;
};

}  // namespace tradewind::gui
