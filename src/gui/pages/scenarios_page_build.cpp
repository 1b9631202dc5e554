// The widgets of the page of scenarios.
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>

#include "gui/dialogs/message_line.h"
#include "gui/pages/scenario_differences.h"
#include "gui/pages/scenarios_page.h"
#include "gui/scene/picking.h"
#include "gui/shell/scenario_actions.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int row_height = 27;
constexpr int steps_column = 2;
constexpr int letters_of_plan = 14;
constexpr int widest_sentence = 520;

QPushButton* named_button(const char* name, const QString& text) {
  auto* button = new QPushButton(text);
  button->setObjectName(name);
  return button;
}

}  // namespace

ScenariosPage::ScenariosPage(const PageContext& context, ScenarioActions& scenarios)
    : Page(context), scenarios_(scenarios), comparer_(document()), last_shown_(document().shown_scenario()) {
  build_view();
  differences_ = new ScenarioDifferences;
  message_ = new MessageLine;
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(build_bar());
  column->addWidget(message_);
  auto* lower = new QSplitter(Qt::Horizontal);
  lower->setChildrenCollapsible(false);
  lower->addWidget(build_list());
  lower->addWidget(differences_);
  lower->setStretchFactor(0, 2);
  lower->setStretchFactor(1, 3);
  auto* whole = new QSplitter(Qt::Vertical);
  whole->setChildrenCollapsible(false);
  whole->addWidget(view_);
  whole->addWidget(lower);
  whole->setStretchFactor(0, 3);
  whole->setStretchFactor(1, 2);
  stack_ = new QStackedWidget;
  stack_->addWidget(build_empty());
  stack_->addWidget(whole);
  column->addWidget(stack_, 1);

  timer_.setSingleShot(true);
  connect(&timer_, &QTimer::timeout, this, &ScenariosPage::work);
  connect(&comparer_, &ScenarioComparer::compared, this, &ScenariosPage::show_compared);
  connect(&comparer_, &ScenarioComparer::refused, this, &ScenariosPage::show_refusal);
  connect(&comparer_, &ScenarioComparer::summed_up, this, &ScenariosPage::show_summary);
  connect(&document(), &Document::scenarios_changed, this, &ScenariosPage::follow_document);
  connect(differences_, &ScenarioDifferences::item_chosen, this, [this](ItemId item) { selection().select(item); });
  connect(differences_, &ScenarioDifferences::outcome_chosen, this, [this](OutcomeId outcome) { selection().select(outcome); });
  fill();
}

PageBar* ScenariosPage::build_bar() {
  auto* bar = new PageBar(tr("Scenarios"));
  before_ = new QComboBox;
  before_->setObjectName("compare_from");
  before_->setAccessibleName(tr("Compare from"));
  after_ = new QComboBox;
  after_->setObjectName("compare_to");
  after_->setAccessibleName(tr("Compare to"));
  for (QComboBox* box : {before_, after_}) {
    box->setToolTip(box->accessibleName());
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(letters_of_plan);
    connect(box, &QComboBox::activated, this, [this] {
      const auto plan_of = [](const QComboBox* chosen) {
        const ScenarioId id{chosen->currentData().toLongLong()};
        return id ? PlanId(id) : std::nullopt;
      };
      compare(plan_of(before_), plan_of(after_));
    });
  }
  swap_ = named_button("compare_swap", {});
  swap_->setIcon(icon("tradeoffs"));
  swap_->setAccessibleName(tr("Compare the other way round"));
  swap_->setToolTip(swap_->accessibleName());
  connect(swap_, &QPushButton::clicked, this, [this] { compare(to_, from_); });
  state_ = new QLabel(tr("Comparing…"));
  state_->setObjectName("compare_state");
  state_->setProperty("role", "muted");
  state_->hide();
  new_ = new QPushButton(icon("plus", views::Token::text_on), tr("New scenario from here…"));
  new_->setObjectName("new_scenario");
  new_->setProperty("role", "primary");
  connect(new_, &QPushButton::clicked, &scenarios_, &ScenarioActions::ask_for_new);
  bar->add(before_);
  bar->add(swap_);
  bar->add(after_);
  bar->add(state_);
  bar->add_stretch();
  bar->add(new_);
  return bar;
}

void ScenariosPage::build_view() {
  view_ = new SceneView;
  view_->setAccessibleName(tr("Timeline of the later plan, with what was before"));
  view_->set_layout([this](views::Size size) { return layout_for(size); });
  connect(view_, &SceneView::clicked, this,
          [this](const MarkId& mark, Qt::KeyboardModifiers modifiers) { pick(selection(), mark, modifiers); });
  connect(&selection(), &Selection::changed, this, [this] { view_->set_selected(selected_marks(selection())); });
}

QWidget* ScenariosPage::build_list() {
  list_ = new QTableWidget(0, 4);
  list_->setObjectName("scenario_list");
  list_->setAccessibleName(tr("Scenarios"));
  list_->setHorizontalHeaderLabels({tr("Scenario"), tr("Changes"), tr("Steps"), tr("Made")});
  list_->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  list_->horizontalHeaderItem(steps_column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  list_->setSelectionBehavior(QAbstractItemView::SelectRows);
  list_->setSelectionMode(QAbstractItemView::SingleSelection);
  list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  list_->setTabKeyNavigation(false);
  list_->setShowGrid(false);
  list_->setWordWrap(false);
  list_->verticalHeader()->hide();
  list_->verticalHeader()->setDefaultSectionSize(row_height);
  list_->horizontalHeader()->setHighlightSections(false);
  list_->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  list_->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  list_->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  list_->horizontalHeader()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
  connect(list_, &QTableWidget::currentCellChanged, this, [this](int row, int, int row_before) {
    if (row == row_before) return;
    if (const ScenarioId scenario = chosen()) compare(std::nullopt, scenario);
  });
  connect(list_, &QTableWidget::cellActivated, this, &ScenariosPage::show_chosen);

  show_ = named_button("scenario_show", tr("Show"));
  rename_ = named_button("scenario_rename", tr("Rename…"));
  adopt_ = named_button("scenario_adopt", tr("Adopt…"));
  adopt_->setToolTip(tr("Makes its changes in the baseline, as one step that undo takes back"));
  drop_ = named_button("scenario_drop", tr("Drop"));
  drop_->setToolTip(tr("Undo in the baseline brings it back"));
  connect(show_, &QPushButton::clicked, this, &ScenariosPage::show_chosen);
  connect(rename_, &QPushButton::clicked, this, [this] { scenarios_.ask_for_new_name(chosen()); });
  connect(adopt_, &QPushButton::clicked, this, [this] { scenarios_.adopt(chosen()); });
  connect(drop_, &QPushButton::clicked, this, [this] { scenarios_.drop(chosen()); });
  auto* panel = new QWidget;
  auto* column = new QVBoxLayout(panel);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(list_, 1);
  auto* row = new QHBoxLayout;
  row->setContentsMargins(16, 8, 12, 8);
  row->setSpacing(6);
  for (QPushButton* button : {show_, rename_, adopt_, drop_}) row->addWidget(button);
  row->addStretch(1);
  column->addLayout(row);
  return panel;
}

QWidget* ScenariosPage::build_empty() {
  auto* words = new QLabel(
      tr("A scenario is a what-if: a plan of its own over the baseline. Move, drop and change what you like in it, compare it "
         "with the baseline, then adopt it as one step or drop it. Nothing touches the baseline until then."));
  words->setObjectName("scenarios_empty");
  words->setWordWrap(true);
  words->setAlignment(Qt::AlignCenter);
  words->setProperty("role", "muted");
  words->setFixedWidth(widest_sentence);
  first_ = new QPushButton(icon("plus", views::Token::text_on), tr("New scenario from here…"));
  first_->setObjectName("first_scenario");
  first_->setProperty("role", "primary");
  connect(first_, &QPushButton::clicked, &scenarios_, &ScenarioActions::ask_for_new);
  auto* empty = new QWidget;
  auto* column = new QVBoxLayout(empty);
  column->setSpacing(16);
  column->addStretch(1);
  // In a row of its own: beside an alignment the height that the wrapped words need is not asked for.
  auto* row = new QHBoxLayout;
  row->addStretch(1);
  row->addWidget(words);
  row->addStretch(1);
  column->addLayout(row);
  column->addWidget(first_, 0, Qt::AlignHCenter);
  column->addStretch(1);
  return empty;
}

}  // namespace tradewind::gui
