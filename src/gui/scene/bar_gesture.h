// Dragging a bar of the timeline: along the time axis, to another lane, or one of its ends.
#pragma once
#include "gui/scene/lane_move.h"
#include "gui/scene/scene_view.h"
#include "gui/scene/work_gesture.h"
#include "gui/shell/document.h"
#include "tradewind/views/timeline.h"

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

class BarGesture : public WorkGesture {
 public:
  /// Another selected bar, which goes along by as many days.
  struct Companion {
    Placement placement;
    views::Rect bar;
  };
  struct Start {
    Placement placement;
    BarPart part = BarPart::whole;
    views::Rect bar;
    views::Point press;
    LaneRule rule = LaneRule::outcome;
    std::vector<views::TimelinePlan::Lane> lanes;
    views::TimeAxis axis;
    std::vector<Companion> companions;  // with them only the time changes, not the lane. REQUIRES: they have spans
  };
  /// `refuse` is told why a drop changed nothing. REQUIRES: the placement has a span (span_of).
  BarGesture(Document& document, Start start, std::function<void(const QString&)> refuse);

  void move(views::Point at) override;
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;
  QString sentence() const override;
  bool is_allowed() const override { return refusal_.isEmpty(); }

  /// Of each item: its placements moved, and of the dragged one the estimates of another lane.
  std::vector<WorkChange> work_changes() const override;

 private:
  const views::TimelinePlan::Lane* lane_at(double y) const;
  /// All placements as they would be, that of the dragged bar first.
  std::vector<Placement> moved() const;
  QString title() const;
  QRectF rect_of(const Span& span, const views::Rect& bar) const;

  Document* document_;
  Start start_;
  std::function<void(const QString&)> refuse_;
  BarMove now_;
  LaneMove lane_move_;
  const views::TimelinePlan::Lane* lane_ = nullptr;  // into start_.lanes: where it is held over
  QString refusal_;
};

}  // namespace tradewind::gui
