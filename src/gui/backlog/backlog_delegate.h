// Draws the cells of the backlog: chips, swatches, bars and pips; and makes the editor that fits a column.
#pragma once
#include <QAbstractItemView>
#include <QStyledItemDelegate>

#include "gui/backlog/backlog_columns.h"

namespace tradewind::gui {

inline constexpr int backlog_row_height = 27;

class BacklogDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  /// REQUIRES: the view's model is a BacklogModel.
  explicit BacklogDelegate(QAbstractItemView* view) : QStyledItemDelegate(view), view_(view) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void setEditorData(QWidget* editor, const QModelIndex& index) const override;
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  QWidget* make_combo(QWidget* parent, const QModelIndex& index) const;

  QAbstractItemView* view_;
};

}  // namespace tradewind::gui
