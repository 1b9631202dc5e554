// The best plan before it becomes the roadmap: what moves, what is added, what is left out and why, and how good it is.
#pragma once
#include <QFrame>
#include <vector>

#include "tradewind/workbench/plan_roadmap.h"

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace tradewind::gui {

/// In words and figures, so that nothing in it points into the workspace; but for the placements.
struct PlanProposal {
  struct Line {
    ItemId item;
    QString name;
    QString what;
  };
  struct Group {
    QString title;
    std::vector<Line> lines;
  };
  QString verdict;  // value, and how far from the best at most
  std::vector<Group> groups;
  bool changes_something = false;
  RoadmapId roadmap;
  std::vector<Placement> placements;
};
PlanProposal proposal_of(const Portfolio& portfolio, const workbench::RoadmapPlan& plan);

class PlanPreview : public QFrame {
  Q_OBJECT

 public:
  explicit PlanPreview(QWidget* parent = nullptr);

  /// While the plan is being made. `has_plan`: there is one by now, with which it may end.
  void show_progress(const QString& text, bool has_plan);
  void show_plan(PlanProposal proposal);
  bool is_planning() const { return is_planning_ && isVisibleTo(parentWidget()); }
  const PlanProposal& proposal() const { return proposal_; }
  QWidget* first_focus() const;

 signals:
  /// The best plan so far is enough.
  void stopped();
  void applied();
  void closed();
  void item_chosen(tradewind::ItemId item);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  /// When a group is opened: thousands may be left out.
  void list_lines(QTreeWidgetItem* head);

  PlanProposal proposal_;
  bool is_planning_ = false;
  QLabel* verdict_;
  QTreeWidget* list_;
  QPushButton* stop_;
  QPushButton* apply_;
  QPushButton* close_;
};

}  // namespace tradewind::gui
