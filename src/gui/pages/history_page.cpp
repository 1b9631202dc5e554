#include "gui/pages/history_page.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/theme/appearance.h"
#include "gui/theme/icons.h"

namespace tradewind::gui {
namespace {

constexpr int row_height = 28;
/// An edit adds one entry; those of other processes come a few at a time. Beyond this the whole list is read again.
constexpr std::size_t news_limit = 64;

QString local_time(const std::string& utc) {
  const QDateTime at = QDateTime::fromString(QString::fromStdString(utc), Qt::ISODateWithMs);
  if (!at.isValid()) return QString::fromStdString(utc);
  return QLocale(QLocale::English).toString(at.toLocalTime(), "d MMM yyyy, HH:mm");
}

}  // namespace

HistoryModel::HistoryModel(Document& document, QObject* parent) : QAbstractTableModel(parent), document_(document) {
  entries_ = document_.workspace().history();
  find_effects();
  connect(&document_, &Document::history_changed, this, &HistoryModel::catch_up);
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(entries_.size()); }
int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QString HistoryModel::text_of(const storage::HistoryEntry& entry) const {
  const QString label = QString::fromStdString(entry.label);
  if (!entry.reverts) return label;
  return undos_.contains(entry.seq) ? tr("Undid: %1").arg(label) : tr("Redid: %1").arg(label);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const storage::HistoryEntry& entry = entries_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      switch (index.column()) {
        case when:
          return local_time(entry.at);
        case who:
          return QString::fromStdString(entry.author);
        case what:
          return text_of(entry);
        default:
          return QString::number(entry.changes);
      }
    case Qt::ForegroundRole:
      return is_taken_back(index.row()) ? QVariant(themed(views::Token::text_3)) : QVariant();
    case Qt::ToolTipRole:
      return is_taken_back(index.row()) ? QVariant(tr("Taken back later")) : QVariant();
    case Qt::AccessibleDescriptionRole:  // grey cannot be heard
      return is_taken_back(index.row()) ? QVariant(tr("taken back")) : QVariant();
    case Qt::TextAlignmentRole:
      return (index.column() == rows ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter).toInt();
    default:
      return {};
  }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  if (role == Qt::TextAlignmentRole)
    return (section == rows ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter).toInt();
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case when:
      return tr("When");
    case who:
      return tr("Who");
    case what:
      return tr("What");
    default:
      return tr("Rows");
  }
}

bool HistoryModel::is_taken_back(int row) const { return taken_back_.contains(entries_[static_cast<std::size_t>(row)].seq); }

int HistoryModel::steps_back_to(int row) const {
  if (row < 0 || row >= rowCount()) return -1;
  const qint64 seq = entries_[static_cast<std::size_t>(row)].seq;
  const auto found = std::find_if(effective_.begin(), effective_.end(),
                                  [seq](const auto& one) { return one.first == seq || one.second == seq; });
  return found == effective_.end() ? -1 : static_cast<int>(effective_.end() - found) - 1;
}

void HistoryModel::set_paused(bool paused) {
  paused_ = paused;
  if (!paused) catch_up();
}

void HistoryModel::catch_up() {
  if (paused_) return;
  const qint64 newest = entries_.empty() ? 0 : entries_.front().seq;
  auto news = document_.workspace().history(news_limit);
  const auto known = std::find_if(news.begin(), news.end(), [newest](const auto& entry) { return entry.seq <= newest; });
  if (known == news.end() && news.size() == news_limit) {
    beginResetModel();
    entries_ = document_.workspace().history();
    find_effects();
    endResetModel();
    return;
  }
  news.erase(known, news.end());
  if (news.empty()) return;
  const int count = static_cast<int>(news.size());
  beginInsertRows({}, 0, count - 1);
  entries_.insert(entries_.begin(), std::make_move_iterator(news.begin()), std::make_move_iterator(news.end()));
  find_effects();
  endInsertRows();
  // An undo makes an older entry grey.
  if (count < rowCount()) emit dataChanged(index(count, 0), index(rowCount() - 1, column_count - 1));
}

/// The same reading as that of the storage: an undo is an entry that reverts the last effective edit, a redo one that reverts
/// the last undo.
void HistoryModel::find_effects() {
  effective_.clear();
  undos_.clear();
  taken_back_.clear();
  std::vector<std::pair<qint64, qint64>> undone;  // the edit, and the entry that took it back
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    if (entry->reverts && !effective_.empty() && effective_.back().second == *entry->reverts) {
      undone.emplace_back(effective_.back().first, entry->seq);
      effective_.pop_back();
      undos_.insert(entry->seq);
    } else if (entry->reverts && !undone.empty() && undone.back().second == *entry->reverts) {
      effective_.emplace_back(undone.back().first, entry->seq);
      undone.pop_back();
    } else {
      effective_.emplace_back(entry->seq, entry->seq);
      undone.clear();
    }
  }
  for (const storage::HistoryEntry& entry : entries_)  // newest first: what reverts is judged before what it reverts
    if (entry.reverts && !taken_back_.contains(entry.seq)) taken_back_.insert(*entry.reverts);
}

HistoryPage::HistoryPage(const PageContext& context) : Page(context) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
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
  go_back_ = add_button(tr("Go back to here"), {}, "history_go_back");
  layout->addWidget(bar);

  model_ = new HistoryModel(document(), this);
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
  view_->setColumnWidth(HistoryModel::rows, 80);

  auto* empty = new QLabel(tr("Nothing has been changed yet. Every edit will be listed here, and each can be taken back."), this);
  empty->setObjectName("history_empty");
  empty->setProperty("role", "muted");
  empty->setWordWrap(true);
  empty->setAlignment(Qt::AlignCenter);
  stack_ = new QStackedWidget(this);
  stack_->addWidget(view_);
  stack_->addWidget(empty);
  layout->addWidget(stack_, 1);

  confirm = [this](int steps) {
    const QString question = steps == 1 ? tr("Take back 1 step?") : tr("Take back %1 steps?").arg(steps);
    QMessageBox box(QMessageBox::Question, tr("Go back"), question, QMessageBox::Cancel, this);
    box.setInformativeText(tr("Redo brings them in again, one by one."));
    QPushButton* yes = box.addButton(tr("Take back"), QMessageBox::AcceptRole);
    box.setDefaultButton(yes);
    box.exec();
    return box.clickedButton() == yes;
  };
  connect(undo_, &QPushButton::clicked, this, [this] { document().undo(); });
  connect(redo_, &QPushButton::clicked, this, [this] { document().redo(); });
  connect(go_back_, &QPushButton::clicked, this, &HistoryPage::go_back);
  connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPage::update_buttons);
  // Connected after the model, so that it is up to date here.
  connect(&document(), &Document::history_changed, this, [this] {
    update_buttons();
    emit status_changed();
  });
  update_buttons();
}

QString HistoryPage::status() const {
  const int count = model_->rowCount();
  return count == 1 ? tr("1 entry") : tr("%1 entries").arg(count);
}

QWidget* HistoryPage::first_focus() { return view_; }

int HistoryPage::current_row() const { return view_->currentIndex().isValid() ? view_->currentIndex().row() : -1; }

void HistoryPage::update_buttons() {
  const auto undo = document().workspace().undo_label();
  const auto redo = document().workspace().redo_label();
  undo_->setEnabled(undo.has_value());
  redo_->setEnabled(redo.has_value());
  undo_->setToolTip(undo ? tr("Undo: %1").arg(QString::fromStdString(*undo)) : tr("There is nothing to undo."));
  redo_->setToolTip(redo ? tr("Redo: %1").arg(QString::fromStdString(*redo)) : tr("There is nothing to redo."));
  const int steps = model_->steps_back_to(current_row());
  go_back_->setEnabled(steps > 0);
  go_back_->setToolTip(current_row() < 0 ? tr("Select an entry first.")
                       : steps < 0       ? tr("This entry is not in effect, so there is no way back to it.")
                       : steps == 0      ? tr("This is the newest entry in effect.")
                       : steps == 1      ? tr("Takes back 1 step.")
                                         : tr("Takes back %1 steps.").arg(steps));
  stack_->setCurrentIndex(model_->rowCount() > 0 ? 0 : 1);
}

void HistoryPage::go_back() {
  const int row = current_row();
  const int steps = model_->steps_back_to(row);
  if (steps <= 0) return;
  const QPersistentModelIndex here = view_->currentIndex();
  if (!confirm(steps)) return;
  // Somebody else may have edited while the question was open.
  if (!here.isValid() || model_->steps_back_to(here.row()) != steps) return;
  model_->set_paused(true);
  for (int step = 0; step < steps; ++step)
    if (!document().undo()) break;
  model_->set_paused(false);
  update_buttons();
  emit status_changed();
}

}  // namespace tradewind::gui
