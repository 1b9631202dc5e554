// Every edit of the workspace as a table, newest first: who changed what and when, and how far away each is from now.
#pragma once
#include <QAbstractTableModel>
#include <QSet>
#include <vector>

#include "gui/shell/document.h"

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
  /// How often redo must be called until this entry, whose effect is taken back, is the newest effective one; -1 when redo does
  /// not lead there.
  int steps_forth_to(int row) const;
  /// REQUIRES: there is such a row.
  const storage::HistoryEntry& entry(int row) const { return entries_[static_cast<std::size_t>(row)]; }
  /// While paused the model does not follow the document; it catches up when it goes on.
  void set_paused(bool paused);

 private:
  void catch_up();
  void read_all();
  void find_effects();
  QString text_of(const storage::HistoryEntry& entry) const;

  Document& document_;
  std::vector<storage::HistoryEntry> entries_;  // newest first
  QSet<qint64> taken_back_;
  QSet<qint64> undos_;
  std::vector<std::pair<qint64, qint64>> effective_;  // oldest first: the edit, and the entry that last brought it in
  std::vector<std::pair<qint64, qint64>> undone_;     // the last one first to be redone: the edit, and what took it back
  bool paused_ = false;
};

}  // namespace tradewind::gui
