// The table of time entries: keys, editing of all selected rows at once, and the sentence that stands in an empty one.
#pragma once
#include <QTableView>
#include <array>
#include <functional>

#include "gui/pages/time_entries_model.h"

class QKeyEvent;
class QLabel;

namespace tradewind::gui {

class TimeEntriesTable : public QTableView {
  Q_OBJECT

 public:
  explicit TimeEntriesTable(TimeEntriesModel* model, QWidget* parent = nullptr);

  /// From top to bottom.
  std::vector<TimeEntryId> selected_entries() const;
  /// Those whose cells an editor of this one is for: all selected ones, where it is one of them.
  std::vector<TimeEntryId> entries_to_edit(const QModelIndex& cell) const;
  /// To the names of people, teams and classes; item and note share the rest.
  void fit_columns();
  /// Stands in the middle while it is not empty.
  void set_empty_text(const QString& text);
  /// Keys that the page has a use for while nothing is edited; true where it took the key.
  void set_key_handler(std::function<bool(const QKeyEvent&)> handler) { key_handler_ = std::move(handler); }
  bool is_editing() const { return state() == EditingState; }

 signals:
  /// An editor was closed: stored or given up.
  void editing_ended();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

 private:
  void set_up_columns();
  std::vector<int> selected_rows() const;
  void remember_position();
  void restore_position();

  TimeEntriesModel* model_;
  std::function<bool(const QKeyEvent&)> key_handler_;
  QLabel* empty_;
  TimeEntryId top_;  // where the table is scrolled to, over changes; none at the very top
  int top_offset_ = 0;
  std::array<int, 3> fitted_{};  // widths of person, team and class
};

}  // namespace tradewind::gui
