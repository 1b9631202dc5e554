// A line of text that takes the room there is: what is too long ends in an ellipsis and is read in full on hover.
#pragma once
#include <QLabel>

namespace tradewind::gui {

class ElidedLabel : public QLabel {
 public:
  using QLabel::QLabel;

  void set_line(const QString& line);
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace tradewind::gui
