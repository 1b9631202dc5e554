// Dragging a bubble of the matrix: effort and impact follow.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/document.h"
#include "tradewind/views/matrix.h"

namespace tradewind::gui {

/// What the factors become where the bubble is let go: effort in half person-weeks (at least a half), impact on the RICE
/// scale so that impact × confidence comes nearest.
struct BubbleMove {
  double effort = 0;
  double impact = 0;
};
BubbleMove factors_at(const views::Matrix::Plot& plot, views::Point at, OptionalNumber confidence);

/// One edit; none where nothing would be different.
void change_factors(Document& document, ItemId item, const BubbleMove& move);

class BubbleGesture : public Gesture {
 public:
  BubbleGesture(Document& document, ItemId item, const views::Matrix::Plot& plot, views::Rect bubble, views::Point press);

  void move(views::Point at) override;
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;

 private:
  Document* document_;
  ItemId item_;
  views::Matrix::Plot plot_;
  views::Rect bubble_;
  views::Point grip_;  // from the press to the middle of the bubble
  views::Point centre_;
  BubbleMove now_;
  bool moved_ = false;
};

}  // namespace tradewind::gui
