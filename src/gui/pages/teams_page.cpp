#include "gui/pages/teams_page.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <array>

#include "gui/pages/capacity_model.h"
#include "gui/theme/icons.h"
#include "tradewind/domain/period.h"
#include "tradewind/workbench/edit_rows.h"

namespace tradewind::gui {
namespace {

constexpr int row_height = 28;
constexpr int name_width = 200;
constexpr int number_width = 96;
constexpr std::array kinds{PeriodKind::quarter, PeriodKind::month, PeriodKind::week, PeriodKind::sprint, PeriodKind::custom};

/// Quarters, unless the workspace plans in something else only.
std::size_t usual_kind(const Portfolio& portfolio) {
  for (std::size_t at = 0; at < kinds.size(); ++at)
    if (!portfolio.periods_in_order(kinds[at]).empty()) return at;
  return 0;
}

std::optional<Period> period_after(const Portfolio& portfolio, PeriodKind kind) {
  const int first_month = portfolio.settings().fiscal_year_start_month;
  const auto periods = portfolio.periods_in_order(kind);
  if (!periods.empty()) {
    Period next = next_period(*periods.back(), first_month);
    next.id = {};
    return next;
  }
  const auto made = make_periods(kind, today(), 1, first_month);
  return made.empty() ? std::nullopt : std::optional(made.front());
}

std::string free_team_name(const Portfolio& portfolio, const QString& wish) {
  QString name = wish;
  for (int number = 2; portfolio.team_by_name(name.toStdString()) != nullptr; ++number)
    name = wish + " " + QString::number(number);
  return name.toStdString();
}

}  // namespace

TeamsPage::TeamsPage(const PageContext& context) : Page(context) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  auto* bar = new PageBar(tr("Teams and periods"), this);
  kind_ = new QComboBox(bar);
  kind_->setObjectName("teams_kind");
  kind_->setAccessibleName(tr("Kind of periods"));
  kind_->setToolTip(tr("Kind of periods"));
  kind_->addItems({tr("Quarters"), tr("Months"), tr("Weeks"), tr("Sprints"), tr("Other periods")});
  bar->add(kind_);
  bar->add_stretch();
  const auto add_button = [&](const QString& text, const QString& icon_name, const QString& name) {
    auto* button = new QPushButton(text, bar);
    button->setIcon(icon(icon_name));
    button->setObjectName(name);
    bar->add(button);
    return button;
  };
  remove_team_ = add_button(tr("Remove team"), "trash", "teams_remove");
  add_period_ = add_button({}, "calendar", "teams_add_period");
  add_team_ = add_button(tr("Add team"), "plus", "teams_add");
  layout->addWidget(bar);

  const std::size_t kind = usual_kind(portfolio());
  kind_->setCurrentIndex(static_cast<int>(kind));
  model_ = new CapacityModel(document(), kinds.at(kind), this);
  set_up_table();

  hint_ = new QLabel(this);
  hint_->setObjectName("teams_hint");
  hint_->setProperty("role", "muted");
  hint_->setWordWrap(true);
  hint_->setMargin(12);
  auto* grid = new QWidget(this);
  auto* grid_layout = new QVBoxLayout(grid);
  grid_layout->setContentsMargins(0, 0, 0, 0);
  grid_layout->setSpacing(0);
  grid_layout->addWidget(view_, 1);
  grid_layout->addWidget(hint_);

  auto* empty = new QWidget(this);
  auto* empty_layout = new QVBoxLayout(empty);
  auto* sentence = new QLabel(tr("There are no teams yet. Add one to say who does the work, and how much they can do."), empty);
  sentence->setProperty("role", "muted");
  sentence->setWordWrap(true);
  sentence->setAlignment(Qt::AlignCenter);
  first_team_ = new QPushButton(tr("Add a team"), empty);
  first_team_->setObjectName("teams_add_first");
  first_team_->setProperty("role", "primary");
  empty_layout->addStretch(1);
  empty_layout->addWidget(sentence);
  empty_layout->addWidget(first_team_, 0, Qt::AlignHCenter);
  empty_layout->addStretch(1);

  stack_ = new QStackedWidget(this);
  stack_->addWidget(grid);
  stack_->addWidget(empty);
  layout->addWidget(stack_, 1);

  connect(kind_, &QComboBox::activated, this, &TeamsPage::choose_kind);
  connect(add_team_, &QPushButton::clicked, this, &TeamsPage::add_team);
  connect(first_team_, &QPushButton::clicked, this, &TeamsPage::add_team);
  connect(add_period_, &QPushButton::clicked, this, &TeamsPage::add_period);
  connect(remove_team_, &QPushButton::clicked, this, &TeamsPage::remove_team);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &TeamsPage::update_state);
  // Connected after the model, so that it is up to date here.
  connect(&document(), &Document::changed, this, [this] {
    update_state();
    emit status_changed();
  });
  update_state();
}

void TeamsPage::set_up_table() {
  view_ = new QTableView(this);
  view_->setObjectName("teams_table");
  view_->setAccessibleName(tr("Capacity of teams in person-weeks"));
  view_->setModel(model_);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(row_height);
  view_->horizontalHeader()->setHighlightSections(false);
  view_->horizontalHeader()->setDefaultSectionSize(number_width);
  // A reset of the model forgets the widths of its columns.
  const auto widen = [this] { view_->setColumnWidth(CapacityModel::name_column, name_width); };
  connect(model_, &QAbstractItemModel::modelReset, this, widen);
  widen();
}

QString TeamsPage::status() const {
  const int teams = model_->rowCount();
  const int periods = model_->columnCount() - 1;
  return tr("%1, %2").arg(teams == 1 ? tr("1 team") : tr("%1 teams").arg(teams),
                          periods == 1 ? tr("1 period") : tr("%1 periods").arg(periods));
}

QWidget* TeamsPage::first_focus() {
  return model_->rowCount() > 0 ? static_cast<QWidget*>(view_) : static_cast<QWidget*>(first_team_);
}

void TeamsPage::choose_kind(int index) {
  model_->show_kind(kinds.at(static_cast<std::size_t>(index)));
  update_state();
  emit status_changed();
}

void TeamsPage::update_state() {
  const auto next = period_after(portfolio(), model_->kind());
  const bool has_teams = model_->rowCount() > 0;
  const bool has_periods = model_->columnCount() > CapacityModel::name_column + 1;
  const QString name = next ? QString::fromStdString(display_name(*next)) : QString();
  add_period_->setEnabled(next.has_value());
  add_period_->setText(next ? tr("Add %1").arg(name) : tr("Add period"));
  add_period_->setToolTip(next ? tr("Adds the next period, with the capacity of the one before.")
                               : tr("Periods of a length of their own have to be made first."));
  const bool has_current = model_->team_at(view_->currentIndex().row()) != TeamId{};
  remove_team_->setEnabled(has_current);
  remove_team_->setToolTip(has_current ? tr("Removes the team and its capacity; its estimates stay, without a team.")
                                       : tr("Select a team first."));
  hint_->setText(has_periods ? tr("Type person-weeks, or people × weeks × availability, as in 5 × 12 × 0.9. Add “, reserve 6” "
                                  "for what is kept free for firefighting.")
                 : next      ? tr("There are no periods of this kind yet. Add %1 to say what each team can do in it.").arg(name)
                             : tr("There are no periods of this kind yet."));
  stack_->setCurrentIndex(has_teams ? 0 : 1);
}

void TeamsPage::add_team() {
  const std::string name = free_team_name(portfolio(), tr("New team"));
  const auto added = workbench::add_row(document().workspace(), "team", {{"name", name}});
  if (!document().report(added)) return;
  const Team* team = portfolio().team_by_name(name);
  const int row = team == nullptr ? -1 : model_->row_of(team->id);
  if (row < 0) return;
  const QModelIndex index = model_->index(row, CapacityModel::name_column);
  view_->setCurrentIndex(index);
  view_->setFocus();
  view_->edit(index);
}

void TeamsPage::add_period() {
  const auto next = period_after(portfolio(), model_->kind());
  if (!next) return;
  const auto periods = portfolio().periods_in_order(model_->kind());
  const PeriodId last = periods.empty() ? PeriodId{} : periods.back()->id;
  document().edit(tr("Add %1").arg(QString::fromStdString(display_name(*next))), [&](storage::Edit& edit) {
    if (edit.portfolio().period_by_name(next->name) != nullptr)
      throw storage::EditRefused{
          {ErrorCode::conflict, "cannot add " + next->name, "another period has that name", "Rename the other period"}};
    std::vector<Capacity> rows;
    for (const Team* team : edit.portfolio().teams_in_order())
      for (const Capacity& row : edit.portfolio().owned_by<&Capacity::team>(team->id))
        if (last && row.period == last) rows.push_back(row);
    const PeriodId period = edit.insert(*next);
    for (Capacity row : rows) {
      row.id = {};
      row.period = period;
      edit.insert(row);
    }
  });
}

void TeamsPage::remove_team() {
  const TeamId id = model_->team_at(view_->currentIndex().row());
  const Team* team = portfolio().find(id);
  if (team == nullptr) return;
  document().edit(tr("Remove team %1").arg(QString::fromStdString(team->name)), [&](storage::Edit& edit) { edit.erase(id); });
}

}  // namespace tradewind::gui
