// Paints a cell of the grid of capacities in two lines, the amount large and where it comes from small, and edits it as text.
#pragma once
#include <QStyledItemDelegate>

#include "gui/pages/capacity_model.h"

namespace tradewind::gui {

class CapacityTable;

inline constexpr int capacity_padding = 11;  // as wide as that of heads

class CapacityDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  /// Of `view`, which is the table or shows a part of it.
  CapacityDelegate(CapacityTable& table, QObject* view);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void setEditorData(QWidget* editor, const QModelIndex& index) const override;
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  /// What cannot be read is not committed by a key: the editor stays.
  bool eventFilter(QObject* editor, QEvent* event) override;

 private:
  CapacityTable& table_;
};

}  // namespace tradewind::gui
