#include "gui/backlog/backlog_header.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <utility>

#include "gui/backlog/backlog_model.h"
#include "gui/backlog/backlog_table.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {

BacklogHeader::BacklogHeader(const BacklogModel& model, BacklogTable& table)
    : QHeaderView(Qt::Horizontal, &table), model_(model), table_(table) {}

int BacklogHeader::name_at(const QPoint& point) const {
  for (const BacklogTable::NameColumn& name : table_.names_in_front())
    if (point.x() >= name.left && point.x() < name.left + name.width) return name.logical;
  return -1;
}

int BacklogHeader::section_at(const QPoint& point) const {
  const int name = name_at(point);
  return name >= 0 ? name : logicalIndexAt(point);
}

bool BacklogHeader::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QHeaderView::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const int name = name_at(help->pos());
  if (name < 0) return QHeaderView::viewportEvent(event);
  QToolTip::showText(help->globalPos(), meaning_of(static_cast<BacklogColumn>(name)), this);
  return true;
}

// What lies under key and title must not be moved, resized or sorted by in their place.
void BacklogHeader::mousePressEvent(QMouseEvent* event) {
  pressed_name_ = name_at(event->position().toPoint());
  if (pressed_name_ >= 0) return event->accept();
  QHeaderView::mousePressEvent(event);
}

void BacklogHeader::mouseMoveEvent(QMouseEvent* event) {
  if (pressed_name_ >= 0) return event->accept();
  if (event->buttons() == Qt::NoButton && name_at(event->position().toPoint()) >= 0) {
    unsetCursor();
    return event->accept();
  }
  QHeaderView::mouseMoveEvent(event);
}

void BacklogHeader::mouseReleaseEvent(QMouseEvent* event) {
  if (pressed_name_ < 0) return QHeaderView::mouseReleaseEvent(event);
  const int name = std::exchange(pressed_name_, -1);
  if (event->button() == Qt::LeftButton && name_at(event->position().toPoint()) == name) emit sectionClicked(name);
}

void BacklogHeader::mouseDoubleClickEvent(QMouseEvent* event) {
  pressed_name_ = name_at(event->position().toPoint());
  if (pressed_name_ < 0) QHeaderView::mouseDoubleClickEvent(event);
}

void BacklogHeader::paintEvent(QPaintEvent* event) {
  QHeaderView::paintEvent(event);
  QPainter painter(viewport());
  for (const BacklogTable::NameColumn& name : table_.names_in_front()) {
    const QRect area(name.left, 0, name.width, viewport()->height());
    painter.fillRect(area, themed(views::Token::panel));
    paintSection(&painter, area, name.logical);
  }
}

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
