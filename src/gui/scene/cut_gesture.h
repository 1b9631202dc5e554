// Dragging one of the lines between the quadrants of the matrix.
#pragma once
#include "gui/scene/scene_view.h"
#include "gui/shell/document.h"
#include "tradewind/views/matrix.h"

namespace tradewind::gui {

/// Moves the line to the value, or back to the median where there is none. One edit.
void set_cut(Document& document, views::MatrixLine line, OptionalNumber value);
/// Effort in half person-weeks, impact in steps of 0.05; never 0, which would mean the median.
double rounded_cut(views::MatrixLine line, double value);

class CutGesture : public Gesture {
 public:
  CutGesture(Document& document, views::MatrixLine line, const views::Matrix::Plot& plot);

  void move(views::Point at) override;
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;
  QString sentence() const override;

 private:
  Document* document_;
  views::MatrixLine line_;
  views::Matrix::Plot plot_;
  OptionalNumber value_;
};

}  // namespace tradewind::gui
