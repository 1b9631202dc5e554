// The heads of the backlog's columns: with several columns to sort by each shows its direction and its turn.
#pragma once
#include <QHeaderView>

namespace tradewind::gui {

class BacklogModel;
class BacklogTable;

class BacklogHeader : public QHeaderView {
  Q_OBJECT

 public:
  /// Lifetime: the model must outlive it.
  BacklogHeader(const BacklogModel& model, BacklogTable& table);

  /// As logicalIndexAt(), with key and title where they stand before the other columns.
  int section_at(const QPoint& point) const;

 protected:
  bool viewportEvent(QEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void paintSection(QPainter* painter, const QRect& rect, int logical) const override;

 private:
  /// -1 beside them.
  int name_at(const QPoint& point) const;

  const BacklogModel& model_;
  const BacklogTable& table_;
  int pressed_name_ = -1;
};

}  // namespace tradewind::gui
