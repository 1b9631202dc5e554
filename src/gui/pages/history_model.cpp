#include "gui/pages/history_model.h"

#include <algorithm>

#include "gui/inspector/row_words.h"
#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "gui/theme/appearance.h"

namespace tradewind::gui {
namespace {

/// An edit adds one entry; those of other processes come a few at a time. Beyond this the whole list is read again.
constexpr std::size_t news_limit = 64;

}  // namespace

HistoryModel::HistoryModel(Document& document, QObject* parent) : QAbstractTableModel(parent), document_(document) {
  entries_ = document_.history();
  find_effects();
  connect(&document_, &Document::history_changed, this, &HistoryModel::catch_up);
  connect(&document_, &Document::replaced, this, &HistoryModel::read_all);
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(entries_.size()); }
int HistoryModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : column_count; }

QString HistoryModel::text_of(const storage::HistoryEntry& entry) const {
  const QString label = qt_text(entry.label);
  if (!entry.reverts) return label;
  return undos_.contains(entry.seq) ? tr("Undone: %1").arg(label) : tr("Redone: %1").arg(label);
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const storage::HistoryEntry& entry = entries_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      switch (index.column()) {
        case when:
          return entry_time(entry);
        case who:
          return entry.author.empty() ? QString("–") : qt_text(entry.author);
        case what:
          return text_of(entry);
        default:
          return figure(static_cast<std::size_t>(entry.changes));
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
      return tr("Changes");
  }
}

bool HistoryModel::is_taken_back(int row) const { return taken_back_.contains(entries_[static_cast<std::size_t>(row)].seq); }

int HistoryModel::steps_back_to(int row) const {
  if (row < 0 || row >= rowCount()) return -1;
  const qint64 seq = entry(row).seq;
  const auto found = std::find_if(effective_.begin(), effective_.end(),
                                  [seq](const auto& one) { return one.first == seq || one.second == seq; });
  return found == effective_.end() ? -1 : static_cast<int>(effective_.end() - found) - 1;
}

int HistoryModel::steps_forth_to(int row) const {
  if (row < 0 || row >= rowCount()) return -1;
  const qint64 seq = entry(row).seq;
  const auto found = std::find_if(undone_.begin(), undone_.end(), [seq](const auto& one) { return one.first == seq; });
  return found == undone_.end() ? -1 : static_cast<int>(undone_.end() - found);
}

void HistoryModel::set_paused(bool paused) {
  paused_ = paused;
  if (!paused) catch_up();
}

void HistoryModel::read_all() {
  beginResetModel();
  entries_ = document_.history();
  find_effects();
  endResetModel();
}

void HistoryModel::catch_up() {
  if (paused_) return;
  const qint64 newest = entries_.empty() ? 0 : entries_.front().seq;
  auto news = document_.history(news_limit);
  const auto known = std::find_if(news.begin(), news.end(), [newest](const auto& entry) { return entry.seq <= newest; });
  if (known == news.end() && news.size() == news_limit) return read_all();
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
  undone_.clear();
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
    if (entry->reverts && !effective_.empty() && effective_.back().second == *entry->reverts) {
      undone_.emplace_back(effective_.back().first, entry->seq);
      effective_.pop_back();
      undos_.insert(entry->seq);
    } else if (entry->reverts && !undone_.empty() && undone_.back().second == *entry->reverts) {
      effective_.emplace_back(undone_.back().first, entry->seq);
      undone_.pop_back();
    } else {
      effective_.emplace_back(entry->seq, entry->seq);
      undone_.clear();
    }
  }
  for (const storage::HistoryEntry& entry : entries_)  // newest first: what reverts is judged before what it reverts
    if (entry.reverts && !taken_back_.contains(entry.seq)) taken_back_.insert(*entry.reverts);
}

}  // namespace tradewind::gui
