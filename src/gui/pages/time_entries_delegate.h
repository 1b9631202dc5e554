// Makes the editor that fits a column of the list of time entries, keeps it open with its text where the text is refused, and
// shows which cell the keyboard is in.
#pragma once
#include <QStyledItemDelegate>

namespace tradewind::gui {

class TimeEntriesModel;
class TimeEntriesTable;

class TimeEntriesDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  TimeEntriesDelegate(TimeEntriesTable* table, TimeEntriesModel* model);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void setEditorData(QWidget* editor, const QModelIndex& index) const override;
  void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  QWidget* make_combo(QWidget* parent, const QModelIndex& index) const;
  QWidget* make_line(QWidget* parent, const QModelIndex& index) const;

  TimeEntriesTable* table_;
  TimeEntriesModel* model_;
};

}  // namespace tradewind::gui
