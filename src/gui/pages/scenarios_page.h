// The scenarios: which there are and what each changes, and any two plans beside each other: the timeline of the later one with
// ghosts of the earlier, and everything that is different as a list.
#pragma once
#include <QTimer>
#include <map>
#include <set>

#include "gui/pages/scenario_comparer.h"
#include "gui/scene/scene_view.h"
#include "gui/shell/page.h"
#include "tradewind/views/timeline.h"

class QComboBox;
class QLabel;
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
  using PlanId = gui::PlanId;

  ScenariosPage(const PageContext& context, ScenarioActions& scenarios);

  QString status() const override;
  /// The comparison; nullopt while there is none.
  std::optional<ShownView> shown_view() const override;
  QWidget* first_focus() override;
  SceneView& view() const { return *view_; }
  ScenarioDifferences& differences() const { return *differences_; }
  /// Plans are compared and summed up beside the window, while the page is seen; until then it shows the last ones.
  bool is_working() const { return timer_.isActive() || comparer_.is_working(); }

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
  void show_compared(const ComparedPlans& plans);
  void show_refusal(const Error& error);
  void show_summary(ScenarioId scenario, const QString& summary);
  void update_buttons();
  ScenarioId chosen() const;
  QString name_of(PlanId plan) const;
  views::TimelineOptions timeline_options(views::Size size) const;
  SceneView::Work layout_for(views::Size size) const;

  ScenarioActions& scenarios_;
  ScenarioComparer comparer_;
  Date today_ = today();
  PlanId from_;
  PlanId to_;
  PlanId last_shown_;
  std::map<ScenarioId, QString> summaries_;  // the last known
  std::set<ScenarioId> summed_up_;           // of which that is how it is now
  std::shared_ptr<const Portfolio> plan_;    // the later of the two that are shown; null until they are read
  std::vector<views::TimelineGhost> ghosts_;
  bool is_due_ = false;  // the comparison
  bool is_old_ = true;   // all that was read
  QTimer timer_;

  QComboBox* before_;
  QComboBox* after_;
  QPushButton* swap_;
  QLabel* state_;
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
