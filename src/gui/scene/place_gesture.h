// Dragging items that have no place yet into a period of the timeline.
#pragma once
#include <functional>

#include "gui/scene/work_gesture.h"
#include "gui/shell/document.h"
#include "tradewind/views/timeline.h"

namespace tradewind::gui {

class PlaceGesture : public WorkGesture {
 public:
  struct Start {
    std::vector<ItemId> items;
    PeriodKind period_kind = PeriodKind::quarter;  // of the roadmap
    views::TimeAxis axis;
    views::Rect area;  // where may be let go: the lanes, and the ground under them
  };
  /// `place` makes the edit. REQUIRES: the document is not edited while the gesture runs.
  PlaceGesture(const Document& document, Start start, std::function<void(PeriodId)> place);

  void move(views::Point at) override;
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;
  QString sentence() const override;
  bool is_allowed() const override { return target_ != nullptr; }
  std::vector<WorkChange> work_changes() const override;

 private:
  const Document* document_;
  Start start_;
  std::function<void(PeriodId)> place_;
  QString name_;  // of the item, or how many there are
  const Period* target_ = nullptr;
  views::Point at_;
};

}  // namespace tradewind::gui
