#include "gui/pages/time_entries_panel.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/dialogs/message_line.h"
#include "gui/pages/time_entries_table.h"
#include "gui/shell/count_text.h"
#include "gui/shell/next_steps.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int narrowest_filter = 220;
constexpr int widest_filter = 420;

}  // namespace

TimeEntriesPanel::TimeEntriesPanel(Document& document, QWidget* parent)
    : QWidget(parent),
      document_(document),
      model_(new TimeEntriesModel(document, this)),
      table_(new TimeEntriesTable(model_)),
      next_steps_(new NextSteps(table_)),
      message_(new MessageLine),
      filter_(new QLineEdit),
      count_(new QLabel),
      remove_(new QPushButton(tr("Delete"))) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(make_head());
  column->addWidget(message_);
  column->addWidget(table_, 1);
  message_->setObjectName("time_entries_message");
  setTabOrder(filter_, remove_);
  setTabOrder(remove_, table_);
  connect_all();
  show_state();
}

QWidget* TimeEntriesPanel::make_head() {
  auto* head = new QFrame;
  head->setObjectName("page_bar");
  filter_->setObjectName("time_entries_filter");
  filter_->setPlaceholderText(tr("Filter by person, team, class, item, note or day"));
  filter_->setAccessibleName(tr("Filter of the time entries"));
  filter_->setToolTip(tr("Only the entries in which all these words stand"));
  filter_->addAction(icon("filter"), QLineEdit::LeadingPosition)->setText(tr("Filter"));
  filter_->setClearButtonEnabled(true);
  filter_->setMinimumWidth(narrowest_filter);
  filter_->setMaximumWidth(widest_filter);
  filter_->installEventFilter(this);
  count_->setObjectName("time_entries_count");
  count_->setProperty("role", "muted");
  remove_->setObjectName("time_entries_remove");
  remove_->setIcon(icon("trash"));
  auto* row = new QHBoxLayout(head);
  row->setContentsMargins(16, 6, 12, 6);
  row->setSpacing(8);
  row->addWidget(filter_, 1);
  row->addWidget(count_);
  row->addStretch(0);
  row->addWidget(remove_);
  return head;
}

void TimeEntriesPanel::connect_all() {
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) {
    model_->set_filter(words);
    table_->scrollToTop();
  });
  connect(remove_, &QPushButton::clicked, this, &TimeEntriesPanel::remove_selected);
  connect(model_, &TimeEntriesModel::rows_changed, this, [this] {
    show_state();
    emit count_changed();
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TimeEntriesPanel::show_state);
  connect(model_, &TimeEntriesModel::edit_refused, this, [this](const Error& error) { message_->say(error); });
  connect(model_, &TimeEntriesModel::edit_done, message_, &QWidget::hide);
  connect(table_, &TimeEntriesTable::editing_ended, message_, &QWidget::hide);
  // What was refused is of the past after the next step, an undo as well.
  connect(&document_, &Document::history_changed, this, [this] {
    if (!table_->is_editing()) message_->hide();
  });
}

void TimeEntriesPanel::list(std::optional<Span> days, const QString& called) {
  called_ = called;
  model_->list(days);
  table_->fit_columns();
  show_state();
}

void TimeEntriesPanel::show_state() {
  const auto shown = static_cast<std::size_t>(model_->rowCount());
  const auto total = static_cast<std::size_t>(model_->total());
  const QString all = count_text(total, tr("entry"), tr("entries"));
  count_->setText(model_->has_filter() ? tr("%1 of %2").arg(figure(shown), all) : all);
  const bool has_selection = table_->selectionModel()->hasSelection();
  remove_->setEnabled(has_selection);
  remove_->setToolTip(has_selection ? tr("Deletes the selected entries (Delete). Undo brings them back.")
                                    : tr("Select an entry first."));
  say_why_empty();
}

void TimeEntriesPanel::say_why_empty() {
  const auto total = static_cast<std::size_t>(model_->total());
  if (model_->rowCount() > 0) {
    table_->set_empty_text({});
    next_steps_->offer({});
  } else if (total > 0) {
    table_->set_empty_text(tr("No entry has all of these words. Take some of them away to see more of the %1.")
                               .arg(count_text(total, tr("entry"), tr("entries"))));
    next_steps_->offer({{tr("Clear the filter"), [this] {
                           filter_->setFocus();
                           filter_->clear();
                         }}});
  } else {
    table_->set_empty_text(
        tr("No time is booked in %1 yet. Type in above what it went to, as in 2h firefighting incident review yesterday. "
           "It is listed here, to be corrected or deleted.")
            .arg(called_));
    next_steps_->offer({{tr("Enter time"), [this] { emit entry_wanted(); }}});
  }
}

void TimeEntriesPanel::remove_selected() {
  const std::vector<TimeEntryId> entries = table_->selected_entries();
  if (entries.empty()) return;
  const int first = model_->row_of(entries.front());
  const int column = std::max(0, table_->currentIndex().column());
  if (!model_->remove(entries) || model_->rowCount() == 0) return;
  // The keyboard goes on where it was.
  table_->setCurrentIndex(model_->index(std::min(first, model_->rowCount() - 1), column));
}

void TimeEntriesPanel::enter_table() {
  if (model_->rowCount() == 0) return;
  table_->setFocus();
  if (!table_->selectionModel()->hasSelection()) table_->setCurrentIndex(model_->index(0, 0));
}

bool TimeEntriesPanel::eventFilter(QObject* watched, QEvent* event) {
  if (watched != filter_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
      enter_table();
      return true;
    case Qt::Key_Escape:
      if (filter_->text().isEmpty()) return false;
      filter_->clear();
      return true;
    default:
      return false;
  }
}

}  // namespace tradewind::gui
