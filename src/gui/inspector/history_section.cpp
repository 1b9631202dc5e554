#include "gui/inspector/history_section.h"

#include <QElapsedTimer>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/row_words.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int entries_at_once = 10;
constexpr int slice_milliseconds = 12;
constexpr std::size_t much = 256 * 1024;  // bytes of a step: from here on reading it keeps people waiting

}  // namespace

HistorySection::HistorySection(const PageContext& context, QWidget* parent)
    : FoldingSection(context, tr("History of this row"), parent),
      lines_(new QVBoxLayout),
      state_(muted_label({}, this)),
      more_(new QPushButton(tr("Show older edits"), this)) {
  toggle()->setObjectName("history_toggle");
  lines_->setSpacing(8);
  content()->addLayout(lines_);
  state_->setObjectName("history_state");
  state_->setWordWrap(true);
  content()->addWidget(state_);
  more_->setObjectName("history_more");
  content()->addWidget(more_, 0, Qt::AlignLeft);
  more_->hide();
  connect(more_, &QPushButton::clicked, this, [this] {
    wanted_ += entries_at_once;
    if (!job_.is_running()) timer_.start();
  });
  // Entries of the one plan say nothing about the other; what is shown is read anew after it.
  connect(&context.document, &Document::replaced, this, &HistorySection::clear);
  timer_.setInterval(0);
  connect(&timer_, &QTimer::timeout, this, &HistorySection::read_some);
  hide();
}

void HistorySection::show_row(std::string_view table, std::int64_t id) {
  const bool is_same = table == table_ && id == id_;
  table_ = table;
  id_ = id;
  setVisible(id != 0);
  if (!is_open()) return;
  if (id == 0) return clear();
  // Other rows' edits add nothing here, but only reading the newest entries tells.
  if (!is_same) wanted_ = entries_at_once;
  start();
}

void HistorySection::opened() {
  wanted_ = entries_at_once;
  if (id_ != 0) start();
}

std::vector<QWidget*> HistorySection::tab_stops() const {
  std::vector<QWidget*> stops{toggle()};
  stops.insert(stops.end(), restore_.begin(), restore_.end());
  stops.push_back(more_);
  return stops;
}

void HistorySection::clear() {
  timer_.stop();
  job_.stop();
  restore_.clear();
  while (QLayoutItem* item = lines_->takeAt(0)) {
    // A button in there may have been the one that was pressed.
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
}

void HistorySection::start() {
  const QWidget* focus = focusWidget();
  const bool had_focus = focus != nullptr && focus->hasFocus() && focus != toggle() && focus != more_;
  clear();
  if (had_focus) toggle()->setFocus();
  entries_ = context().document.history();
  next_ = 0;
  shown_ = 0;
  reader_ = std::make_shared<storage::RowAndParts>(portfolio(), table_, id_);
  more_->hide();
  state_->setText(tr("Reading…"));
  state_->show();
  read_some();
  if (wants_more() && !job_.is_running()) timer_.start();
}

void HistorySection::stop(const QString& says) {
  timer_.stop();
  state_->setText(says);
  state_->setVisible(!says.isEmpty());
  more_->setVisible(next_ < entries_.size());
  emit rows_changed();
}

void HistorySection::read_some() {
  QElapsedTimer clock;
  clock.start();
  while (wants_more()) {
    const storage::HistoryEntry& entry = entries_[next_++];
    auto sealed = context().document.workspace().changeset(entry.seq);
    if (sealed && sealed->size() >= much) return read_beside(entry, std::move(*sealed));
    if (!take(entry, sealed ? reader_->read(*sealed) : tl::unexpected(sealed.error()))) return;
    if (clock.elapsed() >= slice_milliseconds) break;
  }
  end_where_enough();
}

void HistorySection::read_beside(const storage::HistoryEntry& entry, std::string sealed) {
  timer_.stop();
  job_.start([this, reader = reader_, entry, sealed = std::move(sealed)](const BackgroundJob::Run& run) {
    run.deliver([this, entry, rows = reader->read(sealed)] {
      job_.stop();  // it has nothing more to tell
      if (!take(entry, rows)) return;
      if (wants_more()) timer_.start();
      end_where_enough();
    });
  });
}

bool HistorySection::take(const storage::HistoryEntry& entry, const Result<std::vector<storage::RowChange>>& rows) {
  if (!rows) {
    next_ = entries_.size();
    stop(error_text(rows.error()));
    return false;
  }
  if (rows->empty()) return true;
  add_entry(entry, *rows);
  ++shown_;
  return true;
}

void HistorySection::end_where_enough() {
  if (!wants_more()) stop(shown_ == 0 ? tr("No edit has touched it.") : QString());
}

void HistorySection::add_entry(const storage::HistoryEntry& entry, const std::vector<storage::RowChange>& rows) {
  auto* widget = new QWidget(this);
  widget->setObjectName("history_entry_" + QString::number(shown_ + 1));
  auto* column = new QVBoxLayout(widget);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(1);
  QLabel* label = plain_label(widget);
  label->setText(entry.reverts ? tr("Undo or redo: %1").arg(qt_text(entry.label)) : qt_text(entry.label));
  QLabel* facts = muted_label({}, widget);
  facts->setTextFormat(Qt::PlainText);
  facts->setVisible(!entry.at.empty());
  facts->setText(entry.author.empty() ? entry_time(entry) : tr("%1, %2").arg(entry_time(entry), qt_text(entry.author)));
  column->addWidget(label);
  column->addWidget(facts);
  for (const storage::RowChange& row : rows) {
    const bool is_own = row.row.table == table_ && row.row.id == id_;
    const QString whose = is_own ? QString() : tr("%1 %2, ").arg(row_word(row.row.table), row_name(portfolio(), row));
    if (row.row.kind == ChangeKind::updated) {
      for (const storage::FieldChange& change : row.fields) add_field(column, row, change, whose);
      continue;
    }
    const bool is_new = row.row.kind == ChangeKind::inserted;
    QLabel* line = plain_label(widget);
    line->setText(is_own   ? (is_new ? tr("Added") : tr("Removed"))
                  : is_new ? tr("Added: %1 %2").arg(row_word(row.row.table), row_name(portfolio(), row))
                           : tr("Removed: %1 %2").arg(row_word(row.row.table), row_name(portfolio(), row)));
    column->addWidget(line);
  }
  lines_->addWidget(widget);
}

void HistorySection::add_field(QVBoxLayout* column, const storage::RowChange& row, const storage::FieldChange& change,
                               const QString& whose) {
  auto* widget = new QWidget(this);
  QHBoxLayout* layout = line_in(widget);
  QLabel* text = plain_label(widget);
  text->setText(whose + change_text(portfolio(), row.row.table, change));
  layout->addWidget(text, 1);
  auto* button = new QPushButton(tr("Restore"), widget);
  button->setProperty("role", "quiet");
  const std::string_view field = change.field;
  button->setObjectName("restore_" + qt_text(field) + "_" + QString::number(restore_.size() + 1));
  const QString old = value_text(portfolio(), row.row.table, field, change.before);
  button->setToolTip(field == "rank" ? tr("Back to the earlier place") : tr("Set %1 to %2 again").arg(field_word(field), old));
  button->setAccessibleName(button->toolTip());
  layout->addWidget(button, 0, Qt::AlignTop);
  column->addWidget(widget);
  restore_.push_back(button);
  connect(button, &QPushButton::clicked, this, [this, of = row.row, change] { restore(of, change); });
}

void HistorySection::restore(const Change& row, const storage::FieldChange& change) {
  context().document.edit(tr("Restore %1").arg(field_word(change.field)), [&](storage::Edit& edit) {
    storage::restore_field(edit, row.table, row.id, change.field, change.before);
  });
}

}  // namespace tradewind::gui
