// A rectangle drawn on empty ground: what has its middle inside is selected.
#pragma once
#include "gui/scene/scene_view.h"

namespace tradewind::gui {

class LassoGesture : public Gesture {
 public:
  using Take = std::function<void(const std::vector<MarkId>&)>;
  /// `take` gets the marks of that kind inside when the button is let go; nothing is selected before.
  LassoGesture(const SceneView& view, views::MarkKind kind, views::Point press, Take take);

  void move(views::Point at) override { at_ = at; }
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;
  QString sentence() const override;

 private:
  views::Rect area() const;
  std::vector<const SceneView::MarkedShape*> inside() const;

  const SceneView* view_;
  views::MarkKind kind_;
  views::Point press_;
  views::Point at_;
  Take take_;
};

}  // namespace tradewind::gui
