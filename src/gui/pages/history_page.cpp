#include "gui/pages/history_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include "gui/pages/history_compare.h"
#include "gui/pages/history_journey.h"
#include "gui/shell/next_steps.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int row_height = 28;

}  // namespace

HistoryPage::HistoryPage(const PageContext& context)
    : Page(context),
      model_(new HistoryModel(document(), this)),
      journey_(new HistoryJourney(document(), this)),
      compare_(new HistoryCompare(context)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  build_bar(column);
  build_progress(column);
  set_up_table();
  auto* empty =
      new QLabel(tr("Nothing has been changed yet.\nEvery edit will be listed here, and each can be taken back."), this);
  empty->setObjectName("history_empty");
  empty->setProperty("role", "muted");
  empty->setWordWrap(true);
  empty->setAlignment(Qt::AlignCenter);
  next_steps_ = new NextSteps(empty);
  auto* split = new QSplitter(Qt::Vertical, this);
  split->setChildrenCollapsible(false);
  split->addWidget(view_);
  split->addWidget(compare_);
  compare_->hide();
  stack_ = new QStackedWidget(this);
  stack_->addWidget(split);
  stack_->addWidget(empty);
  column->addWidget(stack_, 1);

  connect(undo_, &QPushButton::clicked, this, [this] { document().undo(); });
  connect(redo_, &QPushButton::clicked, this, [this] { document().redo(); });
  connect(compare_button_, &QPushButton::toggled, this, &HistoryPage::compare);
  connect(go_, &QPushButton::clicked, this, &HistoryPage::go_there);
  connect(cancel_, &QPushButton::clicked, journey_, &HistoryJourney::cancel);
  connect(escape_, &QShortcut::activated, journey_, &HistoryJourney::cancel);
  connect(journey_, &HistoryJourney::progressed, this, [this](int done, int total) {
    progress_->setRange(0, total);
    progress_->setValue(done);
    progress_text_->setText(tr("Step %1 of %2").arg(done).arg(total));
  });
  connect(journey_, &HistoryJourney::ended, this, &HistoryPage::show_end);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
    update_buttons();
    compare();
  });
  // Connected after the model, so that it is up to date here.
  connect(&document(), &Document::history_changed, this, [this] {
    if (journey_->is_running()) return;
    update_buttons();
    emit status_changed();
  });
  update_buttons();
  refresh_when_shown();  // the next step is an action of another page, which may not be there yet
}

void HistoryPage::refresh() {
  offer_next_steps();
  if (!journey_->is_running()) compare();
}

void HistoryPage::build_bar(QVBoxLayout* column) {
  auto* bar = new PageBar(tr("History"), this);
  const auto add_button = [&](const QString& text, const QString& icon_name, const QString& name) {
    auto* button = new QPushButton(text, bar);
    if (!icon_name.isEmpty()) button->setIcon(icon(icon_name));
    button->setObjectName(name);
    bar->add(button);
    return button;
  };
  bar->add_stretch();
  undo_ = add_button(tr("Undo"), "undo", "history_undo");
  redo_ = add_button(tr("Redo"), "redo", "history_redo");
  compare_button_ = add_button(tr("What is different since then"), {}, "history_compare_button");
  compare_button_->setCheckable(true);
  go_ = add_button(tr("Go back to here"), {}, "history_go_back");
  column->addWidget(bar);
}

void HistoryPage::build_progress(QVBoxLayout* column) {
  progress_line_ = new QWidget(this);
  auto* line = new QHBoxLayout(progress_line_);
  line->setContentsMargins(16, 4, 12, 4);
  progress_text_ = new QLabel(progress_line_);
  progress_text_->setObjectName("history_progress_text");
  progress_ = new QProgressBar(progress_line_);
  progress_->setAccessibleName(tr("Steps taken"));
  progress_->setTextVisible(false);
  cancel_ = new QPushButton(tr("Give up (Esc)"), progress_line_);
  cancel_->setObjectName("history_cancel");
  line->addWidget(progress_text_);
  line->addWidget(progress_, 1);
  line->addWidget(cancel_);
  progress_line_->hide();
  column->addWidget(progress_line_);
  // Only while there is something to give up: else Escape is everybody's.
  escape_ = new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
  escape_->setEnabled(false);
}

void HistoryPage::set_up_table() {
  view_ = new QTableView(this);
  view_->setObjectName("history_table");
  view_->setAccessibleName(tr("History"));
  view_->setModel(model_);
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setSelectionMode(QAbstractItemView::SingleSelection);
  view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  view_->setTabKeyNavigation(false);
  view_->setShowGrid(false);
  view_->setWordWrap(false);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(row_height);
  view_->horizontalHeader()->setHighlightSections(false);
  view_->horizontalHeader()->setSectionResizeMode(HistoryModel::what, QHeaderView::Stretch);
  view_->setColumnWidth(HistoryModel::when, 150);
  view_->setColumnWidth(HistoryModel::who, 140);
  view_->setColumnWidth(HistoryModel::rows, 100);
}

QString HistoryPage::status() const {
  const int count = model_->rowCount();
  return count == 1 ? tr("1 entry") : tr("%1 entries").arg(count);
}

QWidget* HistoryPage::first_focus() { return view_; }

int HistoryPage::current_row() const { return view_->currentIndex().isValid() ? view_->currentIndex().row() : -1; }

int HistoryPage::steps_there() const {
  const int back = model_->steps_back_to(current_row());
  return back >= 0 ? -back : std::max(0, model_->steps_forth_to(current_row()));
}

bool HistoryPage::is_there() const { return current_row() == 0 || model_->steps_back_to(current_row()) == 0; }

void HistoryPage::update_buttons() {
  const bool is_idle = !journey_->is_running();
  const auto undo = document().workspace().undo_label();
  const auto redo = document().workspace().redo_label();
  undo_->setEnabled(is_idle && undo.has_value());
  redo_->setEnabled(is_idle && redo.has_value());
  undo_->setToolTip(undo ? tr("Undo: %1").arg(qt_text(*undo)) : tr("There is nothing to undo."));
  redo_->setToolTip(redo ? tr("Redo: %1").arg(qt_text(*redo)) : tr("There is nothing to redo."));
  const int steps = steps_there();
  const bool is_chosen = current_row() >= 0;
  const bool is_off_the_way = is_chosen && steps == 0 && !is_there();
  go_->setText(is_off_the_way ? tr("Bring this state back") : steps > 0 ? tr("Go forth to here") : tr("Go back to here"));
  go_->setEnabled(is_idle && is_chosen && !is_there());
  go_->setToolTip(!is_chosen       ? tr("Select an entry first.")
                  : is_there()     ? tr("This is how things are now.")
                  : is_off_the_way ? tr("Makes everything as it was after this entry, as one new step that undo takes back.")
                  : steps == -1    ? tr("Takes back 1 step.")
                  : steps < 0      ? tr("Takes back %1 steps. Redo brings them in again.").arg(-steps)
                  : steps == 1     ? tr("Brings in 1 step again.")
                                   : tr("Brings in %1 steps again.").arg(steps));
  compare_button_->setEnabled(model_->rowCount() > 0);
  compare_button_->setToolTip(model_->rowCount() == 0 ? tr("Nothing has been changed yet.")
                              : current_row() < 0     ? tr("Select an entry first.")
                                                      : tr("Lists what has changed after this entry"));
  stack_->setCurrentIndex(model_->rowCount() > 0 ? 0 : 1);
  offer_next_steps();
}

void HistoryPage::offer_next_steps() {
  std::vector<NextSteps::Step> steps;
  if (model_->rowCount() == 0) add_action_step(steps, actions(), tr("Go to the backlog"), "go.backlog");
  next_steps_->offer(std::move(steps));
}

void HistoryPage::go_there() {
  if (current_row() < 0 || is_there() || journey_->is_running()) return;
  const int steps = steps_there();
  if (steps == 0) {
    const QString entry = model_->index(current_row(), HistoryModel::what).data().toString();
    document().bring_back(tr("Bring back the state after “%1”").arg(entry), model_->entry(current_row()).seq);
    return;
  }
  model_->set_paused(true);
  progress_line_->show();
  progress_->show();
  cancel_->show();
  escape_->setEnabled(true);
  journey_->start(steps);
  update_buttons();
}

void HistoryPage::show_end(const QString& says) {
  escape_->setEnabled(false);
  progress_->hide();
  cancel_->hide();
  progress_text_->setText(says);
  progress_line_->setVisible(!says.isEmpty());
  model_->set_paused(false);
  update_buttons();
  compare();
  emit status_changed();
}

void HistoryPage::compare() {
  const bool is_wanted = compare_button_->isChecked();
  compare_->setVisible(is_wanted);
  if (!is_wanted || current_row() < 0)
    compare_->clear(tr("Select an entry to see what has changed after it."));
  else
    compare_->show_since(model_->entry(current_row()));
}

}  // namespace tradewind::gui
