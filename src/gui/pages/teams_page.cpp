#include "gui/pages/teams_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "gui/dialogs/message_line.h"
#include "gui/pages/capacity_table.h"
#include "gui/pages/periods_panel.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"
#include "tradewind/domain/period.h"

namespace tradewind::gui {
namespace {

constexpr int months_of_year = 12;
constexpr std::array kinds{PeriodKind::quarter, PeriodKind::month, PeriodKind::week, PeriodKind::sprint, PeriodKind::custom};

/// Quarters, unless the workspace plans in something else only.
std::size_t usual_kind(const Portfolio& portfolio) {
  for (std::size_t at = 0; at < kinds.size(); ++at)
    if (!portfolio.periods_in_order(kinds[at]).empty()) return at;
  return 0;
}

}  // namespace

TeamsPage::TeamsPage(const PageContext& context) : Page(context), panel_(new PeriodsPanel(context.document)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_bar(column);
  const std::size_t kind = usual_kind(portfolio());
  kind_->setCurrentIndex(static_cast<int>(kind));
  model_ = new CapacityModel(document(), kinds.at(kind), this);
  message_ = new MessageLine(this);
  message_->setObjectName("teams_message");
  set_up_table();
  stack_ = new QStackedWidget(this);
  stack_->addWidget(make_grid());
  stack_->addWidget(make_empty_page());
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  row->addWidget(stack_, 1);
  row->addWidget(panel_);
  column->addWidget(message_);
  column->addLayout(row, 1);

  connect(kind_, &QComboBox::activated, this, &TeamsPage::choose_kind);
  connect(fiscal_year_, &QComboBox::activated, this, &TeamsPage::choose_fiscal_year);
  connect(up_, &QToolButton::clicked, this, [this] { move_team(-1); });
  connect(down_, &QToolButton::clicked, this, [this] { move_team(1); });
  connect(add_team_, &QPushButton::clicked, this, &TeamsPage::add_team);
  connect(first_team_, &QPushButton::clicked, this, &TeamsPage::add_team);
  connect(add_period_, &QPushButton::clicked, this, &TeamsPage::add_period);
  // Not clicked: screen readers press a button that stays down by toggling it.
  connect(periods_, &QPushButton::toggled, this, &TeamsPage::show_periods_panel);
  connect(panel_, &PeriodsPanel::closed, this, [this] { show_periods_panel(false); });
  connect(panel_, &PeriodsPanel::added, this, [this](PeriodKind added) {
    const auto at = std::find(kinds.begin(), kinds.end(), added) - kinds.begin();
    kind_->setCurrentIndex(static_cast<int>(at));
    choose_kind(static_cast<int>(at));
  });
  connect(remove_team_, &QPushButton::clicked, this, &TeamsPage::remove_team);
  connect(switch_, &QPushButton::clicked, this, &TeamsPage::switch_cell);
  // Connected after the model, so that it is up to date here.
  connect(&document(), &Document::changed, this, [this] {
    panel_->refresh();
    update_state();
    emit status_changed();
  });
  update_state();
}

void TeamsPage::build_bar(QVBoxLayout* column) {
  auto* bar = new PageBar(tr("Teams"), this);
  kind_ = new QComboBox(bar);
  kind_->setObjectName("teams_kind");
  kind_->setAccessibleName(tr("Kind of periods"));
  kind_->setToolTip(tr("Kind of periods"));
  kind_->addItems({tr("Quarters"), tr("Months"), tr("Weeks"), tr("Sprints"), tr("Other periods")});
  bar->add(kind_);
  fiscal_year_ = new QComboBox(bar);
  fiscal_year_->setObjectName("teams_fiscal_year");
  fiscal_year_->setAccessibleName(tr("First month of the fiscal year"));
  fiscal_year_->setToolTip(
      tr("First month of the fiscal year. Quarters that fit the new year get their names in it; others stay."));
  for (int month = 1; month <= months_of_year; ++month)
    fiscal_year_->addItem(tr("Fiscal year from %1").arg(QLocale(QLocale::English).monthName(month, QLocale::ShortFormat)), month);
  bar->add(fiscal_year_);
  bar->add_stretch();
  const auto add_move = [&](const QString& icon_name, const QString& name, const QString& tip) {
    auto* button = new QToolButton(bar);
    button->setIcon(icon(icon_name));
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    bar->add(button);
    return button;
  };
  const auto add_button = [&](const QString& text, const QString& icon_name, const QString& name) {
    auto* button = new QPushButton(text, bar);
    if (!icon_name.isEmpty()) button->setIcon(icon(icon_name));
    button->setObjectName(name);
    bar->add(button);
    return button;
  };
  up_ = add_move("up", "teams_up", tr("Move the team up (Alt+Up)"));
  down_ = add_move("down", "teams_down", tr("Move the team down (Alt+Down)"));
  remove_team_ = add_button({}, "trash", "teams_remove");
  remove_team_->setAccessibleName(tr("Remove team"));
  add_period_ = add_button({}, "plus", "teams_add_period");
  periods_ = add_button(tr("Periods…"), {}, "teams_periods");
  periods_->setCheckable(true);
  periods_->setToolTip(tr("Add quarters, months or sprints, several at a time, and remove unused ones"));
  add_team_ = add_button(tr("Team"), "plus", "teams_add");
  add_team_->setAccessibleName(tr("Add team"));
  column->addWidget(bar);
}

QWidget* TeamsPage::make_grid() {
  auto* grid = new QWidget(this);
  auto* column = new QVBoxLayout(grid);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(view_, 1);
  auto* about = new QHBoxLayout;
  about->setContentsMargins(12, 8, 12, 0);
  cell_ = new QLabel(grid);
  cell_->setObjectName("teams_cell");
  cell_->setTextFormat(Qt::PlainText);
  cell_->setWordWrap(true);
  switch_ = new QPushButton(grid);
  switch_->setObjectName("teams_switch");
  about->addWidget(cell_, 1);
  about->addWidget(switch_);
  column->addLayout(about);
  hint_ = new QLabel(grid);
  hint_->setObjectName("teams_hint");
  hint_->setProperty("role", "muted");
  hint_->setWordWrap(true);
  hint_->setMargin(12);
  column->addWidget(hint_);
  return grid;
}

QWidget* TeamsPage::make_empty_page() {
  auto* empty = new QWidget(this);
  auto* column = new QVBoxLayout(empty);
  auto* sentence = new QLabel(tr("There are no teams yet. Add one to say who does the work, and how much they can do."), empty);
  sentence->setProperty("role", "muted");
  sentence->setWordWrap(true);
  sentence->setAlignment(Qt::AlignCenter);
  first_team_ = new QPushButton(tr("Add a team"), empty);
  first_team_->setObjectName("teams_add_first");
  first_team_->setProperty("role", "primary");
  column->addStretch(1);
  column->addWidget(sentence);
  column->addWidget(first_team_, 0, Qt::AlignHCenter);
  column->addStretch(1);
  return empty;
}

void TeamsPage::set_up_table() {
  view_ = new CapacityTable(*model_, this);
  view_->setObjectName("teams_table");
  view_->setAccessibleName(tr("Capacity of teams in person-weeks"));
  view_->installEventFilter(this);
  view_->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(view_, &QWidget::customContextMenuRequested, this, &TeamsPage::open_menu);
  connect(view_, &CapacityTable::typing, this, &TeamsPage::tell_typing);
  connect(view_, &CapacityTable::editing_given_up, this, [this] {
    message_->hide();
    update_cell();
  });
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
    // People go on: what was refused before is done with. What is refused because they go on is news.
    if (!view_->is_editing() && !is_refusal_new_) message_->hide();
    update_state();
  });
  connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
    update_cell();
    emit status_changed();
  });
  connect(model_, &CapacityModel::edit_refused, this, [this](const Error& error) {
    message_->say(error);
    is_refusal_new_ = true;
    QTimer::singleShot(0, this, [this] { is_refusal_new_ = false; });
  });
  connect(model_, &CapacityModel::edit_done, message_, &QWidget::hide);
  // What was refused is of the past after the next step, an undo as well.
  connect(&document(), &Document::history_changed, this, [this] {
    if (!view_->is_editing()) message_->hide();
  });
  add_cell_actions();
}

QString TeamsPage::status() const {
  const int teams = model_->rowCount();
  const int periods = model_->columnCount() - 1;
  const QString counts = tr("%1, %2").arg(teams == 1 ? tr("1 team") : tr("%1 teams").arg(teams),
                                          periods == 1 ? tr("1 period") : tr("%1 periods").arg(periods));
  const std::vector<CapacityCell> cells = view_->selected_cells();
  const QString sum = model_->sum_of(cells);
  return cells.size() < 2 || sum.isEmpty() ? counts
                                           : tr("%1, %2 cells with %3 person-weeks").arg(counts).arg(cells.size()).arg(sum);
}

QWidget* TeamsPage::first_focus() {
  return model_->rowCount() > 0 ? static_cast<QWidget*>(view_) : static_cast<QWidget*>(first_team_);
}

void TeamsPage::choose_kind(int index) {
  model_->show_kind(kinds.at(static_cast<std::size_t>(index)));
  panel_->show_kind(model_->kind());
  update_state();
  emit status_changed();
}

void TeamsPage::update_state() {
  const std::vector<Period> next = next_periods();
  const bool has_teams = model_->rowCount() > 0;
  const bool has_periods = model_->columnCount() > CapacityModel::name_column + 1;
  const QString name = next.empty() ? QString() : qt_text(display_name(next.front()));
  fiscal_year_->setCurrentIndex(fiscal_year_->findData(portfolio().settings().fiscal_year_start_month));
  add_period_->setEnabled(!next.empty());
  add_period_->setText(next.empty() ? tr("Period") : name);
  add_period_->setAccessibleName(next.empty() ? tr("Add period") : tr("Add %1").arg(name));
  add_period_->setToolTip(next.empty() ? tr("Periods of a length of their own have to be made first.")
                                       : tr("Adds %1, with the capacity of the period before.").arg(name));
  const int row = view_->currentIndex().row();
  const bool has_current = model_->team_at(row) != TeamId{};
  up_->setEnabled(has_current && row > 0);
  down_->setEnabled(has_current && row + 1 < model_->rowCount());
  remove_team_->setEnabled(has_current);
  remove_team_->setToolTip(has_current ? tr("Removes the team and its capacity; its estimates stay, without a team.")
                                       : tr("Select a team first."));
  hint_->setText(has_periods ? tr("Type person-weeks as in 31, or people × weeks × availability as in 4 × 13 × 60 %; 60 % alone "
                                  "changes only the availability. Delete goes back to people × weeks × availability. Add “, "
                                  "reserve 6” for what is kept "
                                  "free for firefighting.")
                 : !next.empty()
                     ? tr("There are no periods of this kind yet. Add %1 to say what each team can do in it.").arg(name)
                     : tr("There are no periods of this kind yet."));
  stack_->setCurrentIndex(has_teams ? 0 : 1);
  update_cell();
}

void TeamsPage::show_periods_panel(bool shown) {
  periods_->setChecked(shown);
  panel_->setVisible(shown);
  if (shown) panel_->show_kind(model_->kind());
  (shown ? panel_->first_focus() : first_focus())->setFocus();
}

bool TeamsPage::eventFilter(QObject* watched, QEvent* event) {
  if (watched != view_ || event->type() != QEvent::KeyPress) return Page::eventFilter(watched, event);
  const auto* key = static_cast<QKeyEvent*>(event);
  return !view_->is_editing() && actions().take_key(view_, *key);
}

}  // namespace tradewind::gui
