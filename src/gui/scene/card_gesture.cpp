#include "gui/scene/card_gesture.h"

#include <QPainter>

#include "gui/scene/drag_marks.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

CardGesture::CardGesture(Start start, std::function<void(const views::Board::Column&)> drop)
    : start_(std::move(start)), drop_(std::move(drop)), at_(start_.press) {}

const views::Board::Column* CardGesture::column_at(double x) const {
  for (const views::Board::Column& column : start_.columns)
    if (x >= column.rect.x && x < column.rect.right()) return &column;
  return nullptr;
}

const views::Board::Column* CardGesture::target() const {
  const views::Board::Column* column = column_at(at_.x);
  return column == nullptr || !column->takes_cards || column == column_at(start_.press.x) ? nullptr : column;
}

bool CardGesture::is_allowed() const {
  const views::Board::Column* column = column_at(at_.x);
  return column == nullptr || column->takes_cards || column == column_at(start_.press.x);
}

void CardGesture::move(views::Point at) { at_ = at; }

void CardGesture::release(views::Point at) {
  move(at);
  if (const views::Board::Column* column = target()) drop_(*column);
}

QString CardGesture::sentence() const {
  const views::Board::Column* column = target();
  return column != nullptr ? QObject::tr("%1 to %2, Esc to cancel").arg(start_.title, qt_text(column->title))
                           : QObject::tr("%1: choose a column, Esc to cancel").arg(start_.title);
}

void CardGesture::paint(QPainter& painter) const {
  if (const views::Board::Column* column = target()) draw_drop_target(painter, column->rect);
  draw_ghost(painter, start_.card, 5);
  const QRectF card = qt_rect(start_.card).translated(at_.x - start_.press.x, at_.y - start_.press.y);
  QColor ground = themed(views::Token::raised);
  ground.setAlphaF(0.8F);
  painter.setPen(QPen(themed(views::Token::accent), 1.5));
  painter.setBrush(ground);
  painter.drawRoundedRect(card, 5, 5);
  painter.setPen(themed(views::Token::text_1));
  const QRectF line = card.adjusted(14, 0, -10, 0);
  painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                   QFontMetricsF(painter.font()).elidedText(start_.title, Qt::ElideRight, line.width()));
}

}  // namespace tradewind::gui
