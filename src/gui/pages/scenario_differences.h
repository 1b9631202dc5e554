// Two plans told apart in lines that people read: what moves, what else is changed, and what that does to capacity, outcomes
// and 70/20/10.
#pragma once
#include <QTreeWidget>
#include <vector>

#include "tradewind/workbench/scenario_compare.h"

namespace tradewind::gui {

struct DifferenceGroup {
  struct Line {
    QString what;
    QString before;
    QString after;
    ItemId item;        // where the line is about one
    OutcomeId outcome;  // the same
  };
  QString title;
  std::vector<Line> lines;
};
/// Only what reads differently, in the order in which it is listed. Names come from the later plan.
std::vector<DifferenceGroup> differences_of(const workbench::PlanComparison& comparison, const Portfolio& after);
/// "3 items moved, 1 row changed"; "Nothing is different." when there is none.
QString summary_of(const workbench::PlanComparison& comparison);

class ScenarioDifferences : public QTreeWidget {
  Q_OBJECT

 public:
  explicit ScenarioDifferences(QWidget* parent = nullptr);

  /// The current line, what is folded and the scroll position stay where they still exist.
  void show_groups(const std::vector<DifferenceGroup>& groups);
  /// A line that says why there is nothing to list.
  void show_sentence(const QString& sentence);
  void name_plans(const QString& before, const QString& after);

 signals:
  void item_chosen(tradewind::ItemId item);
  void outcome_chosen(tradewind::OutcomeId outcome);

 private:
  void fit_plans();

  QString fitted_;  // the names of the plans whose columns have their width
};

}  // namespace tradewind::gui
