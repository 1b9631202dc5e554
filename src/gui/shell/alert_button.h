// A quiet button that says what deserves attention, or how much does, and lists it in its menu. Hidden while nothing does.
#pragma once
#include <QToolButton>
#include <vector>

#include "tradewind/workbench/alerts.h"

namespace tradewind::gui {

class AlertButton : public QToolButton {
  Q_OBJECT

 public:
  explicit AlertButton(QWidget* parent = nullptr);

  /// The heaviest first.
  void show_alerts(const std::vector<workbench::Alert>& alerts);

  QSize sizeHint() const override;
  /// A sentence may be cut: it must not make a window wider.
  QSize minimumSizeHint() const override;

 signals:
  void chosen(const tradewind::workbench::Alert& alert);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  void list_alerts();

  std::vector<workbench::Alert> alerts_;
};

}  // namespace tradewind::gui
