// Then and now: what all edits after a step of the history have changed together, row by row and field by field.
#pragma once
#include <QFrame>
#include <QTimer>
#include <memory>
#include <string>
#include <vector>

#include "gui/shell/background_job.h"
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

  /// What is different since this step. Reads a few steps at a time; many rows are added up beside the window.
  void show_since(const storage::HistoryEntry& entry);
  void clear(const QString& says);
  bool is_reading() const { return timer_.isActive() || job_.is_running(); }
  QTreeWidget* tree() const { return tree_; }

 private:
  /// What people read of all the rows.
  struct Differences {
    QString summary;
    std::vector<storage::RowChange> first;
  };
  using Steps = std::vector<std::string>;  // changesets, oldest first

  void read_some();
  void show_differences(const Differences& differences);
  static Result<void> add(storage::ChangesetSum& sum, const Steps& steps);
  static Result<Differences> differences_in(const storage::ChangesetSum& sum);

  PageContext context_;
  QTimer timer_;
  std::vector<std::int64_t> steps_;  // oldest first
  std::size_t next_ = 0;
  std::shared_ptr<storage::ChangesetSum> sum_;  // of the steps before `next_`
  std::size_t bytes_ = 0;                       // that are in it
  QLabel* title_;
  QLabel* summary_;
  QProgressBar* progress_;
  QTreeWidget* tree_;
  BackgroundJob job_{this};
};

}  // namespace tradewind::gui
