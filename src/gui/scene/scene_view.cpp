#include "gui/scene/scene_view.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <QThreadPool>
#include <algorithm>
#include <cmath>

#include "gui/scene/asking_measurer.h"
#include "gui/scene/drag_marks.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

constexpr double least_zoom = 0.5;
constexpr double most_zoom = 8;
constexpr int wheel_step = 60;    // pixels a notch
constexpr int outline_reach = 6;  // pixels that an outline lies beyond its shape at most

constexpr std::size_t many_shapes = 1000;  // take a moment, to paint and to free

void free_beside(LaidScene laid) {
  if (laid.scene.shapes.size() > many_shapes)
    QThreadPool::globalInstance()->start([old = std::move(laid)]() mutable { old = {}; });
}

}  // namespace

SceneView::SceneView(QWidget* parent)
    : QAbstractScrollArea(parent), edge_scroll_(*this, [this](QPoint pointer) {
        if (gesture_) move_gesture(drag_point(pointer));
      }) {
  setFocusPolicy(Qt::StrongFocus);
  setFrameShape(QFrame::NoFrame);
  viewport()->setMouseTracking(true);
  horizontalScrollBar()->setSingleStep(wheel_step);
  verticalScrollBar()->setSingleStep(wheel_step);
  connect(&Appearance::instance(), &Appearance::changed, this, [this] {
    forget_pixels();
    viewport()->update();
  });
  // The size may be another one by now.
  connect(&job_, &BackgroundJob::ended, this, [this] {
    if (layout_is_due_) viewport()->update();
  });
}

SceneView::~SceneView() = default;

void SceneView::set_layout(Layout layout) {
  layout_ = std::move(layout);
  refresh();
}

void SceneView::set_quick_layout(QuickLayout layout) {
  set_layout([layout = std::move(layout)](views::Size size) {
    return Work{[layout, size](const views::TextMeasurer& measurer) { return Made{layout(size, measurer), {}}; }};
  });
}

void SceneView::refresh() {
  layout_is_due_ = true;
  // A page that nobody sees lays out when it is shown.
  if (isVisible()) lay_out();
}

void SceneView::lay_out() {
  layout_is_due_ = false;
  if (!layout_) return;
  const views::Size size{viewport()->width() * zoom_, static_cast<double>(viewport()->height())};
  Work work = layout_(size);
  if (work.is_beside) return lay_out_beside(std::move(work));
  job_.stop();
  Made made = work.make(measurer_);
  if (made.show) made.show();
  LaidScene laid = laid_scene(std::move(made.scene));
  take(laid);
  free_beside(std::move(laid));
  middle_.reset();
}

void SceneView::lay_out_beside(Work work) {
  job_.start([this, work = std::move(work), wish = picture_wish()](const BackgroundJob::Run& run) {
    try {
      const paint::QtTextMeasurer measurer;
      Made made = work.make(AskingMeasurer(measurer, [&run] { return run.goes_on(); }));
      auto laid = std::make_shared<LaidScene>(laid_scene(std::move(made.scene)));
      if (!run.goes_on()) return;
      run.deliver([this, laid, picture = painted(wish, *laid, measurer), show = std::move(made.show)] {
        job_.stop();  // it has nothing more to tell: who hears of the scene finds none under way
        if (show) show();
        take(*laid, picture);
        free_beside(std::move(*laid));
      });
    } catch (const GivenUp&) {
      return;
    }
  });
}

ScenePicture SceneView::picture_wish() const {
  return {viewport()->size(), devicePixelRatioF(), scroll(), Appearance::instance().theme(), {}};
}

void SceneView::take(LaidScene& laid, ScenePicture picture) {
  std::swap(laid_, laid);
  forget_pixels();
  update_scroll_bars();
  if (middle_) horizontalScrollBar()->setValue(static_cast<int>(*middle_ * scene().size.width - viewport()->width() / 2.0));
  if (!layout_is_due_) middle_.reset();  // else for the next one, which is wider still
  if (!picture.pixels.isNull() && picture.fits(picture_wish())) pixels_.put(std::move(picture.pixels), picture.offset);
  setAccessibleName(QString::fromStdString(scene().title));
  viewport()->update();
  emit laid_out();
}

void SceneView::update_scroll_bars() {
  const QSize size = viewport()->size();
  const QPoint furthest = furthest_scroll(scene(), size);
  horizontalScrollBar()->setRange(0, furthest.x());
  verticalScrollBar()->setRange(0, furthest.y());
  horizontalScrollBar()->setPageStep(size.width());
  verticalScrollBar()->setPageStep(size.height());
}

void SceneView::set_zoom(double zoom) {
  zoom = std::clamp(zoom, least_zoom, most_zoom);
  if (zoom == zoom_ || !zoomable_) return;
  // Of several zooms in a row the first saw what is still shown.
  if (!middle_) middle_ = (horizontalScrollBar()->value() + viewport()->width() / 2.0) / std::max(1.0, scene().size.width);
  zoom_ = zoom;
  if (is_laying_out())
    layout_is_due_ = true;  // follows the one under way
  else
    lay_out();
}

void SceneView::set_selected(std::vector<MarkId> selected) {
  selected_ = std::move(selected);
  viewport()->update();
}

MarkId SceneView::mark_at(views::Point point) const {
  const views::Shape* shape = marked_shape_at(point);
  return shape != nullptr ? mark_id(shape->mark) : MarkId{};
}

void SceneView::set_current(const MarkId& mark) {
  current_ = mark;
  if (const MarkedShape* shape = find(mark)) {
    bring_into_view(shape->bounds);
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(static_cast<int>(shape - marks().data()));
    QAccessible::updateAccessibility(&event);
  }
  viewport()->update();
}

void SceneView::bring_into_view(const views::Rect& rect) {
  constexpr int margin = 24;
  const auto bring = [](QScrollBar* bar, double from, double to, int room, double covered) {
    const double first = from - margin - covered;
    if (first < bar->value())
      bar->setValue(static_cast<int>(first));
    else if (to + margin > bar->value() + room)
      bar->setValue(static_cast<int>(std::min(to + margin - room, first)));
  };
  const views::Frozen stays = frozen();
  if (rect.right() > stays.left || rect.y >= stays.bottom)
    bring(horizontalScrollBar(), rect.x, rect.right(), viewport()->width(), rect.y < stays.bottom ? stays.left : 0);
  if (rect.bottom() > stays.top) bring(verticalScrollBar(), rect.y, rect.bottom(), viewport()->height(), stays.top);
}

QPoint SceneView::scroll() const { return {horizontalScrollBar()->value(), verticalScrollBar()->value()}; }

QRect SceneView::on_viewport(views::Rect rect) const {
  const views::Frozen stays = frozen();
  const bool in_column = rect.right() <= stays.left && rect.y < stays.bottom;
  const bool in_head = rect.bottom() <= stays.top;
  return qt_rect(rect).translated(in_column ? 0 : -scroll().x(), in_head ? 0 : -scroll().y()).toAlignedRect();
}

views::Point SceneView::to_scene(QPoint position) const {
  QPoint offset = scroll();
  for (const ScenePane& pane : panes())
    if (pane.area.contains(position)) offset = pane.offset;
  const QPoint at = position + offset;
  return {static_cast<double>(at.x()), static_cast<double>(at.y())};
}

void SceneView::forget_pixels() {
  pixels_.forget();
  for (ScenePixels& pixels : frozen_pixels_) pixels.forget();
}

/// Around a shape; a line is drawn over.
void SceneView::paint_outline(QPainter& painter, const MarkedShape& shape, double distance) const {
  const auto* path = std::get_if<views::PathShape>(&scene().shapes[shape.shape].what);
  if (path != nullptr && !path->closed) {
    QPolygonF line;
    for (const views::Point point : path->points) line.append(QPointF(point.x, point.y));
    painter.drawPolyline(line);
  } else {
    painter.drawRoundedRect(qt_rect(shape.bounds).adjusted(-distance, -distance, distance, distance), 4, 4);
  }
}

void SceneView::paint_over(QPainter& painter, const ScenePane& pane, const QRegion& clip) const {
  painter.save();
  painter.setClipRegion(clip);
  painter.translate(-pane.offset);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(themed(views::Token::accent), 2));
  const QRectF seen =
      QRectF(pane.area.translated(pane.offset)).adjusted(-outline_reach, -outline_reach, outline_reach, outline_reach);
  for (const MarkId& mark : selected_)
    if (const MarkedShape* shape = find(mark); shape != nullptr && qt_rect(shape->bounds).intersects(seen))
      paint_outline(painter, *shape, 2);
  if (hasFocus())
    if (const MarkedShape* shape = find(current_)) {
      painter.setPen(QPen(themed(views::Token::accent), 1.5, Qt::DashLine));
      paint_outline(painter, *shape, 4);
    }
  if (overlay_) overlay_(painter);
  if (gesture_) gesture_->paint(painter);
  painter.restore();
}

void SceneView::paintEvent(QPaintEvent*) {
  if (layout_is_due_ && !is_laying_out()) lay_out();
  QPainter painter(viewport());
  const auto pixels_of = [this](ScenePixels& pixels, QPoint offset, QSize size) -> const QPixmap& {
    return pixels.at(offset, size, devicePixelRatioF(), [this, offset](QPainter& onto, const QRect& area) {
      paint_scene_part(onto, laid_, area, offset, measurer_, Appearance::instance().theme());
    });
  };
  painter.drawPixmap(0, 0, pixels_of(pixels_, scroll(), viewport()->size()));
  painter.setRenderHint(QPainter::Antialiasing);
  const std::vector<ScenePane> stay = panes();
  QRegion body(viewport()->rect());
  for (const ScenePane& pane : stay) body -= pane.area;
  paint_over(painter, {viewport()->rect(), scroll()}, body);
  for (std::size_t at = 0; at < stay.size(); ++at) {
    const ScenePane& pane = stay[at];
    painter.drawPixmap(pane.area.topLeft(), pixels_of(frozen_pixels_[at], pane.area.topLeft() + pane.offset, pane.area.size()));
    paint_over(painter, pane, pane.area);
  }
  // Keys go here, even though nothing in sight says so.
  if (const MarkedShape* shape = find(current_);
      hasFocus() && (shape == nullptr || !on_viewport(shape->bounds).intersects(viewport()->rect()))) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(themed(views::Token::accent), 2));
    painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
  }
}

void SceneView::hideEvent(QHideEvent* event) {
  QAbstractScrollArea::hideEvent(event);
  cancel_gesture();
  // A page that nobody sees holds no pixels, unless they took long.
  if (scene().shapes.size() <= many_shapes) forget_pixels();
}

void SceneView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  // One layout for all that moves before the next frame: panels beside it come and go together.
  layout_is_due_ = true;
  viewport()->update();
}

}  // namespace tradewind::gui
