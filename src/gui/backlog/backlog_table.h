// The table view of the backlog: keys, dragging of rows, and the sentence that stands in an empty table.
#pragma once
#include <QTableView>

#include "tradewind/domain/id.h"

class QLabel;

namespace tradewind::gui {

class BacklogModel;

class BacklogTable : public QTableView {
  Q_OBJECT

 public:
  explicit BacklogTable(BacklogModel* model, QWidget* parent = nullptr);

  /// Stands in the middle while it is not empty. May hold links.
  void set_empty_text(const QString& text);
  QList<int> visible_columns() const;  // from left to right
  std::vector<int> selected_rows() const;

 signals:
  void new_item_requested();
  void remove_requested();
  void copy_requested();
  void paste_requested();
  void link_followed(const QString& link);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void remember_position();
  void restore_position();
  void place_empty_text();

  BacklogModel* model_;
  QLabel* empty_;
  QString empty_text_;  // as it was set, without colours
  ItemId top_item_;     // where the table is scrolled to, over changes
  int top_offset_ = 0;
};

}  // namespace tradewind::gui
