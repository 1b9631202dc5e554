#include "gui/scene/edge_scroll.h"

#include <QScrollBar>
#include <algorithm>

namespace tradewind::gui {
namespace {

constexpr int edge = 28;          // pixels from the edge in which a drag scrolls
constexpr int frame = 16;         // milliseconds
constexpr int pixels_a_step = 3;  // the deeper in the edge, the more of them
constexpr int most_pixels = 24;   // in a step

/// Along one axis; negative towards its beginning.
int step_along(int at, int length, const QScrollBar& bar) {
  const int depth = at < edge ? at - edge : std::max(0, at - (length - edge));
  const int step = std::clamp(depth / pixels_a_step, -most_pixels, most_pixels);
  return std::clamp(step, bar.minimum() - bar.value(), bar.maximum() - bar.value());
}

}  // namespace

EdgeScroll::EdgeScroll(QAbstractScrollArea& area, std::function<void(QPoint)> scrolled)
    : area_(area), scrolled_(std::move(scrolled)) {
  timer_.setInterval(frame);
  QObject::connect(&timer_, &QTimer::timeout, &area, [this] { scroll(); });
}

QPoint EdgeScroll::step() const {
  const QSize room = area_.viewport()->size();
  return {step_along(pointer_.x(), room.width(), *area_.horizontalScrollBar()),
          step_along(pointer_.y(), room.height(), *area_.verticalScrollBar())};
}

void EdgeScroll::follow(QPoint pointer) {
  pointer_ = pointer;
  if (step().isNull())
    timer_.stop();
  else if (!timer_.isActive())
    timer_.start();
}

void EdgeScroll::scroll() {
  const QPoint by = step();
  if (by.isNull()) return timer_.stop();
  area_.horizontalScrollBar()->setValue(area_.horizontalScrollBar()->value() + by.x());
  area_.verticalScrollBar()->setValue(area_.verticalScrollBar()->value() + by.y());
  scrolled_(pointer_);
}

}  // namespace tradewind::gui
