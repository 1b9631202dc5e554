// The scenarios: which there are and what each changes, and any two plans beside each other: the timeline of the later one with
// ghosts of the earlier, and everything that is different as a list.
#pragma once
#include <map>

#include "gui/pages/scenario_plans.h"
#include "gui/scene/scene_view.h"
#include "gui/shell/page.h"
#include "tradewind/views/timeline.h"

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace tradewind::gui {

class MessageLine;
class ScenarioActions;
class ScenarioDifferences;

class ScenariosPage : public Page {
  Q_OBJECT

 public:
  using PlanId = ScenarioPlans::PlanId;

  ScenariosPage(const PageContext& context, ScenarioActions& scenarios);

  QString status() const override;
  QWidget* first_focus() override;
  SceneView& view() const { return *view_; }
  ScenarioDifferences& differences() const { return *differences_; }
  /// Plans are compared and summed up in turns of the event loop, while the page is seen.
  bool is_working() const { return timer_.isActive(); }

  /// The line of today on the timeline; today's date until it is set.
  void set_today(Date today);
  /// REQUIRES: the scenarios exist.
  void compare(PlanId from, PlanId to);

 protected:
  void refresh() override;
  void showEvent(QShowEvent* event) override;

 private:
  // scenarios_page_build.cpp
  PageBar* build_bar();
  QWidget* build_list();
  QWidget* build_empty();
  void build_view();

  void follow_document();
  void fill();
  void fill_plans();
  void fill_list();
  void show_chosen();
  void ask_to_compare();
  void work();
  void compare_now();
  void summarize_next();
  void update_buttons();
  ScenarioId chosen() const;
  QString name_of(PlanId plan) const;
  views::Scene lay_out(views::Size size, const views::TextMeasurer& measurer) const;

  ScenarioActions& scenarios_;
  ScenarioPlans plans_;
  Date today_ = today();
  PlanId from_;
  PlanId to_;
  PlanId last_shown_;
  std::map<ScenarioId, QString> summaries_;
  std::vector<views::TimelineGhost> ghosts_;
  bool is_due_ = false;  // the comparison
  bool is_old_ = true;   // what was opened, and so the summaries
  QTimer timer_;

  QComboBox* before_;
  QComboBox* after_;
  QPushButton* swap_;
  QPushButton* new_;
  MessageLine* message_;
  QStackedWidget* stack_;
  QPushButton* first_;
  SceneView* view_;
  ScenarioDifferences* differences_;
  QTableWidget* list_;
  QPushButton* show_;
  QPushButton* rename_;
  QPushButton* adopt_;
  QPushButton* drop_;
};

}  // namespace tradewind::gui
