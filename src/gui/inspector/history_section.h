// What became of the selected row and of what belongs to it: every edit that touched it, newest first, read only when somebody
// opens the section and a few at a time. An old value can be brought back, as a new edit.
#pragma once
#include <QTimer>
#include <memory>

#include "gui/inspector/folding_section.h"
#include "gui/shell/background_job.h"
#include "tradewind/storage/row_history.h"

class QPushButton;

namespace tradewind::gui {

class HistorySection : public FoldingSection {
  Q_OBJECT

 public:
  explicit HistorySection(const PageContext& context, QWidget* parent = nullptr);
  /// An id of 0 hides it. Another row, or the same one after a change.
  void show_row(std::string_view table, std::int64_t id);
  std::vector<QWidget*> tab_stops() const override;
  bool is_reading() const { return timer_.isActive() || job_.is_running(); }

 protected:
  void opened() override;
  bool refresh(const std::vector<const Item*>&) override { return false; }

 private:
  void start();
  bool wants_more() const { return shown_ < wanted_ && next_ < entries_.size(); }
  void read_some();
  /// A step of very many rows.
  void read_beside(const storage::HistoryEntry& entry, std::string sealed);
  /// False where the step cannot be read: that is the end.
  bool take(const storage::HistoryEntry& entry, const Result<std::vector<storage::RowChange>>& rows);
  void end_where_enough();
  void stop(const QString& says);
  void add_entry(const storage::HistoryEntry& entry, const std::vector<storage::RowChange>& rows);
  void add_field(QVBoxLayout* column, const storage::RowChange& row, const storage::FieldChange& change, const QString& whose);
  void restore(const Change& row, const storage::FieldChange& change);
  void clear();

  std::string_view table_;
  std::int64_t id_ = 0;
  std::vector<storage::HistoryEntry> entries_;  // newest first
  std::size_t next_ = 0;
  std::shared_ptr<storage::RowAndParts> reader_;
  int shown_ = 0;   // entries
  int wanted_ = 0;  // so many are enough for now
  QTimer timer_;
  QVBoxLayout* lines_;
  QLabel* state_;
  QPushButton* more_;
  std::vector<QPushButton*> restore_;
  BackgroundJob job_{this};
};

}  // namespace tradewind::gui
