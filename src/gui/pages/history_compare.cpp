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
constexpr std::size_t much = 256 * 1024;  // bytes of changesets: from here on reading them keeps people waiting
constexpr std::size_t most_rows = 500;    // nobody reads further; the summary counts all
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
  job_.stop();
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
  bytes_ = 0;
  sum_ = std::make_shared<storage::ChangesetSum>();
  timer_.start();
}

Result<void> HistoryCompare::add(storage::ChangesetSum& sum, const Steps& steps) {
  for (const std::string& step : steps)
    if (const auto added = sum.add(step); !added) return added;
  return {};
}

Result<HistoryCompare::Differences> HistoryCompare::differences_in(const storage::ChangesetSum& sum) {
  auto rows = sum.rows();
  if (!rows) return tl::unexpected(rows.error());
  Differences differences;
  differences.summary = summary_of(*rows);
  rows->erase(std::remove_if(rows->begin(), rows->end(), [](const auto& row) { return !is_shown(row); }), rows->end());
  // Like the summary: what changed, what came, what went; each by kind of row.
  const auto order = [](const storage::RowChange& row) {
    return std::pair{row.row.kind == ChangeKind::updated ? 0 : row.row.kind == ChangeKind::inserted ? 1 : 2, row.row.table};
  };
  std::stable_sort(rows->begin(), rows->end(), [&](const auto& a, const auto& b) { return order(a) < order(b); });
  if (rows->size() > most_rows) {
    differences.summary += tr(". The first %1 are listed.").arg(figure(most_rows));
    rows->resize(most_rows);
  }
  differences.first = std::move(*rows);
  return differences;
}

void HistoryCompare::read_some() {
  QElapsedTimer clock;
  clock.start();
  Steps steps;
  std::size_t bytes = 0;
  while (next_ < steps_.size() && bytes < much && clock.elapsed() < slice_milliseconds) {
    auto sealed = context_.document.workspace().changeset(steps_[next_++]);
    if (!sealed) return clear(error_text(sealed.error()));
    bytes += sealed->size();
    steps.push_back(std::move(*sealed));
  }
  bytes_ += bytes;
  const bool is_last = next_ == steps_.size();
  progress_->setVisible(!is_last);
  progress_->setRange(0, static_cast<int>(steps_.size()));
  progress_->setValue(static_cast<int>(next_));
  if (is_last || bytes >= much) timer_.stop();
  const auto go_on = [this, is_last](const Result<void>& added, const Result<Differences>& differences) {
    if (!added) return clear(error_text(added.error()));
    if (!is_last) return timer_.start();
    if (!differences) return clear(error_text(differences.error()));
    show_differences(*differences);
  };
  const auto work = [sum = sum_, steps = std::move(steps), is_last] {
    const Result<void> added = add(*sum, steps);
    auto differences = added && is_last ? differences_in(*sum) : Result<Differences>(Differences{});
    return std::pair{added, std::move(differences)};
  };
  if (bytes < much && !(is_last && bytes_ >= much)) {
    const auto [added, differences] = work();
    return go_on(added, differences);
  }
  job_.start(
      [work, go_on](const BackgroundJob::Run& run) { run.deliver([go_on, made = work()] { go_on(made.first, made.second); }); });
}

void HistoryCompare::show_differences(const Differences& differences) {
  summary_->setText(differences.summary);
  QList<QTreeWidgetItem*> lines;
  for (const storage::RowChange& row : differences.first) lines.append(line_of(row, context_.document.portfolio()));
  tree_->addTopLevelItems(lines);
  tree_->expandAll();
}

}  // namespace tradewind::gui
