// What the window shows of a workspace: toolbar, navigation, pages, inspector, status.
#pragma once
#include <QWidget>
#include <optional>
#include <vector>

#include "gui/shell/page.h"
#include "tradewind/workbench/alerts.h"

class QButtonGroup;
class QMainWindow;
class QStackedWidget;
class QToolButton;

namespace tradewind::gui {

class RoadmapPage;
class ScenarioActions;
class ScenarioBar;
class ScenarioBox;
class StatusLine;
class TimePage;
class TradeOffsPage;

class WorkspacePanel : public QWidget {
  Q_OBJECT

 public:
  WorkspacePanel(const PageContext& context, QMainWindow& window);
  /// Keeps how people have arranged the workspace.
  ~WorkspacePanel() override;
  /// The page that was seen last, arranged as it was; else the backlog.
  void return_to_last_page();

  /// REQUIRES: there is such a page.
  void go_to(const QString& name);
  Page* page(const QString& name) const;
  QStringList page_names() const;
  QString shown_name() const;
  /// Of the page that is shown.
  std::optional<ShownView> shown_view() const;

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Entry {
    QString name;
    QString title;
    Page* page = nullptr;
    QToolButton* button = nullptr;
  };

  QWidget* make_navigation();
  void make_pages();
  void show_page(Page* page);
  void add_page(const QString& name, const QString& title, Page* page);
  void add_actions();
  void add_scenarios();
  void open_palette();
  void present();
  void read_arrangement();
  /// Of the settings, for this workspace.
  QString setting(const QString& what) const;
  /// Navigation with names or with icons only.
  void set_navigation_wide(bool wide);
  /// Goes to where it is seen, and selects what is behind it.
  void show_alert(const workbench::Alert& alert);
  /// Fields commit when they lose the focus; then it comes back.
  void commit_typed();

  PageContext context_;
  QMainWindow& window_;
  std::vector<Entry> entries_;
  RoadmapPage* roadmap_ = nullptr;
  TimePage* time_ = nullptr;
  TradeOffsPage* trade_offs_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  QWidget* navigation_ = nullptr;
  QWidget* inspector_ = nullptr;
  ScenarioBox* scenario_box_ = nullptr;
  ScenarioActions* scenario_actions_ = nullptr;
  ScenarioBar* scenario_bar_ = nullptr;
  QButtonGroup* buttons_ = nullptr;
  StatusLine* status_ = nullptr;
  // What people chose; else the width of the window decides.
  std::optional<bool> wants_names_;
  std::optional<bool> wants_inspector_;
};

}  // namespace tradewind::gui
