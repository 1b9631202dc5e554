#include "gui/pages/history_compare.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

#include "gui/dialogs/message_line.h"
#include "gui/inspector/row_words.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"

namespace tradewind::gui {
namespace {

constexpr int slice_milliseconds = 12;
constexpr std::size_t most_rows = 500;  // nobody reads further; the summary counts all
constexpr int table_role = Qt::UserRole;
constexpr int id_role = Qt::UserRole + 1;
enum Column { what, then, now, column_count };

QString word_of(ChangeKind kind) {
  return kind == ChangeKind::inserted ? HistoryCompare::tr("added")
         : kind == ChangeKind::erased ? HistoryCompare::tr("removed")
                                      : HistoryCompare::tr("changed");
}

QTreeWidgetItem* line_of(const storage::RowChange& row, const Portfolio& portfolio) {
  auto* line = new QTreeWidgetItem;
  line->setText(what, row_name(portfolio, row) + " (" + row_word(row.row.table) + ", " + word_of(row.row.kind) + ")");
  line->setData(what, table_role, qt_text(row.row.table));
  line->setData(what, id_role, QVariant::fromValue<qlonglong>(row.row.id));
  if (row.row.kind != ChangeKind::updated) return line;
  for (const storage::FieldChange& field : row.fields) {
    auto* part = new QTreeWidgetItem(line);
    part->setText(what, field_word(field.field));
    if (field.field == "rank") {
      part->setText(now, change_text(portfolio, row.row.table, field));
      continue;
    }
    part->setText(then, value_text(portfolio, row.row.table, field.field, field.before));
    part->setText(now, value_text(portfolio, row.row.table, field.field, field.after));
  }
  return line;
}

}  // namespace

QString summary_of(const std::vector<storage::RowChange>& rows) {
  // Changed rows first, then added, then removed; kinds of rows in the order of their names.
  std::map<std::pair<int, std::string_view>, std::size_t> counts;
  for (const storage::RowChange& row : rows) {
    const int order = row.row.kind == ChangeKind::updated ? 0 : row.row.kind == ChangeKind::inserted ? 1 : 2;
    if (is_shown(row)) ++counts[{order, row.row.table}];
  }
  if (counts.empty()) return HistoryCompare::tr("Nothing is different.");
  QStringList parts;
  for (const auto& [of, count] : counts) {
    const ChangeKind kind = of.first == 0 ? ChangeKind::updated : of.first == 1 ? ChangeKind::inserted : ChangeKind::erased;
    parts.append(rows_text(of.second, count) + " " + word_of(kind));
  }
  return parts.join(", ");
}

HistoryCompare::HistoryCompare(const PageContext& context, QWidget* parent)
    : QFrame(parent),
      context_(context),
      title_(new QLabel(this)),
      summary_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      tree_(new QTreeWidget(this)) {
  setObjectName("history_compare");
  setAccessibleName(tr("What is different since then"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(16, 8, 16, 8);
  column->setSpacing(4);
  title_->setProperty("role", "section");
  title_->setTextFormat(Qt::PlainText);
  title_->setWordWrap(true);
  summary_->setObjectName("history_summary");
  summary_->setTextFormat(Qt::PlainText);
  summary_->setWordWrap(true);
  progress_->setTextVisible(false);
  progress_->setFixedHeight(6);
  progress_->hide();
  tree_->setObjectName("history_differences");
  tree_->setAccessibleName(tr("Rows that are different, with what they were and are"));
  tree_->setColumnCount(column_count);
  tree_->setHeaderLabels({tr("What"), tr("Then"), tr("Now")});
  tree_->setUniformRowHeights(true);
  tree_->header()->setSectionResizeMode(what, QHeaderView::Stretch);
  tree_->header()->setSectionResizeMode(then, QHeaderView::Stretch);
  tree_->header()->setSectionResizeMode(now, QHeaderView::Stretch);
  column->addWidget(title_);
  column->addWidget(summary_);
  column->addWidget(progress_);
  column->addWidget(tree_, 1);
  timer_.setInterval(0);
  connect(&timer_, &QTimer::timeout, this, &HistoryCompare::read_some);
  connect(&context_.document, &Document::replaced, this, [this] { clear(tr("Another plan is shown now. Select an entry.")); });
  // Leads to the item or outcome, which the inspector shows.
  connect(tree_, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem* line) {
    if (line->parent() != nullptr) line = line->parent();
    const QString table = line->data(what, table_role).toString();
    const qint64 id = line->data(what, id_role).toLongLong();
    const Portfolio& portfolio = context_.document.portfolio();
    if (table == qt_text(Item::table) && portfolio.contains(ItemId{id}))
      context_.selection.select(ItemId{id});
    else if (table == qt_text(Outcome::table) && portfolio.contains(OutcomeId{id}))
      context_.selection.select(OutcomeId{id});
  });
}

void HistoryCompare::clear(const QString& says) {
  timer_.stop();
  progress_->hide();
  tree_->clear();
  title_->setText(tr("What is different since then"));
  summary_->setText(says);
}

void HistoryCompare::show_since(const storage::HistoryEntry& entry) {
  clear(tr("Reading…"));
  title_->setText(entry.at.empty() ? tr("What is different since “%1”").arg(qt_text(entry.label))
                                   : tr("What is different since %1, after “%2”").arg(entry_time(entry), qt_text(entry.label)));
  steps_.clear();
  for (const storage::HistoryEntry& later : context_.document.history())
    if (later.seq > entry.seq) steps_.push_back(later.seq);
  std::reverse(steps_.begin(), steps_.end());
  next_ = 0;
  sum_ = storage::ChangesetSum();
  timer_.start();
}

void HistoryCompare::read_some() {
  QElapsedTimer clock;
  clock.start();
  while (next_ < steps_.size() && clock.elapsed() < slice_milliseconds) {
    const auto sealed = context_.document.workspace().changeset(steps_[next_++]);
    const Result<void> added = sealed ? sum_.add(*sealed) : tl::unexpected(sealed.error());
    if (!added) return clear(error_text(added.error()));
  }
  progress_->setVisible(next_ < steps_.size());
  progress_->setRange(0, static_cast<int>(steps_.size()));
  progress_->setValue(static_cast<int>(next_));
  if (next_ < steps_.size()) return;
  timer_.stop();
  const auto rows = sum_.rows();
  if (rows)
    show_rows(*rows);
  else
    clear(error_text(rows.error()));
}

void HistoryCompare::show_rows(const std::vector<storage::RowChange>& rows) {
  std::vector<const storage::RowChange*> shown;
  for (const storage::RowChange& row : rows)
    if (is_shown(row)) shown.push_back(&row);
  // Like the summary: what changed, what came, what went; each by kind of row.
  const auto order = [](const storage::RowChange* row) {
    return std::pair{row->row.kind == ChangeKind::updated ? 0 : row->row.kind == ChangeKind::inserted ? 1 : 2, row->row.table};
  };
  std::stable_sort(shown.begin(), shown.end(), [&](const auto* a, const auto* b) { return order(a) < order(b); });
  QString summary = summary_of(rows);
  if (shown.size() > most_rows) summary += tr(". The first %1 are listed.").arg(figure(most_rows));
  summary_->setText(summary);
  QList<QTreeWidgetItem*> lines;
  for (std::size_t at = 0; at < std::min(shown.size(), most_rows); ++at)
    lines.append(line_of(*shown[at], context_.document.portfolio()));
  tree_->addTopLevelItems(lines);
  tree_->expandAll();
}

}  // namespace tradewind::gui
