#include "gui/pages/scenarios_page.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableWidget>

#include "gui/dialogs/message_line.h"
#include "gui/pages/scenario_differences.h"
#include "gui/scene/rows_layout.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "gui/shell/scenario_actions.h"
#include "tradewind/workbench/scenarios.h"

namespace tradewind::gui {
namespace {

enum Column { name, changes, steps, made };
constexpr int id_role = Qt::UserRole;
constexpr qlonglong baseline = 0;  // data of an entry: the scenario's id, or this

qlonglong data_of(ScenariosPage::PlanId plan) { return plan ? static_cast<qlonglong>(plan->value) : baseline; }

}  // namespace

QWidget* ScenariosPage::first_focus() {
  return stack_->currentIndex() == 0 ? static_cast<QWidget*>(first_) : static_cast<QWidget*>(list_);
}

QString ScenariosPage::status() const {
  const std::size_t count = document().baseline_portfolio().all<Scenario>().size();
  return count == 0 ? tr("No scenarios") : count_text(count, tr("scenario"), tr("scenarios"));
}

void ScenariosPage::set_today(Date today) {
  today_ = today;
  view_->refresh();
}

QString ScenariosPage::name_of(PlanId plan) const {
  const Scenario* scenario = plan ? document().baseline_portfolio().find(*plan) : nullptr;
  return scenario == nullptr ? tr("Baseline") : qt_text(scenario->name);
}

ScenarioId ScenariosPage::chosen() const {
  const QTableWidgetItem* cell = list_->item(list_->currentRow(), name);
  return cell == nullptr ? ScenarioId{} : ScenarioId{cell->data(id_role).toLongLong()};
}

void ScenariosPage::compare(PlanId from, PlanId to) {
  from_ = from;
  to_ = to;
  fill();
}

void ScenariosPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (is_old_ || is_due_) fill();
}

void ScenariosPage::follow_document() {
  // Somebody went to another plan: that one is of interest now.
  if (document().shown_scenario() != last_shown_) {
    last_shown_ = document().shown_scenario();
    if (last_shown_) {
      from_ = std::nullopt;
      to_ = last_shown_;
    }
  }
  refresh();
}

void ScenariosPage::refresh() {
  is_old_ = true;
  if (isVisible()) fill();
}

void ScenariosPage::fill() {
  const auto scenarios = workbench::scenarios_in_order(document().baseline_portfolio());
  const auto is_there = [this](PlanId plan) { return !plan || document().baseline_portfolio().contains(*plan); };
  if (!is_there(from_)) from_ = std::nullopt;
  if (!is_there(to_)) to_ = std::nullopt;
  if (!from_ && !to_ && !scenarios.empty()) to_ = scenarios.front()->id;
  stack_->setCurrentIndex(scenarios.empty() ? 0 : 1);
  for (QWidget* widget : std::initializer_list<QWidget*>{before_, swap_, after_, new_}) widget->setVisible(!scenarios.empty());
  fill_plans();
  fill_list();
  ask_to_compare();
  emit status_changed();
}

void ScenariosPage::fill_plans() {
  for (QComboBox* box : {before_, after_}) {
    const QSignalBlocker quiet(box);
    box->clear();
    box->addItem(tr("Baseline"), baseline);
    for (const Scenario* scenario : workbench::scenarios_in_order(document().baseline_portfolio()))
      box->addItem(qt_text(scenario->name), data_of(scenario->id));
    box->setCurrentIndex(box->findData(data_of(box == before_ ? from_ : to_)));
  }
}

void ScenariosPage::fill_list() {
  const QSignalBlocker quiet(list_);
  const Portfolio& plan = document().baseline_portfolio();
  const auto scenarios = workbench::scenarios_in_order(plan);
  const auto shown = document().shown_scenario();
  list_->setRowCount(static_cast<int>(scenarios.size()));
  int current = -1;
  for (int row = 0; row < list_->rowCount(); ++row) {
    const Scenario& scenario = *scenarios[static_cast<std::size_t>(row)];
    const auto cell = [&](Column column, const QString& text) {
      auto* item = new QTableWidgetItem(text);
      item->setToolTip(text);
      list_->setItem(row, column, item);
      return item;
    };
    QTableWidgetItem* first = cell(name, qt_text(scenario.name));
    first->setData(id_role, data_of(scenario.id));
    if (scenario.id == shown) {
      QFont bold = first->font();
      bold.setBold(true);
      first->setFont(bold);
      first->setToolTip(tr("%1, which is shown").arg(qt_text(scenario.name)));
      first->setData(Qt::AccessibleTextRole, first->toolTip());
    }
    const auto known = summaries_.find(scenario.id);
    cell(changes, known == summaries_.end() ? tr("…") : known->second);
    const std::size_t count = storage::edits_of_scenario(plan, scenario.id).size();
    cell(steps, figure(count))->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    cell(made, scenario.created ? qt_text(to_display(*scenario.created)) : QString("–"));
    if (to_ == scenario.id || (!to_ && from_ == scenario.id)) current = row;
  }
  list_->setCurrentCell(current, name);
  update_buttons();
}

void ScenariosPage::show_chosen() {
  if (const ScenarioId scenario = chosen()) document().show_scenario(scenario);
}

void ScenariosPage::update_buttons() {
  const ScenarioId scenario = chosen();
  const bool is_shown = document().shown_scenario() == scenario;
  show_->setEnabled(scenario && !is_shown);
  show_->setToolTip(is_shown ? tr("It is shown already.") : tr("The whole window shows this plan then (Enter)"));
  for (QPushButton* button : {rename_, adopt_, drop_}) button->setEnabled(static_cast<bool>(scenario));
}

/// Several changes in a row are looked at together.
void ScenariosPage::ask_to_compare() {
  is_due_ = true;
  timer_.start(0);
}

void ScenariosPage::work() {
  if (!isVisible()) return;
  if (is_old_) summed_up_.clear();
  is_old_ = is_due_ = false;
  const auto scenarios = workbench::scenarios_in_order(document().baseline_portfolio());
  if (scenarios.empty()) return;
  std::vector<ScenarioId> to_sum_up;
  for (const Scenario* scenario : scenarios)
    if (!summed_up_.contains(scenario->id)) to_sum_up.push_back(scenario->id);
  state_->show();
  comparer_.start(from_, to_, to_sum_up);
}

void ScenariosPage::show_compared(const ComparedPlans& plans) {
  state_->hide();
  message_->hide();
  plan_ = plans.after;
  ghosts_ = plans.ghosts;
  differences_->name_plans(name_of(from_), name_of(to_));
  differences_->show_groups(plans.differences);
  view_->refresh();
}

void ScenariosPage::show_refusal(const Error& error) {
  state_->hide();
  plan_.reset();
  ghosts_.clear();
  differences_->name_plans(name_of(from_), name_of(to_));
  differences_->show_sentence(tr("The plans cannot be compared."));
  message_->say(error);
  view_->refresh();
}

void ScenariosPage::show_summary(ScenarioId scenario, const QString& summary) {
  summaries_[scenario] = summary;
  summed_up_.insert(scenario);
  fill_list();
}

std::optional<ShownView> ScenariosPage::shown_view() const {
  if (plan_ == nullptr) return std::nullopt;
  ShownView shown;
  shown.view = workbench::View::roadmap;
  shown.options.before = ghosts_;
  shown.portfolio = plan_;
  shown.as_shown = tr("%1, with what lies elsewhere in %2").arg(name_of(to_), name_of(from_));
  shown.not_in_picture = tr("The list of differences is not in the picture.");
  shown.not_in_table = tr("A table holds %1 alone, without the differences.").arg(name_of(to_));
  return shown;
}

views::TimelineOptions ScenariosPage::timeline_options(views::Size size) const {
  views::TimelineOptions options;
  options.today = today_;
  options.width = size.width;
  options.minimum_height = size.height;
  options.header = false;
  options.capacity = false;
  options.before = ghosts_;
  return options;
}

SceneView::Work ScenariosPage::layout_for(views::Size size) const {
  if (plan_ == nullptr)
    return {[size](const auto&) {
      SceneView::Made empty;
      empty.scene.size = size;
      return empty;
    }};
  return {[plan = plan_, options = timeline_options(size)](const auto& measurer) {
            return SceneView::Made{views::layout_timeline(*plan, options, measurer), {}};
          },
          plan_->all<Placement>().size() >= many_drawn_rows};
}

}  // namespace tradewind::gui
