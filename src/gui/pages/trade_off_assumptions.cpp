#include "gui/pages/trade_off_assumptions.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "gui/inspector/fields.h"
#include "gui/inspector/number_field.h"
#include "gui/inspector/section.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int number_width = 46;

}  // namespace

TradeOffAssumptions::TradeOffAssumptions(QWidget* parent) : QFrame(parent) {
  setObjectName("tradeoff_assumptions");
  setAccessibleName(tr("Assumptions"));
  auto* rules = new QHBoxLayout;
  rules->setSpacing(8);
  rules->addWidget(new QLabel(tr("The solver takes")));
  estimates_ = add_rule(*rules, "tradeoff_estimates", tr("Which estimates the solver takes"));
  for (const auto& [name, choice] : {std::pair{tr("Likely estimates"), workbench::EstimateChoice::likely},
                                     std::pair{tr("Low estimates"), workbench::EstimateChoice::low},
                                     std::pair{tr("High estimates"), workbench::EstimateChoice::high}})
    estimates_->addItem(name, static_cast<int>(choice));
  rules->addWidget(new QLabel(tr("and counts a week of delay in")));
  basis_ = add_rule(*rules, "tradeoff_basis", tr("What a week of delay is counted in"));
  for (const auto& [name, choice] : {std::pair{tr("Cost of delay, else reach"), workbench::ValueBasis::automatic},
                                     std::pair{tr("Cost of delay"), workbench::ValueBasis::money},
                                     std::pair{tr("Reach × impact"), workbench::ValueBasis::reach},
                                     std::pair{tr("Outcomes"), workbench::ValueBasis::outcomes}})
    basis_->addItem(name, static_cast<int>(choice));
  rules->addStretch(1);

  auto* test = new QHBoxLayout;
  test->setSpacing(6);
  const auto at_least_nothing = [](double value) { return value >= 0 ? QString() : tr("It is below nothing. Give 0 or more."); };
  test->addWidget(new QLabel(tr("A test first takes")));
  add_number(*test, "tradeoff_test_weeks", tr("Weeks of a test first"), &workbench::RequestTest::weeks,
             [](double value) { return value > 0 ? QString() : tr("A test takes time. Give more than 0 weeks."); });
  test->addWidget(new QLabel(tr("weeks,")));
  add_number(*test, "tradeoff_test_effort", tr("Person-weeks of a test first"), &workbench::RequestTest::person_weeks,
             at_least_nothing);
  test->addWidget(new QLabel(tr("person-weeks of")));
  team_ = new FieldCombo(tr("Team that does a test first"));
  team_->setObjectName("tradeoff_test_team");
  team_->setMinimumContentsLength(5);
  connect(team_, &FieldCombo::committed, this, [this](qint64 team) {
    test_.team = TeamId{team};
    team_->show_value(team);
    emit changed();
  });
  test->addWidget(team_);
  test->addWidget(new QLabel(tr("and costs")));
  add_number(*test, "tradeoff_test_cost", tr("Cost of a test first, in the unit of the price"), &workbench::RequestTest::cost,
             at_least_nothing);
  test->addStretch(1);

  mistake_ = plain_label(this);
  mistake_->setObjectName("tradeoff_test_mistake");
  mistake_->setProperty("role", "danger");
  mistake_->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 8, 12, 8);
  column->setSpacing(6);
  column->addLayout(rules);
  column->addLayout(test);
  column->addWidget(mistake_);
}

QComboBox* TradeOffAssumptions::add_rule(QHBoxLayout& line, const QString& object_name, const QString& name) {
  auto* rule = new QComboBox;
  rule->setObjectName(object_name);
  rule->setAccessibleName(name);
  rule->setToolTip(name);
  rule->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  rule->setMinimumContentsLength(10);
  connect(rule, &QComboBox::currentIndexChanged, this, &TradeOffAssumptions::changed);
  line.addWidget(rule);
  return rule;
}

FieldEdit* TradeOffAssumptions::add_number(QHBoxLayout& line, const QString& object_name, const QString& name,
                                           double workbench::RequestTest::*number,
                                           const std::function<QString(double)>& mistake) {
  auto* field = new FieldEdit(name);
  field->setObjectName(object_name);
  field->setToolTip(name);
  field->setFixedWidth(number_width);
  field->show_value(number_field_text(test_.*number));
  connect(field, &FieldEdit::committed, this,
          [this, field, number, mistake](const QString& text) { take(*field, text, number, mistake); });
  connect(field, &FieldEdit::textEdited, this, [this] { mistake_->hide(); });
  line.addWidget(field);
  return field;
}

void TradeOffAssumptions::take(FieldEdit& field, const QString& text, double workbench::RequestTest::*number,
                               const std::function<QString(double)>& mistake) {
  const auto read = read_number(text);
  const QString why =
      !read || !read->has_value() ? tr("\"%1\" is not a number. Give one, such as 2 or 0.5.").arg(text) : mistake(read->value());
  mistake_->setText(why);
  mistake_->setVisible(!why.isEmpty());
  if (!why.isEmpty()) return field.mark_mistake(why);
  test_.*number = read->value();
  field.show_value(number_field_text(test_.*number));
  emit changed();
}

void TradeOffAssumptions::list_teams(const Portfolio& portfolio) {
  if (!portfolio.contains(test_.team)) test_.team = {};
  std::vector<FieldCombo::Choice> choices{{0, tr("Any team")}};
  for (const Team* team : portfolio.teams_in_order()) choices.push_back({team->id.value, qt_text(team->name)});
  team_->set_choices(choices);
  team_->show_value(test_.team.value);
}

void TradeOffAssumptions::put_into(workbench::TradeOffOptions& question) const {
  question.planning.estimates = static_cast<workbench::EstimateChoice>(estimates_->currentData().toInt());
  question.planning.estimates_of_also = question.planning.estimates;
  question.planning.basis = static_cast<workbench::ValueBasis>(basis_->currentData().toInt());
  question.test = test_;
}

bool TradeOffAssumptions::is_unusual() const {
  const workbench::RequestTest usual;
  return estimates_->currentIndex() != 0 || basis_->currentIndex() != 0 || test_.weeks != usual.weeks ||
         test_.person_weeks != usual.person_weeks || test_.team || test_.cost != usual.cost;
}

}  // namespace tradewind::gui
