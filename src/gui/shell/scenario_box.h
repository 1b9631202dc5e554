// Which plan is shown, and the way to another: the baseline, the scenarios by name, a new one. Tinted while it is a scenario.
#pragma once
#include <QComboBox>
#include <utility>
#include <vector>

#include "gui/shell/document.h"

namespace tradewind::gui {

class ScenarioBox : public QComboBox {
  Q_OBJECT

 public:
  /// Lifetime: the document must outlive it.
  explicit ScenarioBox(Document& document, QWidget* parent = nullptr);

 signals:
  void new_requested();

 protected:
  /// Nobody means to change the plan by scrolling past.
  void wheelEvent(QWheelEvent* event) override;

 private:
  void follow();
  void choose(int index);

  Document& document_;
  std::vector<std::pair<qlonglong, QString>> entries_;  // data and text, without the way to a new one
};

}  // namespace tradewind::gui
