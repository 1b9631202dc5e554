// While something is dragged along the edge of a view, the view scrolls on.
#pragma once
#include <QAbstractScrollArea>
#include <QTimer>
#include <functional>

namespace tradewind::gui {

class EdgeScroll {
 public:
  /// `scrolled` is told after each step. REQUIRES: the area outlives it.
  EdgeScroll(QAbstractScrollArea& area, std::function<void(QPoint pointer)> scrolled);

  /// The pointer of a drag is there, in coordinates of the viewport.
  void follow(QPoint pointer);
  void stop() { timer_.stop(); }

 private:
  QPoint step() const;
  void scroll();

  QAbstractScrollArea& area_;
  std::function<void(QPoint)> scrolled_;
  QPoint pointer_;
  QTimer timer_;
};

}  // namespace tradewind::gui
