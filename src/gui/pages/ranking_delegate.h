// Paints where the methods disagree, in both themes: the style sheet of tables would paint over a background of the model.
#pragma once
#include <QStyledItemDelegate>

namespace tradewind::gui {

class RankingDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace tradewind::gui
