#include "gui/inspector/outcome_section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <iterator>

#include "gui/inspector/date_field.h"
#include "gui/inspector/head_section.h"
#include "gui/inspector/number_field.h"
#include "gui/shell/qt_text.h"
#include "tradewind/views/outcomes_view.h"

namespace tradewind::gui {
namespace {

constexpr int label_width = 64;
constexpr int statement_height = 64;

}  // namespace

OutcomeSection::OutcomeSection(const PageContext& context, QWidget* parent)
    : Section(context, {}, parent), fields_(new OutcomeFields(context.document, this)) {
  key_ = muted_label({}, this);
  key_->setTextFormat(Qt::PlainText);
  title_ = new FieldEdit(tr("Title of the outcome"), this);
  title_->setObjectName("outcome_title");
  style_as_heading(title_);
  key_->setBuddy(title_);
  stops_.push_back(title_);
  body()->addWidget(key_);
  body()->addWidget(title_);
  fields_->add_text(title_, tr("title"), &Outcome::title);
  fields_->add_text(add_field(tr("Short"), "outcome_short_title"), tr("short title"), &Outcome::short_title);
  fields_->add_text(add_field(tr("Metric"), "outcome_metric"), tr("metric"), &Outcome::metric);
  fields_->add_text(add_field(tr("Unit"), "outcome_unit"), tr("unit"), &Outcome::unit);
  fields_->add_number(add_field(tr("Baseline"), "outcome_baseline"), tr("baseline"), &Outcome::baseline);
  fields_->add_number(add_field(tr("Target"), "outcome_target"), tr("target"), &Outcome::target);
  fields_->add_date(add_field(tr("Due"), "outcome_due"), tr("due date"), &Outcome::due);
  fields_->add_text(add_field(tr("Owner"), "outcome_owner"), tr("owner"), &Outcome::owner);
  parent_ = new FieldCombo(tr("The outcome that it is a part of"), this);
  parent_->setObjectName("outcome_parent");
  add_line(tr("Part of"), parent_);
  statement_ = new FieldText(tr("Statement"), this);
  statement_->setObjectName("outcome_statement");
  statement_->setPlaceholderText(tr("What it means, in words"));
  statement_->setFixedHeight(statement_height);
  body()->addWidget(statement_);
  stops_.push_back(statement_);
  facts_ = plain_label(this);
  facts_->setObjectName("outcome_facts");
  body()->addWidget(facts_);
  connect(parent_, &FieldCombo::committed, this, [this](qint64 value) {
    fields_->edit(tr("what it is part of"), [&](Outcome& outcome) { outcome.parent = OutcomeId{value}; });
  });
  connect(statement_, &FieldText::committed, this, [this](const QString& typed) {
    fields_->edit(tr("statement"), [&](Outcome& outcome) { outcome.statement = typed.toStdString(); });
  });
}

FieldEdit* OutcomeSection::add_field(const QString& label, const QString& name) {
  auto* field = new FieldEdit(label, this);
  field->setObjectName(name);
  add_line(label, field);
  return field;
}

void OutcomeSection::add_line(const QString& label, QWidget* field) {
  QLabel* text = muted_label(label, this);
  text->setBuddy(field);
  text->setFixedWidth(label_width);
  auto* line = new QHBoxLayout;
  line->addWidget(text);
  line->addWidget(field, 1);
  body()->addLayout(line);
  stops_.push_back(field);
}

void OutcomeSection::show_outcome(const Outcome* outcome) {
  fields_->show(outcome);
  setVisible(outcome != nullptr);
  if (outcome == nullptr) return;
  key_->setText(qt_text(outcome->key));
  offer_parents(*outcome);
  statement_->show_value(qt_text(outcome->statement));
  facts_->setText(facts_of(*outcome));
}

/// Every outcome but itself and its own parts.
void OutcomeSection::offer_parents(const Outcome& outcome) {
  std::vector<FieldCombo::Choice> choices{{0, tr("None")}};
  for (const views::OutcomeInTree& other : views::outcome_tree(portfolio()))
    if (!views::is_within(portfolio(), other.outcome, outcome.id))
      choices.push_back({other.outcome->id.value, short_name_of(*other.outcome)});
  parent_->set_choices(choices);
  parent_->show_value(outcome.parent.value);
}

QString OutcomeSection::facts_of(const Outcome& outcome) const {
  QStringList lines;
  const CheckIn* last = nullptr;
  for (const CheckIn& row : portfolio().owned_by<&CheckIn::outcome>(outcome.id))
    if (last == nullptr || row.date > last->date) last = &row;
  if (last == nullptr) {
    lines.append(tr("Not measured yet."));
  } else {
    QString value = number_field_text(last->value);
    if (!outcome.unit.empty()) value += QChar(0x202F) + qt_text(outcome.unit);
    lines.append(tr("Measured %1 on %2.").arg(value, date_field_text(last->date)));
  }
  const auto rows = portfolio().owned_by<&Contribution::outcome>(outcome.id);
  const auto count = std::distance(rows.begin(), rows.end());
  lines.append(count == 0   ? tr("No item serves it yet.")
               : count == 1 ? tr("1 item serves it.")
                            : tr("%1 items serve it.").arg(count));
  return lines.join('\n');
}

}  // namespace tradewind::gui
