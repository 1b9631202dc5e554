#include "gui/scene/scene_view.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

#include "gui/theme/appearance.h"
#include "tradewind/paint/scene_painter.h"

namespace tradewind::gui {
namespace {

constexpr double least_zoom = 0.5;
constexpr double most_zoom = 8;
constexpr int wheel_step = 60;  // pixels a notch

MarkId id_of(const views::Mark& mark) { return {mark.kind, mark.id, mark.second}; }
QRectF qt_rect(const views::Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

/// What the keyboard goes through: things, not lanes and axes.
bool can_be_current(views::MarkKind kind) {
  return kind == views::MarkKind::item || kind == views::MarkKind::outcome || kind == views::MarkKind::milestone ||
         kind == views::MarkKind::dependency || kind == views::MarkKind::team_period || kind == views::MarkKind::time_week;
}

}  // namespace

SceneView::SceneView(QWidget* parent) : QAbstractScrollArea(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  viewport()->setMouseTracking(true);
  horizontalScrollBar()->setSingleStep(wheel_step);
  verticalScrollBar()->setSingleStep(wheel_step);
  connect(&Appearance::instance(), &Appearance::changed, viewport(), QOverload<>::of(&QWidget::update));
}

SceneView::~SceneView() = default;

void SceneView::set_layout(Layout layout) {
  layout_ = std::move(layout);
  refresh();
}

void SceneView::refresh() {
  layout_is_due_ = true;
  // A page that nobody sees lays out when it is shown.
  if (isVisible()) lay_out();
}

void SceneView::lay_out() {
  layout_is_due_ = false;
  if (!layout_) return;
  const QSize size = viewport()->size();
  scene_ = layout_({size.width() * zoom_, static_cast<double>(size.height())}, measurer_);
  collect_marks();
  update_scroll_bars();
  setAccessibleName(QString::fromStdString(scene_.title));
  viewport()->update();
  emit laid_out();
}

void SceneView::collect_marks() {
  marks_.clear();
  for (const views::Shape& shape : scene_.shapes) {
    if (!can_be_current(shape.mark.kind)) continue;
    const MarkId mark = id_of(shape.mark);
    // An item's bar and its label are one thing; neighbours in the list of shapes are seen first, the rest by sorting.
    marks_.push_back({mark, views::bounds_of(shape), shape.mark.description});
  }
  const auto less = [](const MarkId& a, const MarkId& b) {
    return std::tie(a.kind, a.id, a.second) < std::tie(b.kind, b.id, b.second);
  };
  std::stable_sort(marks_.begin(), marks_.end(),
                   [&](const MarkedShape& a, const MarkedShape& b) { return less(a.mark, b.mark); });
  marks_.erase(
      std::unique(marks_.begin(), marks_.end(), [](const MarkedShape& a, const MarkedShape& b) { return a.mark == b.mark; }),
      marks_.end());
  std::stable_sort(marks_.begin(), marks_.end(), [](const MarkedShape& a, const MarkedShape& b) {
    return std::tie(a.bounds.y, a.bounds.x) < std::tie(b.bounds.y, b.bounds.x);
  });
}

void SceneView::update_scroll_bars() {
  const QSize size = viewport()->size();
  const auto over = [](double content, int room) { return std::max(0, static_cast<int>(std::ceil(content)) - room); };
  horizontalScrollBar()->setRange(0, over(scene_.size.width, size.width()));
  verticalScrollBar()->setRange(0, over(scene_.size.height, size.height()));
  horizontalScrollBar()->setPageStep(size.width());
  verticalScrollBar()->setPageStep(size.height());
}

void SceneView::set_zoom(double zoom) {
  zoom = std::clamp(zoom, least_zoom, most_zoom);
  if (zoom == zoom_) return;
  // The middle of what is seen stays in the middle.
  const double middle = (horizontalScrollBar()->value() + viewport()->width() / 2.0) / std::max(1.0, scene_.size.width);
  zoom_ = zoom;
  lay_out();
  horizontalScrollBar()->setValue(static_cast<int>(middle * scene_.size.width - viewport()->width() / 2.0));
}

void SceneView::set_selected(std::vector<MarkId> selected) {
  selected_ = std::move(selected);
  viewport()->update();
}

const SceneView::MarkedShape* SceneView::find(const MarkId& mark) const {
  const auto found = std::find_if(marks_.begin(), marks_.end(), [&](const MarkedShape& one) { return one.mark == mark; });
  return found == marks_.end() ? nullptr : &*found;
}

void SceneView::set_current(const MarkId& mark) {
  current_ = mark;
  if (const MarkedShape* shape = find(mark)) {
    show(shape->bounds);
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(static_cast<int>(shape - marks_.data()));
    QAccessible::updateAccessibility(&event);
  }
  viewport()->update();
}

void SceneView::show(const views::Rect& rect) {
  constexpr int margin = 24;
  const auto bring = [](QScrollBar* bar, double from, double to, int room) {
    if (from - margin < bar->value())
      bar->setValue(static_cast<int>(from) - margin);
    else if (to + margin > bar->value() + room)
      bar->setValue(static_cast<int>(std::min(to + margin - room, from - margin)));
  };
  bring(horizontalScrollBar(), rect.x, rect.right(), viewport()->width());
  bring(verticalScrollBar(), rect.y, rect.bottom(), viewport()->height());
}

QRect SceneView::on_viewport(views::Rect rect) const {
  return qt_rect(rect).translated(-horizontalScrollBar()->value(), -verticalScrollBar()->value()).toAlignedRect();
}

views::Point SceneView::to_scene(QPoint position) const {
  return {static_cast<double>(position.x() + horizontalScrollBar()->value()),
          static_cast<double>(position.y() + verticalScrollBar()->value())};
}

const views::Shape* SceneView::marked_shape_at(views::Point point) const { return views::shape_at(scene_, point); }

void SceneView::paintEvent(QPaintEvent* event) {
  if (layout_is_due_) lay_out();
  QPainter painter(viewport());
  const QPointF offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
  painter.fillRect(event->rect(), themed(scene_.background));
  painter.translate(-offset);
  paint::PaintOptions options;
  options.theme = Appearance::instance().theme();
  options.background = false;
  options.visible = QRectF(event->rect()).translated(offset);
  paint::paint_scene(painter, scene_, measurer_, options);

  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (const MarkId& mark : selected_)
    if (const MarkedShape* shape = find(mark)) {
      painter.setPen(QPen(themed(views::Token::accent), 2));
      painter.drawRoundedRect(qt_rect(shape->bounds).adjusted(-2, -2, 2, 2), 4, 4);
    }
  if (hasFocus())
    if (const MarkedShape* shape = find(current_)) {
      painter.setPen(QPen(themed(views::Token::accent), 1.5, Qt::DashLine));
      painter.drawRoundedRect(qt_rect(shape->bounds).adjusted(-4, -4, 4, 4), 5, 5);
    }
  if (gesture_) gesture_->paint(painter);
}

void SceneView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  refresh();
}

void SceneView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::RightButton) return;
  press_position_ = event->pos();
  scroll_at_press_ = {horizontalScrollBar()->value(), verticalScrollBar()->value()};
  panning_ = event->button() == Qt::MiddleButton;
  pressed_ = event->button() == Qt::LeftButton;
  const views::Shape* shape = marked_shape_at(to_scene(event->pos()));
  press_mark_ = shape != nullptr ? id_of(shape->mark) : MarkId{};
}

void SceneView::mouseMoveEvent(QMouseEvent* event) {
  if (panning_) {
    const QPoint moved = event->pos() - press_position_;
    horizontalScrollBar()->setValue(scroll_at_press_.x() - moved.x());
    verticalScrollBar()->setValue(scroll_at_press_.y() - moved.y());
    return;
  }
  if (gesture_) {
    gesture_->move(to_scene(event->pos()));
    viewport()->update();
    return;
  }
  if (pressed_ && start_gesture_ && press_mark_.kind != views::MarkKind::none &&
      (event->pos() - press_position_).manhattanLength() >= QApplication::startDragDistance()) {
    const views::Point press = to_scene(press_position_);
    if (const views::Shape* shape = marked_shape_at(press))
      gesture_ = start_gesture_(press_mark_, views::bounds_of(*shape), press);
    pressed_ = gesture_ != nullptr;
    if (gesture_) {
      gesture_->move(to_scene(event->pos()));
      viewport()->update();
    }
    return;
  }
  const views::Shape* shape = marked_shape_at(to_scene(event->pos()));
  viewport()->setCursor(shape != nullptr && shape->mark.kind == views::MarkKind::item ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void SceneView::mouseReleaseEvent(QMouseEvent* event) {
  panning_ = false;
  if (gesture_) {
    // Taken out first: the edit refreshes this view.
    const std::unique_ptr<Gesture> gesture = std::move(gesture_);
    pressed_ = false;
    gesture->release(to_scene(event->pos()));
    viewport()->update();
    return;
  }
  if (!pressed_) return;
  pressed_ = false;
  if (press_mark_.kind != views::MarkKind::none) set_current(press_mark_);
  emit clicked(press_mark_, event->modifiers());
}

void SceneView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (const views::Shape* shape = marked_shape_at(to_scene(event->pos()))) emit activated(id_of(shape->mark));
}

void SceneView::wheelEvent(QWheelEvent* event) {
  if ((event->modifiers() & Qt::ControlModifier) != 0) {
    set_zoom(zoom_ * std::pow(1.0015, event->angleDelta().y()));
    event->accept();
    return;
  }
  QAbstractScrollArea::wheelEvent(event);
}

void SceneView::move_current(int dx, int dy) {
  const MarkedShape* from = find(current_);
  if (from == nullptr) {
    if (!marks_.empty()) set_current(marks_.front().mark);
    return;
  }
  // The nearest in that direction; what lies off to the side counts three times.
  const views::Point origin = from->bounds.centre();
  const MarkedShape* best = nullptr;
  double least = 0;
  for (const MarkedShape& one : marks_) {
    const views::Point centre = one.bounds.centre();
    const double along = (centre.x - origin.x) * dx + (centre.y - origin.y) * dy;
    if (along <= 1) continue;
    const double aside = std::abs((centre.x - origin.x) * dy) + std::abs((centre.y - origin.y) * dx);
    const double distance = along + 3 * aside;
    if (best == nullptr || distance < least) {
      best = &one;
      least = distance;
    }
  }
  if (best != nullptr) set_current(best->mark);
}

void SceneView::cancel_gesture() {
  gesture_.reset();
  pressed_ = false;
  viewport()->update();
}

void SceneView::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      if (!gesture_) break;
      return cancel_gesture();
    case Qt::Key_Left:
      return move_current(-1, 0);
    case Qt::Key_Right:
      return move_current(1, 0);
    case Qt::Key_Up:
      return move_current(0, -1);
    case Qt::Key_Down:
      return move_current(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (find(current_) != nullptr) emit activated(current_);
      return;
    case Qt::Key_Space:
      if (find(current_) != nullptr) emit clicked(current_, event->modifiers());
      return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      return set_zoom(zoom_ * 1.25);
    case Qt::Key_Minus:
      return set_zoom(zoom_ / 1.25);
    default:
      break;
  }
  QAbstractScrollArea::keyPressEvent(event);
}

void SceneView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}
void SceneView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  viewport()->update();
}

bool SceneView::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  const views::Shape* shape = marked_shape_at(to_scene(help->pos()));
  if (shape == nullptr || shape->mark.description.empty() || gesture_)
    QToolTip::hideText();
  else
    QToolTip::showText(help->globalPos(), QString::fromStdString(shape->mark.description), viewport(),
                       on_viewport(views::bounds_of(*shape)));
  return true;
}

}  // namespace tradewind::gui
