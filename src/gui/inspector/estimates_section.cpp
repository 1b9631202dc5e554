#include "gui/inspector/estimates_section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <memory>

#include "gui/inspector/number_field.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int number_width = 52;
constexpr int button_width = 24;

/// A line whose numbers stand in the same columns as those of all others.
QHBoxLayout* line_in(QWidget* widget) {
  auto* layout = new QHBoxLayout(widget);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(4);
  return layout;
}

QLabel* number_label(const QString& text, QWidget* parent) {
  auto* label = muted_label(text, parent);
  label->setFixedWidth(number_width);
  label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return label;
}

}  // namespace

EstimatesSection::EstimatesSection(const PageContext& context, QWidget* parent)
    : Section(context, tr("Effort, person-weeks"), parent) {
  const auto add_line = [this](const QString& first, const QString& low, const QString& likely, const QString& high) {
    auto* widget = new QWidget(this);
    QHBoxLayout* layout = line_in(widget);
    layout->addWidget(muted_label(first, widget), 1);
    for (const QString& text : {low, likely, high}) layout->addWidget(number_label(text, widget));
    layout->addSpacing(button_width + layout->spacing());
    body()->addWidget(widget);
    return widget;
  };
  add_line(tr("Team"), tr("Low"), tr("Likely"), tr("High"));
  lines_ = new QVBoxLayout;
  lines_->setSpacing(4);
  body()->addLayout(lines_);
  total_line_ = add_line(tr("Total"), {}, {}, {});
  const auto labels = total_line_->findChildren<QLabel*>();
  low_total_ = labels.at(1);
  likely_total_ = labels.at(2);
  high_total_ = labels.at(3);
  low_total_->setObjectName("estimate_low_total");
  likely_total_->setObjectName("estimate_likely_total");
  high_total_->setObjectName("estimate_high_total");
  add_ = new FieldCombo(tr("Add the estimate of a team"), this);
  add_->setObjectName("estimate_add");
  body()->addWidget(add_);
  connect(add_, &FieldCombo::committed, this, [this](qint64 team) { add_team(TeamId{team}); });
}

std::vector<QWidget*> EstimatesSection::tab_stops() const {
  std::vector<QWidget*> stops;
  for (const EstimateId id : order_)
    for (const auto& row : rows_)
      if (row->estimate == id) stops.insert(stops.end(), {row->low, row->likely, row->high, row->remove});
  stops.push_back(add_);
  return stops;
}

QString EstimatesSection::team_name(TeamId id) const {
  const Team* team = portfolio().find(id);
  return team == nullptr ? tr("No team named") : QString::fromStdString(team->name);
}

std::vector<Estimate> EstimatesSection::estimates_in_order(ItemId item) const {
  std::vector<Estimate> estimates;
  for (const Estimate& row : portfolio().owned_by<&Estimate::item>(item)) estimates.push_back(row);
  const auto place = [this](const Estimate& row) {
    const Team* team = portfolio().find(row.team);
    return team == nullptr ? std::numeric_limits<int>::max() : team->position;
  };
  std::sort(estimates.begin(), estimates.end(),
            [&](const Estimate& a, const Estimate& b) { return place(a) != place(b) ? place(a) < place(b) : a.id < b.id; });
  return estimates;
}

EstimatesSection::Row* EstimatesSection::make_row() {
  rows_.push_back(std::make_unique<Row>());
  Row* row = rows_.back().get();
  row->widget = new QWidget(this);
  QHBoxLayout* layout = line_in(row->widget);
  row->team = new QLabel(row->widget);
  row->team->setTextFormat(Qt::PlainText);
  layout->addWidget(row->team, 1);
  const auto add_number = [&](OptionalNumber Estimate::*number) {
    auto* field = new FieldEdit({}, row->widget);
    field->setFixedWidth(number_width);
    field->setAlignment(Qt::AlignRight);
    layout->addWidget(field);
    connect(field, &FieldEdit::committed, this,
            [this, row, field, number](const QString& text) { set_number(field, row->estimate, number, text); });
    return field;
  };
  row->low = add_number(&Estimate::low);
  row->likely = add_number(&Estimate::likely);
  row->high = add_number(&Estimate::high);
  row->team->setBuddy(row->likely);
  row->remove = new QToolButton(row->widget);
  row->remove->setIcon(icon("close"));
  row->remove->setFixedSize(button_width, button_width);
  layout->addWidget(row->remove);
  connect(row->remove, &QToolButton::clicked, this, [this, row] { remove(row->estimate); });
  return row;
}

EstimatesSection::Row* EstimatesSection::row_of(EstimateId estimate) {
  for (const auto& row : rows_)
    if (row->estimate == estimate) return row.get();
  return nullptr;
}

void EstimatesSection::show_row(Row& row, const Estimate& estimate, int place) {
  const QString team = team_name(estimate.team);
  row.team->setText(team);
  row.low->setObjectName("estimate_low_" + team);
  row.likely->setObjectName("estimate_likely_" + team);
  row.high->setObjectName("estimate_high_" + team);
  row.remove->setObjectName("estimate_remove_" + team);
  row.low->setAccessibleName(tr("%1, low").arg(team));
  row.likely->setAccessibleName(tr("%1, likely").arg(team));
  row.high->setAccessibleName(tr("%1, high").arg(team));
  row.remove->setAccessibleName(tr("Remove the estimate of %1").arg(team));
  row.remove->setToolTip(row.remove->accessibleName());
  row.low->show_value(number_field_text(estimate.low));
  row.likely->show_value(number_field_text(estimate.likely));
  row.high->show_value(number_field_text(estimate.high));
  if (lines_->indexOf(row.widget) != place) lines_->insertWidget(place, row.widget);
  row.widget->show();
}

bool EstimatesSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  const ItemId item = items.front()->id;
  const std::vector<Estimate> estimates = estimates_in_order(item);
  std::vector<EstimateId> order;
  for (const Estimate& estimate : estimates) order.push_back(estimate.id);
  for (const auto& row : rows_) {
    if (std::find(order.begin(), order.end(), row->estimate) != order.end()) continue;
    // Nothing is left to which this could be committed.
    row->estimate = {};
    for (FieldEdit* field : {row->low, row->likely, row->high}) field->reset();
    row->widget->hide();
  }
  int place = 0;
  for (const Estimate& estimate : estimates) {
    Row* row = row_of(estimate.id);
    if (row == nullptr) row = row_of({});
    if (row == nullptr) row = make_row();
    row->estimate = estimate.id;
    show_row(*row, estimate, place++);
  }
  show_total(item);
  total_line_->setVisible(!estimates.empty());
  offer_teams(estimates);
  if (order != order_) {
    order_ = std::move(order);
    emit rows_changed();
  }
  return true;
}

void EstimatesSection::show_total(ItemId item) {
  low_total_->setText(number_field_text(portfolio().low_effort(item)));
  likely_total_->setText(number_field_text(portfolio().likely_effort(item)));
  high_total_->setText(number_field_text(portfolio().high_effort(item)));
}

void EstimatesSection::offer_teams(const std::vector<Estimate>& estimates) {
  std::vector<FieldCombo::Choice> choices;
  for (const Team* team : portfolio().teams_in_order())
    if (std::none_of(estimates.begin(), estimates.end(), [&](const Estimate& row) { return row.team == team->id; }))
      choices.push_back({team->id.value, QString::fromStdString(team->name)});
  add_->setVisible(!choices.empty());
  add_->set_choices(choices);
  add_->show_value(std::nullopt, tr("Add a team"));
}

void EstimatesSection::set_number(FieldEdit* field, EstimateId id, OptionalNumber Estimate::*number, const QString& text) {
  const auto value = read_number(text);
  if (!value) {
    field->mark_mistake(tr("This is not a number."));
    return;
  }
  const Estimate* stored = portfolio().find(id);
  if (stored == nullptr) return;
  const bool is_stored =
      context().document.edit(edit_label(tr("effort of %1").arg(team_name(stored->team))), [&](storage::Edit& edit) {
        const Estimate* before = edit.portfolio().find(id);
        if (before == nullptr) return;
        Estimate row = *before;
        row.*number = *value;
        edit.update(row);
      });
  if (!is_stored) field->mark_mistake(tr("Low, likely and high must ascend from 0."));
}

void EstimatesSection::remove(EstimateId id) {
  const Estimate* stored = portfolio().find(id);
  if (stored == nullptr) return;
  context().document.edit(edit_label(tr("no effort of %1").arg(team_name(stored->team))),
                          [&](storage::Edit& edit) { edit.erase(id); });
}

void EstimatesSection::add_team(TeamId team) {
  edit_each_item(tr("effort of %1").arg(team_name(team)), [&](storage::Edit& edit, ItemId item) {
    Estimate row;
    row.item = item;
    row.team = team;
    edit.insert(row);
  });
}

}  // namespace tradewind::gui
