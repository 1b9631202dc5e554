#include "gui/inspector/estimates_section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>

#include "gui/inspector/number_field.h"

namespace tradewind::gui {
namespace {

constexpr int number_width = 52;
constexpr int button_width = 24;

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
  lines_layout_ = new QVBoxLayout;
  lines_layout_->setSpacing(4);
  body()->addLayout(lines_layout_);
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
  for (const Line* line : lines_.in_order()) stops.insert(stops.end(), {line->low, line->likely, line->high, line->remove});
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

void EstimatesSection::make_line(Line& line) {
  line.widget = new QWidget(this);
  QHBoxLayout* layout = line_in(line.widget);
  line.team = new QLabel(line.widget);
  line.team->setTextFormat(Qt::PlainText);
  layout->addWidget(line.team, 1);
  const auto add_number = [&](OptionalNumber Estimate::*number) {
    auto* field = new FieldEdit({}, line.widget);
    field->setFixedWidth(number_width);
    field->setAlignment(Qt::AlignRight);
    layout->addWidget(field);
    connect(field, &FieldEdit::committed, this,
            [this, &line, field, number](const QString& text) { set_number(field, line.id, number, text); });
    return field;
  };
  line.low = add_number(&Estimate::low);
  line.likely = add_number(&Estimate::likely);
  line.high = add_number(&Estimate::high);
  line.team->setBuddy(line.likely);
  line.remove = remove_button(line.widget);
  layout->addWidget(line.remove);
  connect(line.remove, &QToolButton::clicked, this, [this, &line] { remove(line.id); });
}

void EstimatesSection::show_line(Line& line, const Estimate& estimate) {
  const QString team = team_name(estimate.team);
  line.team->setText(team);
  line.low->setObjectName("estimate_low_" + team);
  line.likely->setObjectName("estimate_likely_" + team);
  line.high->setObjectName("estimate_high_" + team);
  line.remove->setObjectName("estimate_remove_" + team);
  line.low->setAccessibleName(tr("%1, low").arg(team));
  line.likely->setAccessibleName(tr("%1, likely").arg(team));
  line.high->setAccessibleName(tr("%1, high").arg(team));
  line.remove->setAccessibleName(tr("Remove the estimate of %1").arg(team));
  line.remove->setToolTip(line.remove->accessibleName());
  line.low->show_value(number_field_text(estimate.low));
  line.likely->show_value(number_field_text(estimate.likely));
  line.high->show_value(number_field_text(estimate.high));
}

bool EstimatesSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  const ItemId item = items.front()->id;
  const std::vector<Estimate> estimates = estimates_in_order(item);
  std::vector<EstimateId> order;
  for (const Estimate& estimate : estimates) order.push_back(estimate.id);
  const bool is_other = lines_.arrange(lines_layout_, order, [this](Line& line) { make_line(line); });
  for (const Estimate& estimate : estimates) show_line(*lines_.find(estimate.id), estimate);
  show_total(item);
  total_line_->setVisible(!estimates.empty());
  offer_teams(estimates);
  if (is_other) emit rows_changed();
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
  if (!value) return field->mark_mistake(number_mistake());
  const Estimate* stored = portfolio().find(id);
  if (stored == nullptr) return;
  field->tell_refusal(try_edit_row<Estimate>(edit_label(tr("effort of %1").arg(team_name(stored->team))), id,
                                             [&](Estimate& row) { row.*number = *value; }));
}

void EstimatesSection::remove(EstimateId id) {
  const Estimate* stored = portfolio().find(id);
  if (stored != nullptr) erase_row(edit_label(tr("no effort of %1").arg(team_name(stored->team))), id);
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
