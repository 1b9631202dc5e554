#include "gui/inspector/factors_section.h"

#include <QGridLayout>
#include <QLabel>
#include <iterator>

#include "gui/inspector/number_field.h"
#include "gui/shell/help_link.h"
#include "tradewind/scoring/registry.h"

namespace tradewind::gui {
namespace {

bool has_one_estimate_at_most(const Portfolio& portfolio, ItemId item) {
  const auto rows = portfolio.owned_by<&Estimate::item>(item);
  return std::distance(rows.begin(), rows.end()) <= 1;
}

/// Ends with one full stop, whatever it ended with.
QString as_sentence(const std::string& text) {
  const QString out = QString::fromStdString(text);
  return out.isEmpty() || out.endsWith('.') ? out : out + ".";
}

}  // namespace

FactorsSection::FactorsSection(const PageContext& context, QWidget* parent) : Section(context, tr("Factors"), parent) {
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(6);
  grid->setVerticalSpacing(2);
  body()->addLayout(grid);
  const auto add = [&](const QString& name, const QString& object_name, const QString& tip) {
    auto* field = new FieldEdit(name, this);
    field->setObjectName(object_name);
    field->setToolTip(tip);
    QLabel* label = muted_label(name, this);
    label->setBuddy(field);
    const int column = grid->count() / 2;
    grid->addWidget(label, 0, column);
    grid->addWidget(field, 1, column);
    grid->setColumnStretch(column, 1);
    return field;
  };
  reach_ = add(tr("Reach"), "inspector_reach", tr("People per quarter"));
  impact_ = add(tr("Impact"), "inspector_impact", tr("3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal"));
  confidence_ = add(tr("Confidence"), "inspector_confidence", tr("80 %, 80 and 0.8 are the same"));
  effort_ = add(tr("Effort, pw"), "inspector_effort", {});
  effort_->setAccessibleName(tr("Effort in person-weeks"));
  score_ = plain_label(this);
  score_->setObjectName("inspector_rice");
  formula_ = plain_label(this);
  formula_->setObjectName("inspector_rice_formula");
  formula_->setProperty("role", "muted");
  body()->addWidget(score_);
  body()->addWidget(formula_);
  help_ = new QLabel(QString("<a href=\"%1\">%2</a>").arg(link_to_method(u"rice"), tr("How RICE works")), this);
  help_->setObjectName("inspector_rice_help");
  help_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
  body()->addWidget(help_);
  connect(help_, &QLabel::linkActivated, this, [&actions = context.actions](const QString& link) { open_help(actions, link); });

  connect(reach_, &FieldEdit::committed, this,
          [this](const QString& text) { set_factor(reach_, tr("reach"), &Item::reach, read_number(text)); });
  connect(impact_, &FieldEdit::committed, this,
          [this](const QString& text) { set_factor(impact_, tr("impact"), &Item::impact, read_number(text)); });
  connect(confidence_, &FieldEdit::committed, this,
          [this](const QString& text) { set_factor(confidence_, tr("confidence"), &Item::confidence, read_share(text)); });
  connect(effort_, &FieldEdit::committed, this, &FactorsSection::set_effort);
}

void FactorsSection::set_factor(FieldEdit* field, const QString& name, OptionalNumber Item::*factor,
                                std::optional<OptionalNumber> value) {
  if (!value) return field->mark_mistake(number_mistake());
  field->tell_refusal(try_edit_items(name, [&](Item& item) { item.*factor = *value; }));
}

void FactorsSection::set_effort(const QString& text) {
  const auto value = read_number(text);
  if (!value) return effort_->mark_mistake(number_mistake());
  effort_->tell_refusal(try_edit_each_item(tr("effort"), [&](storage::Edit& edit, ItemId item) {
    // The field is read-only where several teams estimate; somebody may have added an estimate a moment ago.
    if (!has_one_estimate_at_most(edit.portfolio(), item))
      throw storage::EditRefused{
          {ErrorCode::conflict, "cannot set the effort", "several teams estimate this item", "set the effort of each team"}};
    Estimate row;
    row.item = item;
    for (const Estimate& old : edit.portfolio().owned_by<&Estimate::item>(item)) row = old;
    row.likely = *value;
    const bool says_nothing = !row.team && !row.low && !row.likely && !row.high;
    if (says_nothing && row.id)
      edit.erase(row.id);
    else if (row.id)
      edit.update(row);
    else if (!says_nothing)
      edit.insert(row);
  }));
}

bool FactorsSection::refresh(const std::vector<const Item*>& items) {
  show_factor(reach_, items, &Item::reach, false);
  show_factor(impact_, items, &Item::impact, false);
  show_factor(confidence_, items, &Item::confidence, true);
  show_effort(items);
  const bool is_one = items.size() == 1;
  score_->setVisible(is_one);
  formula_->setVisible(is_one);
  help_->setVisible(is_one);
  if (is_one) show_score(*items.front());
  return true;
}

void FactorsSection::show_factor(FieldEdit* field, const std::vector<const Item*>& items, OptionalNumber Item::*factor,
                                 bool is_share) {
  const auto value = shared_value<OptionalNumber>(items, [&](const Item& item) { return item.*factor; });
  if (value)
    field->show_value(is_share ? share_field_text(*value) : number_field_text(*value));
  else
    field->show_various();
}

void FactorsSection::show_effort(const std::vector<const Item*>& items) {
  const auto value = shared_value<OptionalNumber>(items, [this](const Item& item) { return portfolio().likely_effort(item.id); });
  if (value)
    effort_->show_value(number_field_text(*value));
  else
    effort_->show_various();
  bool is_sum = false;
  for (const Item* item : items) is_sum = is_sum || !has_one_estimate_at_most(portfolio(), item->id);
  effort_->setReadOnly(is_sum);
  effort_->setToolTip(is_sum ? tr("Person-weeks of all teams; set them team by team.") : tr("Likely person-weeks"));
}

void FactorsSection::show_score(const Item& item) {
  const scoring::Method* method = scoring::find_method("rice");
  if (method == nullptr) return;
  const scoring::ScoreResult result = method->score(portfolio(), item);
  if (const scoring::Score* score = scoring::score_of(result)) {
    const scoring::Explanation& why = score->explanation;
    score_->setText(tr("RICE %1").arg(QString::fromStdString(why.result)));
    QStringList sentences{QString::fromStdString(why.with_numbers) + " = " + QString::fromStdString(why.result) + "."};
    for (const std::string& note : why.notes) sentences.append(as_sentence(note));
    formula_->setText(sentences.join(' '));
    formula_->setToolTip(QString::fromStdString(why.formula) + "\n" + QString::fromStdString(why.source));
  } else if (const scoring::Unscored* none = scoring::unscored_of(result)) {
    score_->setText(tr("No RICE score yet"));
    formula_->setText(as_sentence(none->why));
    formula_->setToolTip({});
  }
}

}  // namespace tradewind::gui
