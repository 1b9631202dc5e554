// The heads of the backlog's columns: with several columns to sort by each shows its direction and its turn.
#pragma once
#include <QHeaderView>

namespace tradewind::gui {

class BacklogModel;

class BacklogHeader : public QHeaderView {
  Q_OBJECT

 public:
  /// Lifetime: the model must outlive it.
  explicit BacklogHeader(const BacklogModel& model, QWidget* parent = nullptr);

 protected:
  void paintSection(QPainter* painter, const QRect& rect, int logical) const override;

 private:
  const BacklogModel& model_;
};

}  // namespace tradewind::gui
