// The side panel in which periods are added several at a time and unused ones removed.
#pragma once
#include <QFrame>

#include "gui/pages/period_plan.h"
#include "gui/shell/document.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace tradewind::gui {

class PeriodsPanel : public QFrame {
  Q_OBJECT

 public:
  /// Hidden at first. REQUIRES: the document outlives it.
  explicit PeriodsPanel(Document& document, QWidget* parent = nullptr);

  void show_kind(PeriodKind kind);
  void refresh();
  /// As a button beside the period does; refused where something is planned in it.
  bool remove(PeriodId period);
  QWidget* first_focus() const;

 signals:
  void closed();
  /// Periods of this kind were added.
  void added(tradewind::PeriodKind kind);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  PeriodWish wish() const;
  std::vector<Period> wished() const;
  void add();
  void list_periods();
  void describe();

  Document* document_;
  QComboBox* kind_;
  QSpinBox* count_;
  QWidget* sprint_;
  QLineEdit* first_day_;
  QSpinBox* weeks_;
  QLineEdit* name_;
  QLabel* preview_;
  QPushButton* add_;
  QVBoxLayout* list_;
  std::vector<Period> listed_;
};

}  // namespace tradewind::gui
