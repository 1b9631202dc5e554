#include "gui/inspector/contributions_section.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

#include "gui/inspector/number_field.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int number_width = 60;
constexpr int unit_width = 44;

}  // namespace

ContributionsSection::ContributionsSection(const PageContext& context, QWidget* parent)
    : Section(context, tr("Outcomes served, expected contribution"), parent),
      lines_layout_(new QVBoxLayout),
      add_(new FieldCombo(tr("Add an outcome that it serves"), this)) {
  lines_layout_->setSpacing(4);
  body()->addLayout(lines_layout_);
  add_->setObjectName("contribution_add");
  body()->addWidget(add_);
  connect(add_, &FieldCombo::committed, this, [this](qint64 outcome) { add(OutcomeId{outcome}); });
}

void ContributionsSection::make_line(Line& line) {
  line.widget = new QWidget(this);
  QHBoxLayout* layout = line_in(line.widget);
  line.name = new QPushButton(line.widget);
  line.name->setProperty("role", "quiet");
  line.name->setStyleSheet("text-align: left; padding: 1px 2px;");
  line.name->setCursor(Qt::PointingHandCursor);
  line.name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  line.effect = new FieldEdit({}, line.widget);
  line.effect->setFixedWidth(number_width);
  line.effect->setAlignment(Qt::AlignRight);
  line.effect->set_hint(tr("unknown"));
  line.effect->setToolTip(tr("What it adds at full success, in the unit of the outcome; above 0 helps"));
  line.unit = muted_label({}, line.widget);
  line.unit->setTextFormat(Qt::PlainText);
  line.unit->setFixedWidth(unit_width);
  line.remove = remove_button(line.widget);
  layout->addWidget(line.name, 1);
  layout->addWidget(line.effect);
  layout->addWidget(line.unit);
  layout->addWidget(line.remove);
  connect(line.name, &QPushButton::clicked, this, [this, &line] { context().selection.select(line.outcome); });
  connect(line.effect, &FieldEdit::committed, this, [this, &line](const QString& text) { set_effect(line, text); });
  connect(line.remove, &QToolButton::clicked, this, [this, &line] { erase_row(edit_label(tr("outcome")), line.id); });
}

void ContributionsSection::show_line(Line& line, const Contribution& row) {
  const Outcome* outcome = portfolio().find(row.outcome);
  const QString name = outcome != nullptr ? short_name_of(*outcome) : tr("An outcome that is gone");
  const QString key = outcome != nullptr ? qt_text(outcome->key) : QString();
  line.outcome = row.outcome;
  line.name->setText(QString(name).replace("&", "&&"));
  line.name->setToolTip(outcome != nullptr ? qt_text(outcome->title) : name);
  line.name->setAccessibleName(tr("Serves %1").arg(name));
  line.name->setObjectName("contribution_" + key);
  line.effect->setAccessibleName(tr("Expected contribution to %1").arg(name));
  line.effect->setObjectName("contribution_effect_" + key);
  line.effect->show_value(number_field_text(row.effect));
  line.unit->setText(outcome != nullptr ? qt_text(outcome->unit) : QString());
  line.remove->setObjectName("contribution_remove_" + key);
  line.remove->setAccessibleName(tr("It does not serve %1").arg(name));
  line.remove->setToolTip(line.remove->accessibleName());
}

std::vector<QWidget*> ContributionsSection::tab_stops() const {
  std::vector<QWidget*> stops;
  for (const Line* line : lines_.in_order()) stops.insert(stops.end(), {line->name, line->effect, line->remove});
  stops.push_back(add_);
  return stops;
}

bool ContributionsSection::refresh(const std::vector<const Item*>& items) {
  if (items.size() != 1) return false;
  std::vector<const Contribution*> rows;
  for (const Contribution& row : portfolio().owned_by<&Contribution::item>(items.front()->id)) rows.push_back(&row);
  const auto place = [this](const Contribution* row) {
    const Outcome* outcome = portfolio().find(row->outcome);
    return outcome == nullptr ? std::numeric_limits<int>::max() : outcome->position;
  };
  std::sort(rows.begin(), rows.end(), [&](const Contribution* a, const Contribution* b) {
    return place(a) != place(b) ? place(a) < place(b) : a->id < b->id;
  });
  std::vector<ContributionId> order;
  for (const Contribution* row : rows) order.push_back(row->id);
  const bool is_other = lines_.arrange(lines_layout_, order, [this](Line& line) { make_line(line); });
  for (const Contribution* row : rows) show_line(*lines_.find(row->id), *row);
  offer_outcomes(rows);
  if (is_other) emit rows_changed();
  return true;
}

void ContributionsSection::offer_outcomes(const std::vector<const Contribution*>& rows) {
  std::vector<FieldCombo::Choice> choices;
  for (const Outcome* outcome : portfolio().outcomes_in_order())
    if (std::none_of(rows.begin(), rows.end(), [&](const Contribution* row) { return row->outcome == outcome->id; }))
      choices.push_back({outcome->id.value, short_name_of(*outcome)});
  add_->setVisible(!choices.empty());
  add_->set_choices(choices);
  add_->show_value(std::nullopt, rows.empty() ? tr("Serves no outcome yet: add one") : tr("Add an outcome"));
}

void ContributionsSection::set_effect(Line& line, const QString& text) {
  const auto value = read_number(text);
  if (!value) return line.effect->mark_mistake(number_mistake());
  line.effect->tell_refusal(try_edit_row<Contribution>(edit_label(tr("expected contribution")), line.id,
                                                       [&](Contribution& row) { row.effect = *value; }));
}

void ContributionsSection::add(OutcomeId outcome) {
  edit_each_item(tr("outcome"), [&](storage::Edit& edit, ItemId item) {
    Contribution row;
    row.item = item;
    row.outcome = outcome;
    edit.insert(row);
  });
}

}  // namespace tradewind::gui
