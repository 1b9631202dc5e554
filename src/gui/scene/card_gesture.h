// Dragging cards of a board to another column.
#pragma once
#include "gui/scene/scene_view.h"
#include "tradewind/views/board.h"

namespace tradewind::gui {

class CardGesture : public Gesture {
 public:
  struct Start {
    views::Rect card;
    views::Point press;
    QString title;  // of the card, or how many there are
    std::vector<views::Board::Column> columns;
  };
  /// `drop` makes the edit; it is not called for the column from which the card comes.
  CardGesture(Start start, std::function<void(const views::Board::Column&)> drop);

  void move(views::Point at) override;
  void release(views::Point at) override;
  void paint(QPainter& painter) const override;
  QString sentence() const override;
  bool is_allowed() const override;

  /// The column that the cards would go to.
  const views::Board::Column* target() const;

 private:
  const views::Board::Column* column_at(double x) const;

  Start start_;
  std::function<void(const views::Board::Column&)> drop_;
  views::Point at_;
};

}  // namespace tradewind::gui
