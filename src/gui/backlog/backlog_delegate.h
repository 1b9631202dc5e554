// Makes the editor that fits a column of the backlog, and keeps it open with its text where the text is refused.
#pragma once
#include <QStyledItemDelegate>

#include "gui/backlog/backlog_columns.h"

namespace tradewind::gui {

class BacklogTable;

inline constexpr int backlog_row_height = 27;

class BacklogDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  explicit BacklogDelegate(BacklogTable* table);

  /// The table paints by itself; this is for the picture that is dragged.
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void setEditorData(QWidget* editor, const QModelIndex& index) const override;
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  QWidget* make_combo(QWidget* parent, const QModelIndex& index) const;

  BacklogTable* table_;
};

}  // namespace tradewind::gui
