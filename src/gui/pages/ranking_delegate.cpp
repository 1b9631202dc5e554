#include "gui/pages/ranking_delegate.h"

#include <QPainter>

#include "gui/pages/ranking_model.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

void RankingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const bool disagrees = index.data(disagrees_role).toBool();
  const QRect area = option.rect.adjusted(1, 1, -2, -2);
  if (disagrees) painter->fillRect(area, themed(views::Token::warn_soft));
  QStyledItemDelegate::paint(painter, option, index);
  if (!disagrees) return;
  // Seen on selected rows too.
  painter->setPen(themed(views::Token::warn_solid));
  painter->setBrush(Qt::NoBrush);
  painter->drawRect(area);
}

}  // namespace tradewind::gui
