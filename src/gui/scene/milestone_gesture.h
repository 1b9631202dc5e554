// Dragging a milestone to another day.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/document.h"
#include "tradewind/views/axis.h"

namespace tradewind::gui {

class MilestoneGesture : public Gesture {
 public:
  MilestoneGesture(Document& document, const Milestone& milestone, const views::TimeAxis& axis, views::Rect diamond,
                   views::Point press);

  void move(views::Point at) override;
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;
  QString sentence() const override;

 private:
  Document* document_;
  Milestone milestone_;
  views::TimeAxis axis_;
  views::Rect diamond_;
  views::Point press_;
  Date date_;
};

}  // namespace tradewind::gui
