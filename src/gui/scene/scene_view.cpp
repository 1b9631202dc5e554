#include "gui/scene/scene_view.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "gui/scene/drag_marks.h"
#include "gui/theme/appearance.h"
#include "tradewind/paint/scene_painter.h"

namespace tradewind::gui {
namespace {

constexpr double least_zoom = 0.5;
constexpr double most_zoom = 8;
constexpr int wheel_step = 60;  // pixels a notch

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
  connect(&Appearance::instance(), &Appearance::changed, this, [this] {
    pixels_.forget();
    viewport()->update();
  });
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
  index_ = SceneIndex(scene_);
  pixels_.forget();
  collect_marks();
  update_scroll_bars();
  setAccessibleName(QString::fromStdString(scene_.title));
  viewport()->update();
  emit laid_out();
}

void SceneView::collect_marks() {
  marks_.clear();
  for (std::size_t at = 0; at < scene_.shapes.size(); ++at) {
    const views::Shape& shape = scene_.shapes[at];
    if (can_be_current(shape.mark.kind))
      marks_.push_back({mark_id(shape.mark), views::bounds_of(shape), shape.mark.description, at});
  }
  // An item's bar and its label are one thing: the first shape stands for it.
  std::stable_sort(marks_.begin(), marks_.end(), [](const MarkedShape& a, const MarkedShape& b) { return a.mark < b.mark; });
  marks_.erase(
      std::unique(marks_.begin(), marks_.end(), [](const MarkedShape& a, const MarkedShape& b) { return a.mark == b.mark; }),
      marks_.end());
  std::stable_sort(marks_.begin(), marks_.end(), [](const MarkedShape& a, const MarkedShape& b) {
    return std::tie(a.bounds.y, a.bounds.x) < std::tie(b.bounds.y, b.bounds.x);
  });
  marks_by_id_.resize(marks_.size());
  std::iota(marks_by_id_.begin(), marks_by_id_.end(), std::size_t{0});
  std::sort(marks_by_id_.begin(), marks_by_id_.end(),
            [this](std::size_t a, std::size_t b) { return marks_[a].mark < marks_[b].mark; });
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
  if (zoom == zoom_ || !zoomable_) return;
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
  const auto at = std::lower_bound(marks_by_id_.begin(), marks_by_id_.end(), mark,
                                   [this](std::size_t place, const MarkId& wanted) { return marks_[place].mark < wanted; });
  return at == marks_by_id_.end() || marks_[*at].mark != mark ? nullptr : &marks_[*at];
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
    event.setChild(static_cast<int>(shape - marks_.data()));
    QAccessible::updateAccessibility(&event);
  }
  viewport()->update();
}

void SceneView::bring_into_view(const views::Rect& rect) {
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

void SceneView::paint_scene_part(QPainter& painter, const QRect& area) const {
  const QPoint offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
  painter.fillRect(area, themed(scene_.background));
  painter.translate(-offset);
  const QRectF seen = QRectF(area).translated(offset);
  views::Scene part;
  for (const std::uint32_t at : index_.shapes_in({seen.x(), seen.y(), seen.width(), seen.height()}))
    part.shapes.push_back({scene_.shapes[at].what, {}});
  paint::PaintOptions options;
  options.theme = Appearance::instance().theme();
  options.background = false;
  paint::paint_scene(painter, part, measurer_, options);
}

/// Around a shape; a line is drawn over.
void SceneView::paint_outline(QPainter& painter, const MarkedShape& shape, double distance) const {
  const auto* path = std::get_if<views::PathShape>(&scene_.shapes[shape.shape].what);
  if (path != nullptr && !path->closed) {
    QPolygonF line;
    for (const views::Point point : path->points) line.append(QPointF(point.x, point.y));
    painter.drawPolyline(line);
  } else {
    painter.drawRoundedRect(qt_rect(shape.bounds).adjusted(-distance, -distance, distance, distance), 4, 4);
  }
}

void SceneView::paintEvent(QPaintEvent*) {
  if (layout_is_due_) lay_out();
  QPainter painter(viewport());
  const QPoint offset(horizontalScrollBar()->value(), verticalScrollBar()->value());
  painter.drawPixmap(0, 0, pixels_.at(offset, viewport()->size(), devicePixelRatioF(), [this](QPainter& onto, const QRect& area) {
    paint_scene_part(onto, area);
  }));
  painter.translate(-offset);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(themed(views::Token::accent), 2));
  for (const MarkId& mark : selected_)
    if (const MarkedShape* shape = find(mark)) paint_outline(painter, *shape, 2);
  if (hasFocus())
    if (const MarkedShape* shape = find(current_)) {
      painter.setPen(QPen(themed(views::Token::accent), 1.5, Qt::DashLine));
      paint_outline(painter, *shape, 4);
    }
  if (overlay_) overlay_(painter);
  if (gesture_) gesture_->paint(painter);
}

void SceneView::hideEvent(QHideEvent* event) {
  QAbstractScrollArea::hideEvent(event);
  cancel_gesture();
  pixels_.forget();  // a page that nobody sees holds no pixels
}

void SceneView::resizeEvent(QResizeEvent* event) {
  QAbstractScrollArea::resizeEvent(event);
  // One layout for all that moves before the next frame: panels beside it come and go together.
  layout_is_due_ = true;
  viewport()->update();
}

}  // namespace tradewind::gui
