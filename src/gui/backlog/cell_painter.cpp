#include "gui/backlog/cell_painter.h"

#include <algorithm>

#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"
#include "tradewind/views/item_glyphs.h"

namespace tradewind::gui {
namespace {

using views::Token;

constexpr int padding = 8;
constexpr int chip_height = 18;
constexpr int chip_padding = 7;
constexpr int selected_edge_width = 3;
constexpr double pip_step = 7.5;
constexpr int pips_room = 40;
constexpr int effort_room = 38;  // pixels for the greatest effort
constexpr int effort_height = 7;
constexpr int bar_height = 14;
constexpr int corner_size = 6;
constexpr int narrow = 72;  // below it marks can be wider than the cell
constexpr int head_margin = 10;
constexpr int head_gap = 14;
constexpr int chevron_size = 16;

enum class MarkKind : quint64 { chip = 1, swatch, track, pips, corner };

quint64 number_of(MarkKind kind, quint64 what, quint64 more = 0) { return static_cast<quint64>(kind) << 56 | more << 32 | what; }
quint64 number_of(Token token) { return static_cast<quint64>(token); }

void draw_track(QPainter& painter, Track track) {
  const QPointF c(6, 6.5);
  const auto at = [&](double x, double y) { return c + QPointF(x, y); };
  painter.setPen(QPen(themed(Token::text_2), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  if (track == Track::discovery) {  // a flask
    painter.drawPolyline(QPolygonF({at(-1.8, -5.5), at(-1.8, -1.5), at(-5, 5), at(5, 5), at(1.8, -1.5), at(1.8, -5.5)}));
    painter.drawLine(at(-3, -5.5), at(3, -5.5));
    painter.drawLine(at(-3.6, 2), at(3.6, 2));
  } else {  // a box
    painter.drawPolygon(QPolygonF({at(0, -5.5), at(5, -2.8), at(5, 2.8), at(0, 5.5), at(-5, 2.8), at(-5, -2.8)}));
    painter.drawPolyline(QPolygonF({at(-5, -2.8), at(0, 0), at(5, -2.8)}));
    painter.drawLine(c, at(0, 5.5));
  }
}

void draw_pips(QPainter& painter, int pips) {
  for (int i = 0; i < 5; ++i) {
    const bool there = (pips & (1 << i)) != 0;
    painter.setPen(there ? QPen(Qt::NoPen) : QPen(themed(Token::line_3), 0.9));
    painter.setBrush(there ? QBrush(themed(Token::text_1)) : QBrush(Qt::NoBrush));
    const double radius = there ? 2.6 : 2.2;
    painter.drawEllipse(QPointF(3 + pip_step * i, 5.5), radius, radius);
  }
}

void draw_chip(QPainter& painter, int width, const ChipColors& colors) {
  const QRectF area(0, 0, width, chip_height);
  painter.setPen(colors.outline == Token::none ? QPen(Qt::NoPen) : QPen(themed(colors.outline), 1));
  painter.setBrush(colors.fill == Token::none ? QBrush(Qt::NoBrush) : QBrush(themed(colors.fill)));
  painter.drawRoundedRect(colors.outline == Token::none ? area : area.adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
}

}  // namespace

CellPainter::CellPainter(QPainter& painter, CellCache& cache) : painter_(painter), cache_(cache) {}

void CellPainter::row(const QRect& area, bool selected) {
  painter_.fillRect(area, themed(selected ? Token::accent_soft : Token::base));
  painter_.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), themed(Token::line_1));
}

void CellPainter::selected_edge(const QRect& area) {
  painter_.fillRect(QRect(area.left(), area.top(), selected_edge_width, area.height()), themed(Token::accent));
}

void CellPainter::side(const QRect& area, bool left) {
  painter_.fillRect(QRect(left ? area.left() : area.right(), area.top(), 1, area.height() - 1), themed(Token::accent_line));
}

void CellPainter::cell(const QRect& area, BacklogColumn column, const CellContent& content, bool selected) {
  area_ = area;
  room_ = area.adjusted(padding, 0, -padding, -1);
  is_selected_ = selected;
  if (area.width() >= narrow) return this->content(column, content);
  painter_.save();
  painter_.setClipRect(area, Qt::IntersectClip);
  this->content(column, content);
  painter_.restore();
}

void CellPainter::content(BacklogColumn column, const CellContent& content) {
  switch (column) {
    case BacklogColumn::rank:
      return text(content.text, Qt::AlignRight, Token::text_3);
    case BacklogColumn::key:
      return text(content.text, Qt::AlignLeft, Token::text_3);
    case BacklogColumn::outcome:
      return chip(content.text, {Token::sunken, Token::none, Token::text_2});
    case BacklogColumn::kind:
      track(content.track);
      return text(content.text, Qt::AlignLeft, Token::text_2);
    case BacklogColumn::moscow:
      return moscow_chip(content.text, content.moscow);
    case BacklogColumn::allocation_class:
      if (content.class_role) swatch(views::class_tokens(*content.class_role).solid);
      return text(content.text, Qt::AlignLeft, Token::text_1);
    case BacklogColumn::confidence:
      if (content.exceeds_evidence) corner();
      pips(content.pips);
      return number(content.text);
    case BacklogColumn::effort:
      effort(content.effort);
      return number(content.text);
    case BacklogColumn::stage:
    case BacklogColumn::requester:
    case BacklogColumn::period:
    case BacklogColumn::tags:
    case BacklogColumn::earliest_start:
    case BacklogColumn::deadline:
      return text(content.text, Qt::AlignLeft, Token::text_2);
    default:
      if (!is_number(column)) return text(content.text, Qt::AlignLeft, Token::text_1);
      bar(content.bar);
      return number(content.text);
  }
}

double CellPainter::text_at(double x, const QRect& room, const CellCache::Text& text, Face face, Token color) {
  painter_.setFont(cache_.font(face));
  painter_.setPen(themed(color));
  painter_.drawStaticText(QPointF(x, room.top() + (room.height() - cache_.height(face)) / 2.0), text.laid_out);
  return text.width;
}

void CellPainter::text(const QString& text, Qt::AlignmentFlag across, Token color) {
  if (text.isEmpty() || room_.width() <= 0) return;
  const CellCache::Text& shown = cache_.text(text, room_.width(), Face::body);
  const double x = across == Qt::AlignRight ? room_.left() + room_.width() - shown.width : room_.left();
  text_at(x, room_, shown, Face::body, color);
}

void CellPainter::number(const QString& text) {
  const bool unknown = text == QString(QChar(0x2013));
  this->text(text, Qt::AlignRight, unknown ? Token::text_3 : Token::text_1);
}

void CellPainter::mark(quint64 number, QPoint at, QSize size, const std::function<void(QPainter&)>& draw) {
  painter_.drawPixmap(at, cache_.mark(number, size, draw));
}

void CellPainter::chip(const QString& text, const ChipColors& colors) {
  if (text.isEmpty() || room_.width() <= 2 * chip_padding) return;
  const CellCache::Text& shown = cache_.text(text, room_.width() - 2 * chip_padding, Face::chip);
  const int width = qRound(shown.width) + 2 * chip_padding;
  const QRect area(room_.left(), room_.top() + (room_.height() - chip_height) / 2, width, chip_height);
  const quint64 look = number_of(colors.fill) << 8 | number_of(colors.outline);
  mark(number_of(MarkKind::chip, look, static_cast<quint64>(width)), area.topLeft(), area.size(),
       [&](QPainter& painter) { draw_chip(painter, width, colors); });
  text_at(area.left() + (width - shown.width) / 2, area, shown, Face::chip, colors.text);
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

void CellPainter::swatch(Token color) {
  mark(number_of(MarkKind::swatch, number_of(color)), {room_.left(), room_.center().y() - 4}, {9, 9}, [&](QPainter& painter) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(themed(color));
    painter.drawRoundedRect(QRectF(0, 0, 9, 9), 2, 2);
  });
  room_.setLeft(room_.left() + 15);
}

void CellPainter::track(Track track) {
  mark(number_of(MarkKind::track, static_cast<quint64>(track)), {room_.left(), room_.center().y() - 6}, {13, 13},
       [&](QPainter& painter) { draw_track(painter, track); });
  room_.setLeft(room_.left() + 19);
}

void CellPainter::pips(int pips) {
  mark(number_of(MarkKind::pips, static_cast<quint64>(pips)), {room_.left(), room_.center().y() - 5}, {pips_room, 11},
       [&](QPainter& painter) { draw_pips(painter, pips); });
  room_.setLeft(room_.left() + pips_room);
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
  room_.setLeft(room_.left() + effort_room + 2);
}

void CellPainter::bar(double share) {
  if (share < 0) return;
  const double width = std::max(2.0, share * (area_.width() - padding));
  const QRectF area(area_.left() + padding / 2.0, room_.center().y() - bar_height / 2.0 + 0.5, width, bar_height);
  painter_.setRenderHint(QPainter::Antialiasing, true);
  painter_.setPen(Qt::NoPen);
  painter_.setBrush(themed(is_selected_ ? Token::bar_sel : Token::bar));
  painter_.drawRoundedRect(area, 2, 2);
  painter_.setRenderHint(QPainter::Antialiasing, false);
}

void CellPainter::corner() {
  mark(number_of(MarkKind::corner, 0), {area_.right() + 1 - corner_size, area_.top()}, {corner_size, corner_size},
       [](QPainter& painter) {
         painter.setPen(Qt::NoPen);
         painter.setBrush(themed(Token::warn));
         painter.drawPolygon(QPolygonF({QPointF(0, 0), QPointF(corner_size, 0), QPointF(corner_size, corner_size)}));
       });
}

void CellPainter::focus_box(const QRect& area) {
  painter_.setRenderHint(QPainter::Antialiasing, true);
  painter_.setPen(QPen(themed(Token::accent), 2));
  painter_.setBrush(Qt::NoBrush);
  painter_.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -2), 3, 3);
  painter_.setRenderHint(QPainter::Antialiasing, false);
}

void CellPainter::head(const QRect& area, const BacklogGroup& group, bool focused) {
  painter_.fillRect(area, themed(Token::chrome));
  painter_.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), themed(Token::line_2));
  area_ = area;
  room_ = area.adjusted(head_margin, 0, -head_margin, -1);
  icon(group.folded ? "right" : "down")
      .paint(&painter_, QRect(room_.left(), room_.center().y() - chevron_size / 2 + 1, chevron_size, chevron_size));
  room_.setLeft(room_.left() + chevron_size + 6);
  if (group.mark != Token::none) swatch(group.mark);
  double x = room_.left();
  const auto write = [&](const QString& text, Face face, Token color) {
    const int width = room_.right() - static_cast<int>(x);
    if (width > 0) x += text_at(x, room_, cache_.text(text, width, face), face, color) + head_gap;
  };
  write(group.title, Face::title, Token::text_1);
  for (const QString& figure : figures_of(group)) write(figure, Face::body, Token::text_2);
  if (focused) focus_box(area);
}

void CellPainter::drop_line(int left, int right, int y) {
  painter_.setRenderHint(QPainter::Antialiasing, true);
  painter_.setPen(QPen(themed(Token::accent), 2));
  painter_.setBrush(themed(Token::accent));
  painter_.drawLine(left, y, right, y);
  painter_.drawEllipse(QPointF(left + 3, y), 2, 2);
  painter_.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace tradewind::gui
