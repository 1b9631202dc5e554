#include "gui/backlog/cell_painter.h"

#include <algorithm>

#include "gui/theme/appearance.h"
#include "tradewind/views/item_glyphs.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr int padding = 8;
constexpr int chip_height = 18;
constexpr int chip_padding = 7;
constexpr int selected_edge = 3;
constexpr double pip_step = 7.5;
constexpr double effort_room = 38;  // pixels for the greatest effort
constexpr int effort_height = 7;
constexpr int bar_height = 14;

}  // namespace

CellPainter::CellPainter(QPainter& painter, const QStyleOptionViewItem& option)
    : painter_(painter), option_(option), room_(option.rect.adjusted(padding, 0, -padding, -1)) {
  painter_.save();
  painter_.setClipRect(option.rect, Qt::IntersectClip);
  painter_.setFont(option.font);
}

CellPainter::~CellPainter() { painter_.restore(); }

void CellPainter::background(bool leftmost) {
  const QRect& area = option_.rect;
  painter_.fillRect(area, themed(is_selected() ? Token::accent_soft : Token::base));
  painter_.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), themed(Token::line_1));
  if (is_selected() && leftmost)
    painter_.fillRect(QRect(area.left(), area.top(), selected_edge, area.height()), themed(Token::accent));
}

void CellPainter::text(const QString& text, Qt::Alignment across, Token color) {
  painter_.setPen(themed(color));
  painter_.drawText(room_, static_cast<int>(across | Qt::AlignVCenter) | Qt::TextSingleLine,
                    painter_.fontMetrics().elidedText(text, Qt::ElideRight, room_.width()));
}

void CellPainter::number(const QString& text) {
  const bool unknown = text == QString(QChar(0x2013));
  this->text(text, Qt::AlignRight, unknown ? Token::text_3 : Token::text_1);
}

void CellPainter::chip(const QString& text, const ChipColors& colors) {
  QFont font = option_.font;
  font.setPixelSize(11);
  font.setWeight(QFont::Medium);
  painter_.setFont(font);
  const QString shown = painter_.fontMetrics().elidedText(text, Qt::ElideRight, room_.width() - 2 * chip_padding);
  const int width = painter_.fontMetrics().horizontalAdvance(shown) + 2 * chip_padding;
  const QRectF area(room_.left(), room_.top() + (room_.height() - chip_height) / 2.0, width, chip_height);
  painter_.setRenderHint(QPainter::Antialiasing, true);
  painter_.setPen(colors.outline == Token::none ? QPen(Qt::NoPen) : QPen(themed(colors.outline), 1));
  painter_.setBrush(colors.fill == Token::none ? QBrush(Qt::NoBrush) : QBrush(themed(colors.fill)));
  painter_.drawRoundedRect(colors.outline == Token::none ? area : area.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
  painter_.setPen(themed(colors.text));
  painter_.drawText(area, Qt::AlignCenter | Qt::TextSingleLine, shown);
  painter_.setRenderHint(QPainter::Antialiasing, false);
  painter_.setFont(option_.font);
}

void CellPainter::moscow_chip(const QString& text, Moscow value) {
  switch (value) {
    case Moscow::must:
      return chip(text, {Token::mos_m, Token::none, Token::base});
    case Moscow::should:
      return chip(text, {Token::mos_s_soft, Token::none, Token::text_1});
    case Moscow::could:
      return chip(text, {Token::base, Token::line_3, Token::text_1});
    case Moscow::wont:
      return chip(text, {Token::none, Token::line_2, Token::text_3});
    case Moscow::unset:
      return;
  }
}

void CellPainter::swatch(ClassRole role) {
  painter_.setRenderHint(QPainter::Antialiasing, true);
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(themed(views::class_tokens(role).solid));
  painter_.drawRoundedRect(QRectF(room_.left(), room_.center().y() - 4, 9, 9), 2, 2);
  painter_.setRenderHint(QPainter::Antialiasing, false);
  room_.setLeft(room_.left() + 15);
}

void CellPainter::track(Track track) {
  const QPointF c(room_.left() + 6, room_.center().y() + 0.5);
  const auto at = [&](double x, double y) { return c + QPointF(x, y); };
  painter_.setRenderHint(QPainter::Antialiasing, true);
  painter_.setPen(QPen(themed(Token::text_2), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter_.setBrush(Qt::NoBrush);
  if (track == Track::discovery) {  // a flask
    painter_.drawPolyline(QPolygonF({at(-1.8, -5.5), at(-1.8, -1.5), at(-5, 5), at(5, 5), at(1.8, -1.5), at(1.8, -5.5)}));
    painter_.drawLine(at(-3, -5.5), at(3, -5.5));
    painter_.drawLine(at(-3.6, 2), at(3.6, 2));
  } else {  // a box
    painter_.drawPolygon(QPolygonF({at(0, -5.5), at(5, -2.8), at(5, 2.8), at(0, 5.5), at(-5, 2.8), at(-5, -2.8)}));
    painter_.drawPolyline(QPolygonF({at(-5, -2.8), at(0, 0), at(5, -2.8)}));
    painter_.drawLine(c, at(0, 5.5));
  }
  painter_.setRenderHint(QPainter::Antialiasing, false);
  room_.setLeft(room_.left() + 19);
}

void CellPainter::pips(int pips) {
  painter_.setRenderHint(QPainter::Antialiasing, true);
  for (int i = 0; i < 5; ++i) {
    const QPointF centre(room_.left() + 3 + pip_step * i, room_.center().y() + 0.5);
    const bool there = (pips & (1 << i)) != 0;
    painter_.setPen(there ? QPen(Qt::NoPen) : QPen(themed(Token::line_3), 0.9));
    painter_.setBrush(there ? QBrush(themed(Token::text_1)) : QBrush(Qt::NoBrush));
    const double radius = there ? 2.6 : 2.2;
    painter_.drawEllipse(centre, radius, radius);
  }
  painter_.setRenderHint(QPainter::Antialiasing, false);
  room_.setLeft(room_.left() + 40);
}

void CellPainter::effort(const QList<EffortSegment>& segments) {
  double x = room_.left();
  const double top = room_.center().y() - effort_height / 2.0 + 0.5;
  painter_.setRenderHint(QPainter::Antialiasing, true);
  for (const EffortSegment& segment : segments) {
    const double width = std::max(1.0, segment.share * effort_room);
    painter_.fillRect(QRectF(x, top, width, effort_height), themed(segment.color));
    x += width;
  }
  painter_.setRenderHint(QPainter::Antialiasing, false);
  room_.setLeft(room_.left() + static_cast<int>(effort_room) + 2);
}

void CellPainter::bar(double share) {
  if (share < 0) return;
  const double width = std::max(2.0, share * (option_.rect.width() - padding));
  const QRectF area(option_.rect.left() + padding / 2.0, room_.center().y() - bar_height / 2.0 + 0.5, width, bar_height);
  painter_.setRenderHint(QPainter::Antialiasing, true);
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(themed(is_selected() ? Token::bar_sel : Token::bar));
  painter_.drawRoundedRect(area, 2, 2);
  painter_.setRenderHint(QPainter::Antialiasing, false);
}

void CellPainter::focus_box() {
  if ((option_.state & QStyle::State_HasFocus) == 0) return;
  painter_.setRenderHint(QPainter::Antialiasing, true);
  painter_.setPen(QPen(themed(Token::accent), 2));
  painter_.setBrush(Qt::NoBrush);
  painter_.drawRoundedRect(QRectF(option_.rect).adjusted(1, 1, -1, -2), 3, 3);
}

}  // namespace tradewind::gui
