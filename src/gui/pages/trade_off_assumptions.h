// What the price of a request takes for granted, and what trying the request out first would take. Nothing of it is stored.
#pragma once
#include <QFrame>
#include <functional>

#include "tradewind/workbench/trade_off.h"

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace tradewind::gui {

class FieldCombo;
class FieldEdit;

class TradeOffAssumptions : public QFrame {
  Q_OBJECT

 public:
  explicit TradeOffAssumptions(QWidget* parent = nullptr);

  /// A team that is gone does the test no longer.
  void list_teams(const Portfolio& portfolio);
  void put_into(workbench::TradeOffOptions& question) const;
  /// One of them is another one than at first.
  bool is_unusual() const;

 signals:
  void changed();

 private:
  QComboBox* add_rule(QHBoxLayout& line, const QString& object_name, const QString& name);
  /// `mistake`: why the number cannot be taken; empty where it can.
  FieldEdit* add_number(QHBoxLayout& line, const QString& object_name, const QString& name,
                        double workbench::RequestTest::*number, const std::function<QString(double)>& mistake);
  void take(FieldEdit& field, const QString& text, double workbench::RequestTest::*number,
            const std::function<QString(double)>& mistake);

  QComboBox* estimates_;
  QComboBox* basis_;
  FieldCombo* team_;
  QLabel* mistake_;
  workbench::RequestTest test_;
};

}  // namespace tradewind::gui
