// Dragging a bar of the timeline: along the time axis, or one of its ends.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/document.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/views/axis.h"

namespace tradewind::gui {

enum class BarPart { whole, beginning, end };

/// Which part of a bar lies under a press; short bars have no ends to grab.
BarPart part_of_bar(views::Rect bar, views::Point press);

/// Where a placement would lie after a drag by `dx` pixels: whole weeks; a placement in a period moves to the period under
/// the pointer. The result is the placement to store.
struct BarMove {
  Placement placement;
  Span span;
};
BarMove moved_placement(const Portfolio& portfolio, const Placement& placement, BarPart part, const views::TimeAxis& axis,
                        double press_x, double now_x);

class BarGesture : public Gesture {
 public:
  /// REQUIRES: the placement has a span (span_of).
  BarGesture(Document& document, const Placement& placement, BarPart part, const views::TimeAxis& axis, views::Rect bar,
             views::Point press);

  void move(views::Point at) override;
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;

 private:
  Document* document_;
  Placement before_;
  BarPart part_;
  views::TimeAxis axis_;
  views::Rect bar_;
  views::Point press_;
  BarMove now_;
};

}  // namespace tradewind::gui
