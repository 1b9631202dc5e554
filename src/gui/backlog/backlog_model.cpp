#include "gui/backlog/backlog_model.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>
#include <algorithm>

#include "gui/backlog/backlog_text.h"
#include "gui/backlog/cell_edits.h"
#include "tradewind/domain/rank.h"

namespace tradewind::gui {
namespace {

const QString items_mime_type = QStringLiteral("application/x-tradewind-items");

BacklogColumn column_of(const QModelIndex& index) { return static_cast<BacklogColumn>(index.column()); }

QVariant alignment_of(BacklogColumn column) {
  return QVariant::fromValue(Qt::Alignment((is_number(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
}

}  // namespace

BacklogModel::BacklogModel(Document& document, QObject* parent)
    : QAbstractTableModel(parent), document_(document), cells_(document.portfolio()), rows_to_show_(cells_) {
  rows_ = rows_to_show_.compute();
  connect(&document, &Document::changed, this, &BacklogModel::react);
}

int BacklogModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(rows_.size()); }
int BacklogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : backlog_column_count; }

QVariant BacklogModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const BacklogColumn column = column_of(index);
  if (role == Qt::TextAlignmentRole) return alignment_of(column);
  const Item* item = cells_.portfolio().find(item_at(index.row()));
  if (item == nullptr) return {};  // gone, and we are about to hear of it
  switch (role) {
    case Qt::DisplayRole:
      return cells_.display(*item, column);
    case Qt::EditRole:
      return cells_.edit_text(*item, column);
    case Qt::ToolTipRole:
      return cells_.tool_tip(*item, column);
    case Qt::AccessibleTextRole:
      return QString(title_of(column) + " " + cells_.display(*item, column));
    case item_id_role:
      return QVariant::fromValue<qint64>(item->id.value);
    case bar_share_role:
      return cells_.rice_share(*item);
    case moscow_role:
      return static_cast<int>(item->moscow);
    case class_role_role:
      return cells_.portfolio().find(item->allocation_class) == nullptr ? -1 : static_cast<int>(cells_.class_role(*item));
    case track_role:
      return static_cast<int>(item->track);
    case effort_segments_role:
      return QVariant::fromValue(cells_.effort_segments(*item));
    case evidence_role:
      return cells_.evidence_pips(*item);
    case choice_texts_role:
      return choices_of(cells_.portfolio(), column).texts;
    case choice_labels_role:
      return choices_of(cells_.portfolio(), column).labels;
    default:
      return {};
  }
}

QVariant BacklogModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= backlog_column_count) return {};
  const auto column = static_cast<BacklogColumn>(section);
  if (role == Qt::DisplayRole) return title_of(column);
  if (role == Qt::ToolTipRole) return meaning_of(column);
  if (role == Qt::TextAlignmentRole) return alignment_of(column);
  return {};
}

Qt::ItemFlags BacklogModel::flags(const QModelIndex& index) const {
  // Drops go between rows: only the table as a whole takes them.
  if (!index.isValid()) return is_by_rank() ? Qt::ItemIsDropEnabled : Qt::NoItemFlags;
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
  if (is_editable(column_of(index))) flags |= Qt::ItemIsEditable;
  if (is_by_rank()) flags |= Qt::ItemIsDragEnabled;
  return flags;
}

bool BacklogModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !index.isValid()) return false;
  return edit_rows(column_of(index), {index.row()}, value.toString());
}

bool BacklogModel::edit_rows(BacklogColumn column, const std::vector<int>& rows, const QString& text) {
  std::vector<CellEdit> cells;
  for (const int row : rows)
    if (const ItemId item = item_at(row)) cells.push_back({item, column, text});
  if (cells.empty()) return false;
  const Item* first = cells_.portfolio().find(cells.front().item);
  const QString whose = cells.size() > 1 ? tr("%1 items").arg(cells.size()) : first != nullptr ? qt_text(first->key) : QString();
  QString name = title_of(column).section(',', 0, 0);  // without the unit
  if (column != BacklogColumn::moscow) name = name.toLower();
  return edit_cells(tr("Set %1 of %2").arg(name, whose), cells);
}

bool BacklogModel::edit_cells(const QString& label, const std::vector<CellEdit>& cells) {
  std::vector<CellEdit> different;
  for (const CellEdit& cell : cells) {
    const Item* item = cells_.portfolio().find(cell.item);
    // What a cell says already must not be read back: dates of a placement, say, are more than its period.
    if (item == nullptr || !is_editable(cell.column) || cells_.edit_text(*item, cell.column) == cell.text) continue;
    different.push_back(cell);
  }
  if (different.empty()) return true;
  return document_.edit(label, [&](storage::Edit& edit) {
    for (const CellEdit& cell : different) set_cell(edit, cell.item, cell.column, cell.text);
  });
}

void BacklogModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= backlog_column_count) return set_sort({});
  set_sort({BacklogSort{static_cast<BacklogColumn>(column), order}});
}

QStringList BacklogModel::mimeTypes() const { return {items_mime_type}; }

QMimeData* BacklogModel::mimeData(const QModelIndexList& indexes) const {
  std::vector<int> rows;
  for (const QModelIndex& index : indexes) rows.push_back(index.row());
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  QByteArray bytes;
  QDataStream stream(&bytes, QIODevice::WriteOnly);
  for (const int row : rows) stream << static_cast<qint64>(item_at(row).value);
  auto* data = new QMimeData;  // the caller owns it
  data->setData(items_mime_type, bytes);
  return data;
}

bool BacklogModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int, const QModelIndex& parent) {
  if (data == nullptr || !data->hasFormat(items_mime_type) || parent.isValid() || !is_by_rank()) return false;
  QDataStream stream(data->data(items_mime_type));
  std::vector<ItemId> items;
  while (!stream.atEnd()) {
    qint64 id = 0;
    stream >> id;
    items.push_back(ItemId{id});
  }
  return move_items(items, row < 0 ? rowCount() : row);
}

bool BacklogModel::move_items(const std::vector<ItemId>& items, int row) {
  Q_ASSERT(is_by_rank());
  const auto moves = [&](ItemId id) { return std::find(items.begin(), items.end(), id) != items.end(); };
  const auto rank_at = [&](int at) { return cells_.portfolio().find(item_at(at))->rank; };
  int above = row - 1;
  while (above >= 0 && moves(item_at(above))) --above;
  int below = row;
  while (below < rowCount() && moves(item_at(below))) ++below;
  const std::string before = above < 0 ? std::string() : rank_at(above);
  std::string after = below >= rowCount() ? std::string() : rank_at(below);
  // With a filter the last shown row need not be the last of all: stay as near to it as there is room.
  if (after.empty() && above >= 0)
    for (std::size_t at = static_cast<std::size_t>(cells_.place(item_at(above))); at < cells_.by_rank().size(); ++at)
      if (!moves(cells_.by_rank()[at])) {
        after = cells_.portfolio().find(cells_.by_rank()[at])->rank;
        break;
      }
  if (!before.empty() && !after.empty() && before >= after) after.clear();  // two copies may have given the same rank
  const std::vector<std::string> ranks = ranks_between(before, after, items.size());
  return document_.edit(items.size() == 1 ? tr("Move item") : tr("Move %1 items").arg(items.size()), [&](storage::Edit& edit) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Item* found = edit.portfolio().find(items[i]);
      if (found == nullptr) continue;
      Item item = *found;
      item.rank = ranks[i];
      edit.update(item);
    }
  });
}

std::string BacklogModel::rank_below(ItemId id) const {
  const int place = cells_.place(id);
  if (place == 0 || place >= total()) return {};
  const std::string& above = cells_.portfolio().find(id)->rank;
  const std::string& below = cells_.portfolio().find(cells_.by_rank()[static_cast<std::size_t>(place)])->rank;
  return above < below ? rank_between(above, below) : std::string();
}

std::optional<Error> BacklogModel::set_filter(const QString& expression) {
  auto filter = parse_filter(expression.toStdString());
  if (!filter) return filter.error();
  if (auto unknown = unknown_names(*filter, cells_.portfolio()); !unknown.empty()) return unknown.front();
  rows_to_show_.set_filter(std::move(*filter));
  rows_to_show_.set_guest({});
  refresh_rows();
  return std::nullopt;
}

void BacklogModel::set_sort(std::vector<BacklogSort> sort) {
  rows_to_show_.set_sort(std::move(sort));
  refresh_rows();
}

void BacklogModel::keep_shown(ItemId item) {
  rows_to_show_.set_guest(item);
  if (row_of(item) < 0) refresh_rows();
}

}  // namespace tradewind::gui
