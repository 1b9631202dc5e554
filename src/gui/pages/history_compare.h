// Then and now: what all edits after a step of the history have changed together, row by row and field by field.
#pragma once
#include <QFrame>
#include <QTimer>
#include <vector>

#include "gui/shell/page.h"
#include "tradewind/storage/row_history.h"

class QLabel;
class QProgressBar;
class QTreeWidget;

namespace tradewind::gui {

/// "3 items changed, 1 item removed, 2 teams added": by kind of row, in words; "Nothing is different." when there is none.
QString summary_of(const std::vector<storage::RowChange>& rows);

class HistoryCompare : public QFrame {
  Q_OBJECT

 public:
  explicit HistoryCompare(const PageContext& context, QWidget* parent = nullptr);

  /// What is different since this step. Reads a few steps at a time.
  void show_since(const storage::HistoryEntry& entry);
  void clear(const QString& says);
  bool is_reading() const { return timer_.isActive(); }
  QTreeWidget* tree() const { return tree_; }

 private:
  void read_some();
  void show_rows(const std::vector<storage::RowChange>& rows);

  PageContext context_;
  QTimer timer_;
  std::vector<std::int64_t> steps_;  // oldest first
  std::size_t next_ = 0;
  storage::ChangesetSum sum_;
  QLabel* title_;
  QLabel* summary_;
  QProgressBar* progress_;
  QTreeWidget* tree_;
};

}  // namespace tradewind::gui
