// Mouse and keyboard of a drawn view: clicks, gestures, going from mark to mark, zooming.
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

#include "gui/scene/scene_view.h"

namespace tradewind::gui {

void SceneView::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::RightButton) return;
  if (gesture_ && by_keyboard_) return release_gesture(to_scene(event->pos()));
  press_position_ = event->pos();
  press_modifiers_ = event->modifiers();
  scroll_at_press_ = scroll();
  panning_ = event->button() == Qt::MiddleButton;
  pressed_ = event->button() == Qt::LeftButton;
  may_start_ = pressed_ && start_gesture_ != nullptr;
  press_mark_ = mark_at(to_scene(event->pos()));
  drags_in_head_ = to_scene(event->pos()).y < frozen().top;
}

void SceneView::mouseMoveEvent(QMouseEvent* event) {
  if (panning_) {
    const QPoint moved = event->pos() - press_position_;
    horizontalScrollBar()->setValue(scroll_at_press_.x() - moved.x());
    verticalScrollBar()->setValue(scroll_at_press_.y() - moved.y());
    return;
  }
  if (may_start_ && (event->pos() - press_position_).manhattanLength() >= QApplication::startDragDistance())
    start_gesture_at_press();
  if (gesture_) {
    if (by_keyboard_) return;
    move_gesture(drag_point(event->pos()));
    if (gesture_) edge_scroll_.follow(event->pos());
    return;
  }
  if (!pressed_) set_cursor_at(event->pos());
}

void SceneView::set_cursor_at(QPoint position) {
  const views::Point at = to_scene(position);
  const MarkId mark = mark_at(at);
  viewport()->setCursor(hover_                               ? hover_(mark, at)
                        : mark.kind == views::MarkKind::item ? Qt::PointingHandCursor
                                                             : Qt::ArrowCursor);
}

void SceneView::start_gesture_at_press() {
  may_start_ = false;
  const views::Point press = to_scene(press_position_);
  const views::Shape* shape = marked_shape_at(press);
  gesture_ = start_gesture_(press_mark_, shape != nullptr ? views::bounds_of(*shape) : views::Rect{}, press);
  by_keyboard_ = false;
  // What cannot be dragged was not clicked either; on the ground a hand may tremble.
  pressed_ = gesture_ != nullptr || press_mark_.kind == views::MarkKind::none;
}

void SceneView::begin_keyboard_gesture(std::unique_ptr<Gesture> gesture) {
  cancel_gesture();
  gesture_ = std::move(gesture);
  by_keyboard_ = true;
  viewport()->update();
  emit gesture_changed();
}

void SceneView::begin_gesture_from_outside(std::unique_ptr<Gesture> gesture) {
  cancel_gesture();
  gesture_ = std::move(gesture);
}

void SceneView::move_gesture_from_outside(QPoint on_screen) {
  if (gesture_) move_gesture(to_scene(viewport()->mapFromGlobal(on_screen)));
}

void SceneView::end_gesture_from_outside(QPoint on_screen) {
  const QPoint at = viewport()->mapFromGlobal(on_screen);
  if (gesture_ && viewport()->rect().contains(at))
    release_gesture(to_scene(at));
  else
    cancel_gesture();
}

views::Point SceneView::drag_point(QPoint position) const {
  return {static_cast<double>(position.x() + scroll().x()),
          static_cast<double>(position.y() + (drags_in_head_ ? 0 : scroll().y()))};
}

void SceneView::move_gesture(views::Point at) {
  gesture_->move(at);
  viewport()->setCursor(gesture_->is_allowed() ? Qt::ClosedHandCursor : Qt::ForbiddenCursor);
  viewport()->update();
  emit gesture_changed();
}

void SceneView::release_gesture(views::Point at) {
  edge_scroll_.stop();
  // Taken out first: the edit refreshes this view.
  const std::unique_ptr<Gesture> gesture = std::move(gesture_);
  pressed_ = false;
  by_keyboard_ = false;
  gesture->release(at);
  viewport()->unsetCursor();
  viewport()->update();
  emit gesture_changed();
}

void SceneView::cancel_gesture() {
  edge_scroll_.stop();
  pressed_ = false;
  by_keyboard_ = false;
  may_start_ = false;
  if (!gesture_) return;
  gesture_.reset();
  viewport()->unsetCursor();
  viewport()->update();
  emit gesture_changed();
}

void SceneView::mouseReleaseEvent(QMouseEvent* event) {
  panning_ = false;
  may_start_ = false;
  if (gesture_ && !by_keyboard_) return release_gesture(drag_point(event->pos()));
  if (!pressed_) return;
  pressed_ = false;
  if (press_mark_.kind != views::MarkKind::none) set_current(press_mark_);
  emit clicked(press_mark_, event->modifiers());
}

void SceneView::mouseDoubleClickEvent(QMouseEvent* event) {
  const views::Point at = to_scene(event->pos());
  const MarkId mark = mark_at(at);
  if (mark.kind != views::MarkKind::none)
    emit activated(mark);
  else
    emit ground_activated(at);
}

void SceneView::wheelEvent(QWheelEvent* event) {
  if (zoomable_ && (event->modifiers() & Qt::ControlModifier) != 0) {
    set_zoom(zoom_ * std::pow(1.0015, event->angleDelta().y()));
    event->accept();
    return;
  }
  QAbstractScrollArea::wheelEvent(event);
}

void SceneView::move_current(int dx, int dy) {
  const MarkedShape* from = find(current_);
  if (from == nullptr) {
    if (!marks().empty()) set_current(marks().front().mark);
    return;
  }
  // The nearest in that direction; what lies off to the side counts three times.
  const views::Point origin = from->bounds.centre();
  const MarkedShape* best = nullptr;
  double least = 0;
  for (const MarkedShape& one : marks()) {
    if (gesture_ && !gesture_->takes(one.mark)) continue;
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

void SceneView::step_current(int step) {
  const MarkedShape* from = find(current_);
  const int count = static_cast<int>(marks().size());
  int at = from != nullptr ? static_cast<int>(from - marks().data()) : step > 0 ? -1 : count;
  for (at += step; at >= 0 && at < count; at += step)
    if (const MarkId mark = marks()[static_cast<std::size_t>(at)].mark; !gesture_ || gesture_->takes(mark))
      return set_current(mark);
}

bool SceneView::go(SceneKey key) {
  switch (key) {
    case SceneKey::left:
      move_current(-1, 0);
      return true;
    case SceneKey::right:
      move_current(1, 0);
      return true;
    case SceneKey::up:
      move_current(0, -1);
      return true;
    case SceneKey::down:
      move_current(0, 1);
      return true;
    default:
      return false;
  }
}

/// While a drag goes by keyboard: keys move it, let go or cancel.
bool SceneView::key_of_gesture(std::optional<SceneKey> key) {
  if (key == SceneKey::cancel) {
    cancel_gesture();
    return true;
  }
  if (!by_keyboard_) return true;
  if (!key) return false;
  if (go(*key)) {
    move_gesture_to_current();
    return true;
  }
  if (*key != SceneKey::open) return false;
  if (const MarkedShape* shape = find(current_)) release_gesture(shape->bounds.centre());
  return true;
}

void SceneView::move_gesture_to_current() {
  if (const MarkedShape* shape = find(current_)) move_gesture(shape->bounds.centre());
}

bool SceneView::focusNextPrevChild(bool next) {
  if (!gesture_ || !by_keyboard_) return QAbstractScrollArea::focusNextPrevChild(next);
  step_current(next ? 1 : -1);
  move_gesture_to_current();
  return true;
}

std::vector<DescribedKeys> SceneView::keys() const {
  using enum SceneKey;
  std::vector<DescribedKeys> keys{{tr("Go from one to the next"), names_of({left, right, up, down})},
                                  {tr("Select where the keyboard is"), names_of({choose})}};
  if (isSignalConnected(QMetaMethod::fromSignal(&SceneView::activated)))
    keys.push_back({tr("Open where the keyboard is"), names_of({open})});
  if (start_gesture_ != nullptr) keys.push_back({tr("Cancel a drag"), names_of({cancel})});
  if (zoomable_) keys.push_back({tr("Zoom in, out, back"), names_of({zoom_in, zoom_out, no_zoom})});
  return keys;
}

void SceneView::keyPressEvent(QKeyEvent* event) {
  const std::optional<SceneKey> key = scene_key(*event);
  if (gesture_) {
    if (!key_of_gesture(key)) event->ignore();
    return;
  }
  if (key_handler_ && key_handler_(*event)) return;
  if (!key || *key == SceneKey::cancel) return QAbstractScrollArea::keyPressEvent(event);
  if (go(*key)) return;
  switch (*key) {
    case SceneKey::open:
      if (find(current_) != nullptr) emit activated(current_);
      return;
    case SceneKey::choose:
      if (find(current_) != nullptr) emit clicked(current_, event->modifiers());
      return;
    case SceneKey::zoom_in:
      return set_zoom(zoom_ * zoom_step);
    case SceneKey::zoom_out:
      return set_zoom(zoom_ / zoom_step);
    default:
      return set_zoom(1);
  }
}

void SceneView::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}
void SceneView::focusOutEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusOutEvent(event);
  if (by_keyboard_) cancel_gesture();
  viewport()->update();
}

bool SceneView::viewportEvent(QEvent* event) {
  if (event->type() == QEvent::Leave && hover_ && !gesture_) hover_({}, std::nullopt);
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
