#include "gui/inspector/outcome_section.h"

#include <QGridLayout>
#include <QLabel>
#include <iterator>

#include "gui/inspector/head_section.h"
#include "gui/inspector/number_field.h"

namespace tradewind::gui {

OutcomeSection::OutcomeSection(const PageContext& context, QWidget* parent) : Section(context, {}, parent) {
  key_ = muted_label({}, this);
  key_->setTextFormat(Qt::PlainText);
  title_ = new FieldEdit(tr("Title of the outcome"), this);
  title_->setObjectName("outcome_title");
  style_as_heading(title_);
  key_->setBuddy(title_);
  body()->addWidget(key_);
  body()->addWidget(title_);
  metric_ = add_field(tr("Metric"), "outcome_metric");
  unit_ = add_field(tr("Unit"), "outcome_unit");
  baseline_ = add_field(tr("Baseline"), "outcome_baseline");
  target_ = add_field(tr("Target"), "outcome_target");
  owner_ = add_field(tr("Owner"), "outcome_owner");
  facts_ = plain_label(this);
  facts_->setObjectName("outcome_facts");
  body()->addWidget(facts_);
  connect_text(title_, tr("title"), &Outcome::title);
  connect_text(metric_, tr("metric"), &Outcome::metric);
  connect_text(unit_, tr("unit"), &Outcome::unit);
  connect_number(baseline_, tr("baseline"), &Outcome::baseline);
  connect_number(target_, tr("target"), &Outcome::target);
  connect_text(owner_, tr("owner"), &Outcome::owner);
}

FieldEdit* OutcomeSection::add_field(const QString& label, const QString& name) {
  constexpr int label_width = 64;
  auto* field = new FieldEdit(label, this);
  field->setObjectName(name);
  QLabel* text = muted_label(label, this);
  text->setBuddy(field);
  text->setFixedWidth(label_width);
  auto* line = new QHBoxLayout;
  line->addWidget(text);
  line->addWidget(field, 1);
  body()->addLayout(line);
  return field;
}

void OutcomeSection::connect_text(FieldEdit* field, const QString& name, std::string Outcome::*text) {
  connect(field, &FieldEdit::committed, this, [this, field, name, text](const QString& typed) {
    if (!edit_outcome(name, [&](Outcome& outcome) { outcome.*text = typed.toStdString(); }))
      field->mark_mistake(tr("This text was refused."));
  });
}

void OutcomeSection::connect_number(FieldEdit* field, const QString& name, OptionalNumber Outcome::*number) {
  connect(field, &FieldEdit::committed, this, [this, field, name, number](const QString& typed) {
    const auto value = read_number(typed);
    if (!value)
      field->mark_mistake(tr("This is not a number."));
    else if (!edit_outcome(name, [&](Outcome& outcome) { outcome.*number = *value; }))
      field->mark_mistake(tr("This value was refused."));
  });
}

bool OutcomeSection::edit_outcome(const QString& field, const std::function<void(Outcome&)>& change) {
  const OutcomeId id = outcome_;
  const Outcome* stored = portfolio().find(id);
  if (stored == nullptr) return true;
  return context().document.edit(tr("Change %1: %2").arg(QString::fromStdString(stored->key), field), [&](storage::Edit& edit) {
    const Outcome* before = edit.portfolio().find(id);
    if (before == nullptr) return;
    Outcome outcome = *before;
    change(outcome);
    edit.update(outcome);
  });
}

void OutcomeSection::show_outcome(const Outcome* outcome) {
  outcome_ = outcome == nullptr ? OutcomeId{} : outcome->id;
  setVisible(outcome != nullptr);
  if (outcome == nullptr) return;
  key_->setText(QString::fromStdString(outcome->key));
  title_->show_value(QString::fromStdString(outcome->title));
  metric_->show_value(QString::fromStdString(outcome->metric));
  unit_->show_value(QString::fromStdString(outcome->unit));
  baseline_->show_value(number_field_text(outcome->baseline));
  target_->show_value(number_field_text(outcome->target));
  owner_->show_value(QString::fromStdString(outcome->owner));
  facts_->setText(facts_of(*outcome));
}

QString OutcomeSection::facts_of(const Outcome& outcome) const {
  QStringList lines;
  if (!outcome.statement.empty()) lines.append(QString::fromStdString(outcome.statement));
  const CheckIn* last = nullptr;
  for (const CheckIn& row : portfolio().owned_by<&CheckIn::outcome>(outcome.id))
    if (last == nullptr || row.date > last->date) last = &row;
  if (last == nullptr) {
    lines.append(tr("Not measured yet."));
  } else {
    QString value = number_field_text(last->value);
    if (!outcome.unit.empty()) value += QChar(0x202F) + QString::fromStdString(outcome.unit);
    lines.append(tr("Measured %1 on %2.").arg(value, QString::fromStdString(to_display(last->date))));
  }
  if (outcome.due) lines.append(tr("Due %1.").arg(QString::fromStdString(to_display(*outcome.due))));
  const auto rows = portfolio().owned_by<&Contribution::outcome>(outcome.id);
  const auto count = std::distance(rows.begin(), rows.end());
  lines.append(count == 0   ? tr("No item serves it yet.")
               : count == 1 ? tr("1 item serves it.")
                            : tr("%1 items serve it.").arg(count));
  return lines.join('\n');
}

std::vector<QWidget*> OutcomeSection::tab_stops() const { return {title_, metric_, unit_, baseline_, target_, owner_}; }

bool OutcomeSection::refresh(const std::vector<const Item*>&) { return false; }

}  // namespace tradewind::gui
