#include "gui/pages/time_entries_model.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "gui/shell/count_text.h"
#include "gui/shell/qt_text.h"
#include "tradewind/workbench/quick_time.h"

namespace tradewind::gui {
namespace {

TimeColumn column_of(const QModelIndex& index) { return static_cast<TimeColumn>(index.column()); }

QVariant alignment_of(TimeColumn column) {
  return ((column == TimeColumn::hours ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter).toInt();
}

}  // namespace

TimeEntriesModel::TimeEntriesModel(Document& document, QObject* parent) : QAbstractTableModel(parent), document_(document) {
  connect(&document_, &Document::changed, this, &TimeEntriesModel::on_changed);
}

void TimeEntriesModel::list(std::optional<Span> days) {
  if (days == days_) return;
  days_ = days;
  kept_.clear();
  arrange();
}

void TimeEntriesModel::set_filter(const QString& words) {
  words_.clear();
  for (const QString& word : words.split(' ', Qt::SkipEmptyParts)) words_.emplace_back(word.toStdString());
  kept_.clear();
  arrange();
}

void TimeEntriesModel::on_changed(const Changes& changes) {
  const auto is_of = [&](auto... table) {
    return std::any_of(changes.begin(), changes.end(), [&](const Change& one) { return ((one.table == table) || ...); });
  };
  const bool is_ours = is_of(TimeEntry::table);
  if (!is_ours && !is_of(Team::table, AllocationClass::table, Item::table)) return;
  if (is_ours || has_filter()) arrange();
  if (!rows_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, time_column_count - 1));
}

std::vector<TimeEntryId> TimeEntriesModel::arranged() {
  std::vector<const TimeEntry*> shown;
  total_ = 0;
  for (const TimeEntry& entry : portfolio().all<TimeEntry>()) {
    const bool is_in = days_ && days_->start <= entry.date && entry.date < days_->finish;
    if (is_in) ++total_;
    const auto has = [&](const TextPattern& word) { return has_word(entry, word, portfolio()); };
    if ((is_in && std::all_of(words_.begin(), words_.end(), has)) || kept_.count(entry.id) > 0) shown.push_back(&entry);
  }
  std::sort(shown.begin(), shown.end(), [](const TimeEntry* a, const TimeEntry* b) {
    return std::tie(b->date, b->id) < std::tie(a->date, a->id);  // the newest first
  });
  std::vector<TimeEntryId> rows;
  rows.reserve(shown.size());
  for (const TimeEntry* entry : shown) rows.push_back(entry->id);
  return rows;
}

void TimeEntriesModel::arrange() {
  emit rows_about_to_change();
  show(arranged());
  emit rows_changed();
}

void TimeEntriesModel::show(std::vector<TimeEntryId> wanted) {
  if (wanted == rows_) return;
  take_out_all_but({wanted.begin(), wanted.end()});
  const std::unordered_set<TimeEntryId> there(rows_.begin(), rows_.end());
  std::vector<TimeEntryId> longer = rows_;
  std::copy_if(wanted.begin(), wanted.end(), std::back_inserter(longer), [&](TimeEntryId one) { return there.count(one) == 0; });
  if (longer.size() > rows_.size()) {
    beginInsertRows({}, rowCount(), static_cast<int>(longer.size()) - 1);
    rows_ = std::move(longer);
    endInsertRows();
  }
  permute(std::move(wanted));
}

void TimeEntriesModel::take_out_all_but(const std::unordered_set<TimeEntryId>& wanted) {
  const auto stays = [&](TimeEntryId one) { return wanted.count(one) > 0; };
  std::vector<TimeEntryId> parted = rows_;
  const auto first_gone = std::stable_partition(parted.begin(), parted.end(), stays);
  const auto count = static_cast<int>(parted.end() - first_gone);
  if (count == 0) return;
  int first = static_cast<int>(std::find_if_not(rows_.begin(), rows_.end(), stays) - rows_.begin());
  const bool are_neighbours = std::none_of(rows_.begin() + first, rows_.begin() + first + count, stays);
  // Scattered: one move to the end and one removal, however many there are.
  if (!are_neighbours) {
    first = rowCount() - count;
    permute(parted);
  }
  beginRemoveRows({}, first, first + count - 1);
  rows_.erase(rows_.begin() + first, rows_.begin() + first + count);
  endRemoveRows();
}

void TimeEntriesModel::permute(std::vector<TimeEntryId> order) {
  if (order == rows_) return;
  emit layoutAboutToBeChanged({}, VerticalSortHint);
  const QModelIndexList before = persistentIndexList();
  std::unordered_map<TimeEntryId, int> row_after;
  for (std::size_t row = 0; row < order.size(); ++row) row_after.emplace(order[row], static_cast<int>(row));
  QModelIndexList after;
  after.reserve(before.size());
  for (const QModelIndex& one : before) after.append(index(row_after.at(entry_at(one.row())), one.column()));
  rows_ = std::move(order);
  changePersistentIndexList(before, after);
  emit layoutChanged({}, VerticalSortHint);
}

TimeEntryId TimeEntriesModel::entry_at(int row) const {
  return row >= 0 && row < rowCount() ? rows_[static_cast<std::size_t>(row)] : TimeEntryId{};
}

int TimeEntriesModel::row_of(TimeEntryId entry) const {
  const auto found = std::find(rows_.begin(), rows_.end(), entry);
  return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int TimeEntriesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int TimeEntriesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : time_column_count; }

QVariant TimeEntriesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  // While a change is being told, an entry may be gone already that the list still has.
  const TimeEntry* entry = portfolio().find(entry_at(index.row()));
  if (entry == nullptr) return {};
  switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
      return shown_text(*entry, column_of(index), portfolio());
    case Qt::EditRole:
      return edit_text(*entry, column_of(index), portfolio());
    case Qt::TextAlignmentRole:
      return alignment_of(column_of(index));
    default:
      return {};
  }
}

QVariant TimeEntriesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= time_column_count) return {};
  const auto column = static_cast<TimeColumn>(section);
  if (role == Qt::DisplayRole) return title_of(column);
  return role == Qt::TextAlignmentRole ? alignment_of(column) : QVariant();
}

Qt::ItemFlags TimeEntriesModel::flags(const QModelIndex& index) const {
  return index.isValid() ? QAbstractTableModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

bool TimeEntriesModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !index.isValid()) return false;
  return change(column_of(index), {entry_at(index.row())}, value.toString());
}

QString TimeEntriesModel::called(const std::vector<TimeEntryId>& entries) const {
  const TimeEntry* only = entries.size() == 1 ? portfolio().find(entries.front()) : nullptr;
  return only != nullptr ? qt_text(workbench::describe_time(*only, portfolio()))
                         : count_text(entries.size(), tr("time entry"), tr("time entries"));
}

bool TimeEntriesModel::change(TimeColumn column, const std::vector<TimeEntryId>& entries, const QString& text) {
  const auto change = read_cell(column, text, portfolio());
  if (!change) {
    emit edit_refused(change.error());
    return false;
  }
  kept_.insert(entries.begin(), entries.end());
  const auto apply = [&entries, &change](storage::Edit& edit) {
    for (const TimeEntryId id : entries)
      if (const TimeEntry* stored = edit.portfolio().find(id)) {
        TimeEntry row = *stored;
        (*change)(row);
        edit.update(row);
      }
  };
  const QString label = tr("Change %1 of %2").arg(title_of(column).toLower(), called(entries));
  if (const auto done = document_.try_edit(label, apply, entries.size()); !done) {
    emit edit_refused(done.error());
    return false;
  }
  emit edit_done();
  return true;
}

bool TimeEntriesModel::remove(const std::vector<TimeEntryId>& entries) {
  const auto erase = [&entries](storage::Edit& edit) {
    for (const TimeEntryId id : entries)
      if (edit.portfolio().contains(id)) edit.erase(id);
  };
  return document_.edit(tr("Delete %1").arg(called(entries)), erase, entries.size());
}

}  // namespace tradewind::gui
