#include "gui/backlog/backlog_header.h"

#include <QPainter>

#include "gui/backlog/backlog_model.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

BacklogHeader::BacklogHeader(const BacklogModel& model, QWidget* parent) : QHeaderView(Qt::Horizontal, parent), model_(model) {}

void BacklogHeader::paintSection(QPainter* painter, const QRect& rect, int logical) const {
  // Qt leaves a clip behind in which nothing can be drawn.
  painter->save();
  QHeaderView::paintSection(painter, rect, logical);
  painter->restore();
  const QString mark = sort_mark(model_.sort_columns(), static_cast<BacklogColumn>(logical));
  if (mark.isEmpty()) return;
  painter->save();
  // At the end where the text does not begin; what it covers of a long text is told by the tool tip.
  const int width = fontMetrics().horizontalAdvance(mark) + 6;
  const bool at_left = is_number(static_cast<BacklogColumn>(logical));
  const QRect area(at_left ? rect.left() : rect.right() - width, rect.top(), width, rect.height() - 1);
  painter->fillRect(area, themed(views::Token::panel));
  painter->setPen(themed(views::Token::accent));
  painter->setFont(font());
  painter->drawText(area, Qt::AlignCenter, mark);
  painter->restore();
}

}  // namespace tradewind::gui
