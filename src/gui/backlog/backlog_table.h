// The table view of the backlog: keys, dragging of rows, group heads, and the sentence that stands in an empty table. It paints
// its cells by itself: one struct for a cell, without the style and the roles of a general view.
#pragma once
#include <QDropEvent>
#include <QPointer>
#include <QTableView>
#include <functional>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/cell_cache.h"

class QLabel;

namespace tradewind::gui {

class BacklogTable : public QTableView {
  Q_OBJECT

 public:
  explicit BacklogTable(BacklogModel* model, QWidget* parent = nullptr);

  /// Stands in the middle while it is not empty. May hold links.
  void set_empty_text(const QString& text);
  QList<int> visible_columns() const;  // from left to right
  /// Of items, from top to bottom.
  std::vector<int> selected_rows() const;
  std::vector<ItemId> selected_items() const;
  /// Without listing them: all 100,000 may be.
  bool has_several_selected() const;
  /// That of the current cell, and with it those over which Shift has stretched; from left to right.
  std::vector<BacklogColumn> marked_columns() const;
  /// A change in a cell of a selected row goes to all selected rows, where the column allows it.
  std::vector<ItemId> items_to_edit(const QModelIndex& cell) const;
  bool is_editing() const { return state() == EditingState; }

  /// Keys that the page has a use for while nothing is edited; true where it took the key.
  void set_key_handler(std::function<bool(const QKeyEvent&)> handler) { key_handler_ = std::move(handler); }

  /// Key and title stay in sight: where they would be scrolled away they stand at the left edge of the viewport, before the
  /// other columns. Empty where nothing is scrolled away.
  struct NameColumn {
    int logical = 0;
    int left = 0;
    int width = 0;
  };
  std::vector<NameColumn> names_in_front() const;
  QModelIndex indexAt(const QPoint& point) const override;
  QRect visualRect(const QModelIndex& index) const override;
  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

  void paint_cell(QPainter& painter, const QRect& area, const QModelIndex& index, bool selected);

 signals:
  void link_followed(const QString& link);
  /// An editor was closed: stored or given up.
  void editing_ended();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
  /// Rows of another window are other items. Virtual for tests: only a platform can start a real drag.
  virtual bool is_own_drag(const QDropEvent& event) const { return event.source() == this; }
  void closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) override;

 private:
  struct PaintedColumn {
    BacklogColumn column;
    QRect area;  // in the first row of the viewport
    bool is_leftmost = false;
    bool is_marked = false;
  };

  void set_up_header();
  void remember_position();
  void restore_position();
  void place_empty_text();
  bool fold_by_key(const QKeyEvent& event);
  bool fold_at(const QPoint& point);
  void return_to_editor();
  int drop_row(const QDropEvent& event) const;
  void show_drop_row(int row);
  std::vector<PaintedColumn> painted_columns(const QRect& area) const;

  BacklogModel* model_;
  std::function<bool(const QKeyEvent&)> key_handler_;
  QLabel* empty_;
  QString empty_text_;  // as it was set, without colours
  BacklogRow top_row_;  // where the table is scrolled to, over changes
  int top_offset_ = 0;
  CellCache cache_;
  int first_marked_column_ = 0;  // where Shift began to stretch
  bool stretches_ = false;       // while Shift or a drag of the mouse moves the current cell
  bool pressed_on_head_ = false;
  QPointer<QWidget> refused_editor_;  // stays open with what was typed
  bool editor_waits_ = false;         // the keyboard is about to go back to it
  int drop_row_ = -1;
};

}  // namespace tradewind::gui
