#include "gui/shell/workspace_panel.h"

#include <QApplication>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMainWindow>
#include <QPointer>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTimer>
#include <QToolButton>

#include "gui/backlog/backlog_page.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/inspector/inspector.h"
#include "gui/pages/help_page.h"
#include "gui/pages/history_page.h"
#include "gui/pages/outcomes_page.h"
#include "gui/pages/prioritize_page.h"
#include "gui/pages/roadmap_page.h"
#include "gui/pages/scenarios_page.h"
#include "gui/pages/teams_page.h"
#include "gui/pages/time_page.h"
#include "gui/pages/trade_offs_page.h"
#include "gui/scene/scene_view.h"
#include "gui/shell/command_palette.h"
#include "gui/shell/presentation.h"
#include "gui/shell/scenario_actions.h"
#include "gui/shell/scenario_bar.h"
#include "gui/shell/scenario_box.h"
#include "gui/shell/shortcut_sheet.h"
#include "gui/shell/status_line.h"
#include "gui/shell/toolbar.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int navigation_width = 188;
constexpr int narrow_navigation_width = 54;
// A narrow window gives its room to the page: first the names of the pages go, then the inspector.
constexpr int least_width_with_names = 1200;
constexpr int least_width_with_inspector = 1100;
constexpr int inspector_width = 312;
constexpr int most_pages_with_number = 9;

}  // namespace

WorkspacePanel::WorkspacePanel(const PageContext& context, QMainWindow& window) : context_(context), window_(window) {
  read_arrangement();
  add_actions();
  add_scenarios();
  status_ = new StatusLine(context_);
  connect(status_, &StatusLine::alert_chosen, this, &WorkspacePanel::show_alert);
  window_.statusBar()->setSizeGripEnabled(false);
  window_.statusBar()->addWidget(status_, 1);
  stack_ = new QStackedWidget;
  navigation_ = make_navigation();
  make_pages();
  inspector_ = new Inspector(context_);
  inspector_->setObjectName("inspector");
  inspector_->setFixedWidth(inspector_width);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(new Toolbar(context_, scenario_box_));
  column->addWidget(scenario_bar_);
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(navigation_);
  row->addWidget(stack_, 1);
  row->addWidget(inspector_);
  column->addLayout(row, 1);
}

void WorkspacePanel::add_actions() {
  ActionRegistry& actions = context_.actions;
  Document& document = context_.document;
  actions.add({"edit.undo", tr("Edit"), tr("Undo"), QKeySequence::Undo, "undo"}, [&document] { document.undo(); });
  actions.add({"edit.redo", tr("Edit"), tr("Redo"), QKeySequence::Redo, "redo"}, [&document] { document.redo(); });
  actions.add({"view.palette", tr("View"), tr("Search or run a command…"), QKeySequence("Ctrl+K"), "search", tr("palette find")},
              [this] { open_palette(); });
  actions.add({"view.navigation", tr("View"), tr("Show or hide page names"), QKeySequence("Ctrl+B"), "sidebar-left"}, [this] {
    wants_names_ = navigation_->width() != navigation_width;
    set_navigation_wide(*wants_names_);
  });
  actions.add({"view.inspector", tr("View"), tr("Show or hide the inspector"), QKeySequence("Ctrl+Alt+B"), "sidebar-right"},
              [this] {
                wants_inspector_ = !inspector_->isVisible();
                inspector_->setVisible(*wants_inspector_);
              });
  actions.add({"view.present", tr("View"), tr("Present"), QKeySequence("F5"), "present", tr("slides full screen meeting")},
              [this] { present(); });
  actions.add({"file.export", tr("File"), tr("&Export…"), QKeySequence("Ctrl+E"), "export", tr("pdf png svg csv print")}, [this] {
    const AskShown shown = [this] { return shown_view(); };
    const auto now = shown();
    ExportDialog dialog(context_.document, now ? now->view : workbench::View::roadmap, window(), trade_offs_->picture(), shown);
    dialog.exec();
  });
  actions.add({"help.shortcuts", tr("Help"), tr("Keyboard shortcuts"), QKeySequence("F1"), {}, tr("keys")}, [this] {
    ShortcutSheet sheet(context_.actions, window());
    sheet.exec();
  });
}

void WorkspacePanel::add_scenarios() {
  scenario_box_ = new ScenarioBox(context_.document);
  scenario_actions_ = new ScenarioActions(context_, scenario_box_, &window_);
  scenario_bar_ = new ScenarioBar(context_);
  connect(scenario_box_, &ScenarioBox::new_requested, scenario_actions_, &ScenarioActions::ask_for_new);
  connect(scenario_actions_, &ScenarioActions::done, scenario_bar_, &ScenarioBar::say);
  connect(&context_.document, &Document::about_to_switch, this, &WorkspacePanel::commit_typed);
}

void WorkspacePanel::commit_typed() {
  const QPointer<QWidget> field = QApplication::focusWidget();
  if (!field || !isAncestorOf(field)) return;
  field->clearFocus();
  if (field && field->isVisible()) field->setFocus();
}

QWidget* WorkspacePanel::make_navigation() {
  auto* panel = new QFrame;
  panel->setObjectName("navigation");
  panel->setFixedWidth(navigation_width);
  auto* column = new QVBoxLayout(panel);
  column->setContentsMargins(8, 10, 8, 10);
  column->setSpacing(2);
  column->addStretch(1);
  buttons_ = new QButtonGroup(this);
  return panel;
}

void WorkspacePanel::add_page(const QString& name, const QString& title, Page* page) {
  stack_->addWidget(page);
  auto* button = new QToolButton;
  button->setCheckable(true);
  button->setIcon(icon(name));
  button->setIconSize({17, 17});
  button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  button->setAccessibleName(title);
  buttons_->addButton(button);
  auto* column = static_cast<QVBoxLayout*>(navigation_->layout());
  column->insertWidget(column->count() - 1, button);
  entries_.push_back({name, title, page, button});
  const int number = static_cast<int>(entries_.size());
  context_.actions.add({"go." + name, tr("Go"), title,
                        number <= most_pages_with_number ? QKeySequence(QString("Ctrl+%1").arg(number)) : QKeySequence(), name},
                       [this, name] { go_to(name); });
  for (const SceneView* view : page->findChildren<SceneView*>())
    if (view->focusPolicy() != Qt::NoFocus) context_.actions.describe(title, view->keys());
  // Not clicked: screen readers press a button that can be checked by toggling it.
  connect(button, &QToolButton::toggled, this, [this, page](bool is_on) {
    if (is_on) show_page(page);
  });
}

void WorkspacePanel::make_pages() {
  auto* backlog = new BacklogPage(context_);
  add_page("backlog", tr("Backlog"), backlog);
  connect(backlog, &BacklogPage::show_requested, this, [this] { go_to("backlog"); });
  add_page("prioritize", tr("Prioritize"), new PrioritizePage(context_));
  roadmap_ = new RoadmapPage(context_);
  add_page("roadmap", tr("Roadmap"), roadmap_);
  trade_offs_ = new TradeOffsPage(context_);
  add_page("tradeoffs", tr("Trade-offs"), trade_offs_);
  connect(trade_offs_, &TradeOffsPage::show_requested, this, [this] { go_to("tradeoffs"); });
  connect(trade_offs_, &TradeOffsPage::scenario_requested, scenario_actions_, &ScenarioActions::ask_for_new_with);
  auto* scenarios = new ScenariosPage(context_, *scenario_actions_);
  add_page("scenarios", tr("Scenarios"), scenarios);
  connect(scenario_actions_, &ScenarioActions::compare_requested, this, [this, scenarios] {
    go_to("scenarios");
    scenarios->compare(std::nullopt, context_.document.shown_scenario());
  });
  add_page("outcomes", tr("Outcomes"), new OutcomesPage(context_));
  time_ = new TimePage(context_);
  add_page("time", tr("Time"), time_);
  add_page("teams", tr("Teams"), new TeamsPage(context_));
  add_page("history", tr("History"), new HistoryPage(context_));
  add_page("help", tr("Help"), new HelpPage(context_));
}

void WorkspacePanel::go_to(const QString& name) {
  const auto entry = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) { return one.name == name; });
  Q_ASSERT_X(entry != entries_.end(), "WorkspacePanel::go_to", qPrintable(name));
  if (entry->button->isChecked())
    show_page(entry->page);
  else
    entry->button->setChecked(true);
}

void WorkspacePanel::show_page(Page* page) {
  stack_->setCurrentWidget(page);
  page->first_focus()->setFocus();
  status_->follow(page);
}

Page* WorkspacePanel::page(const QString& name) const {
  for (const Entry& entry : entries_)
    if (entry.name == name) return entry.page;
  return nullptr;
}

QStringList WorkspacePanel::page_names() const {
  QStringList names;
  for (const Entry& entry : entries_) names.append(entry.name);
  return names;
}

QString WorkspacePanel::shown_name() const {
  for (const Entry& entry : entries_)
    if (entry.page == stack_->currentWidget()) return entry.name;
  return {};
}

std::optional<ShownView> WorkspacePanel::shown_view() const {
  const auto* page = qobject_cast<Page*>(stack_->currentWidget());
  return page != nullptr ? page->shown_view() : std::nullopt;
}

void WorkspacePanel::present() {
  // It may be on another screen still.
  if (auto* running = findChild<Presentation*>()) return running->activateWindow();
  auto* presentation = new Presentation(
      context_.document, [this] { return shown_view(); }, [this] { return trade_offs_->picture(); }, this);
  presentation->setAttribute(Qt::WA_DeleteOnClose);
  connect(trade_offs_, &Page::status_changed, presentation, &Presentation::follow_priced);
  presentation->start();
}

void WorkspacePanel::set_navigation_wide(bool wide) {
  navigation_->setFixedWidth(wide ? navigation_width : narrow_navigation_width);
  for (const Entry& entry : entries_) {
    entry.button->setText(wide ? "  " + entry.title : QString());
    entry.button->setToolButtonStyle(wide ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    entry.button->setToolTip(wide ? QString() : entry.title);
  }
}

void WorkspacePanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (!event->oldSize().isValid()) {
    set_navigation_wide(wants_names_.value_or(width() >= least_width_with_names));
    inspector_->setVisible(wants_inspector_.value_or(width() >= least_width_with_inspector));
    return;
  }
  // Only when the window becomes narrow or wide: in between, what people chose stays.
  const auto crosses = [event](int width) { return (event->oldSize().width() >= width) != (event->size().width() >= width); };
  if (crosses(least_width_with_names)) set_navigation_wide(width() >= least_width_with_names);
  if (crosses(least_width_with_inspector)) inspector_->setVisible(width() >= least_width_with_inspector);
}

void WorkspacePanel::open_palette() {
  CommandPalette palette(context_.actions, context_.document, window());
  connect(&palette, &CommandPalette::item_chosen, this, [this](ItemId item) {
    context_.selection.select(item);
    inspector_->show();  // else a narrow window, or a page without items, shows nothing of it
  });
  connect(&palette, &CommandPalette::outcome_chosen, this, [this](OutcomeId outcome) {
    go_to("outcomes");
    context_.selection.select(outcome);
  });
  palette.exec();
}

void WorkspacePanel::show_alert(const workbench::Alert& alert) {
  if (alert.kind == workbench::AlertKind::allocation) {
    go_to("time");
    time_->show_last_weeks();
    return;
  }
  const MarkId mark = alert.kind == workbench::AlertKind::over_capacity
                          ? MarkId{views::MarkKind::team_period, alert.team.value, alert.period.value}
                          : mark_of(alert.item);
  go_to("roadmap");
  // A page that was never shown gets its size, and with it the places of its bars, from the event loop.
  QTimer::singleShot(0, roadmap_, [this, mark] { roadmap_->show_conflict(mark); });
}

}  // namespace tradewind::gui
