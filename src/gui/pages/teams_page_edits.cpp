// What the page of teams and periods changes; each is one edit.
#include <QLocale>

#include "gui/pages/capacity_table.h"
#include "gui/pages/period_plan.h"
#include "gui/pages/teams_page.h"
#include "gui/shell/qt_text.h"
#include "tradewind/domain/rows_with.h"
#include "tradewind/workbench/edit_rows.h"

namespace tradewind::gui {
namespace {

std::string free_team_name(const Portfolio& portfolio, const QString& wish) {
  QString name = wish;
  for (int number = 2; portfolio.team_by_name(name.toStdString()) != nullptr; ++number)
    name = wish + " " + QString::number(number);
  return name.toStdString();
}

}  // namespace

std::vector<Period> TeamsPage::next_periods() const {
  PeriodWish wish;
  wish.kind = model_->kind();
  const auto periods = portfolio().periods_in_order(wish.kind);
  if (wish.kind != PeriodKind::sprint || periods.empty()) return wished_periods(portfolio(), wish, today());
  // Sprints go on as the last one is called and as long as it is.
  Period next = next_period(*periods.back());
  next.id = {};
  return {next};
}

void TeamsPage::choose_fiscal_year(int index) {
  const int month = index + 1;
  if (month == portfolio().settings().fiscal_year_start_month) return;
  document().edit(tr("Start the fiscal year in %1").arg(QLocale(QLocale::English).monthName(month)),
                  [month](storage::Edit& edit) { change_fiscal_year(month, edit); });
  update_state();  // a month that was refused is not shown as if it were chosen
}

void TeamsPage::switch_cell() {
  const QModelIndex index = view_->currentIndex();
  if (model_->way_of(index) != CapacityModel::Way::unknown) model_->switch_way(index);
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
  const std::vector<Period> next = next_periods();
  if (next.empty()) return;
  document().edit(tr("Add %1").arg(qt_text(display_name(next.front()))), [&](storage::Edit& edit) { add_periods(next, edit); });
}

void TeamsPage::remove_team() {
  const TeamId id = model_->team_at(view_->currentIndex().row());
  const Team* team = portfolio().find(id);
  if (team == nullptr) return;
  const auto erase = [id](storage::Edit& edit) { edit.erase(id); };
  document().edit(tr("Remove team %1").arg(qt_text(team->name)), erase, rows_with<Team>(portfolio(), {id}));
}

void TeamsPage::move_team(int step) {
  const QModelIndex current = view_->currentIndex();
  const int to = current.row() + step;
  if (!current.isValid() || to < 0 || to >= model_->rowCount()) return;
  std::vector<Team> teams;
  for (const Team* team : portfolio().teams_in_order()) teams.push_back(*team);
  const TeamId moved = model_->team_at(current.row());
  std::swap(teams.at(static_cast<std::size_t>(current.row())), teams.at(static_cast<std::size_t>(to)));
  const QString label = tr("Move team %1").arg(qt_text(portfolio().find(moved)->name));
  const int column = current.column();  // the edit resets the model
  document().edit(label, [&](storage::Edit& edit) {
    int position = 0;
    for (Team& team : teams) {
      team.position = position++;
      edit.update(team);
    }
  });
  view_->setCurrentIndex(model_->index(model_->row_of(moved), column));
}

}  // namespace tradewind::gui
