// Rows are ranked by dragging them: one edit gives the moved items ranks between their new neighbours.
#include <QDataStream>
#include <QIODevice>
#include <QMimeData>
#include <algorithm>
#include <unordered_set>

#include "gui/backlog/backlog_model.h"
#include "tradewind/domain/rank.h"

namespace tradewind::gui {
namespace {

const QString items_mime_type = QStringLiteral("application/x-tradewind-items");

}  // namespace

QStringList BacklogModel::mimeTypes() const { return {items_mime_type}; }

QMimeData* BacklogModel::mimeData(const QModelIndexList& indexes) const {
  std::vector<int> rows;
  for (const QModelIndex& index : indexes)
    if (item_at(index.row())) rows.push_back(index.row());
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

std::int64_t BacklogModel::group_around(int row) const {
  for (int above = std::min(row, rowCount()) - 1; above >= 0; --above)
    if (const BacklogRow one = row_at(above); one.head_of != 0) return one.head_of;
  return row_at(0).head_of;
}

bool BacklogModel::move_items(const std::vector<ItemId>& items, int row) {
  Q_ASSERT(is_by_rank());
  const BacklogGroups& groups = rows_to_show_.groups();
  if (grouping() != BacklogGrouping::none)
    for (const ItemId item : items)
      if (groups.group_of(item) != group_around(row))
        return refuse({ErrorCode::bad_input, tr("cannot move the items there").toStdString(),
                       tr("dragging changes the rank, and they belong to another group").toStdString(),
                       tr("change their %1, or drop them within their group").arg(title_of(grouping())).toStdString()});
  const std::unordered_set<ItemId> moving(items.begin(), items.end());
  const auto moves = [&](ItemId id) { return moving.count(id) > 0; };
  int above = row - 1;
  while (above >= 0 && moves(item_at(above))) --above;
  int below = row;
  while (below < rowCount() && moves(item_at(below))) ++below;
  const Item* upper = item(above);
  const Item* lower = item(below);
  // With a filter or groups the shown neighbour is not the next one of all: stay as near to the other as there is room.
  const auto next_to = [&](const Item* shown, int step) {
    const auto& all = cells_.by_rank();
    for (int at = cells_.place(shown->id) - 1 + step; at >= 0 && at < total(); at += step)
      if (const ItemId other = all[static_cast<std::size_t>(at)]; !moves(other)) return cells_.portfolio().find(other);
    return static_cast<const Item*>(nullptr);
  };
  if (upper == nullptr && lower != nullptr)
    upper = next_to(lower, -1);
  else if (lower == nullptr && upper != nullptr)
    lower = next_to(upper, 1);
  const std::string before = upper == nullptr ? std::string() : upper->rank;
  std::string after = lower == nullptr ? std::string() : lower->rank;
  if (!before.empty() && !after.empty() && before >= after) after.clear();  // two copies may have given the same rank
  const std::vector<std::string> ranks = ranks_between(before, after, items.size());
  const QString label = items.size() == 1 ? tr("Move item") : tr("Move %1 items").arg(items.size());
  const auto set_ranks = [&](storage::Edit& edit) {
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Item* found = edit.portfolio().find(items[i]);
      if (found == nullptr) continue;
      Item moved = *found;
      moved.rank = ranks[i];
      edit.update(moved);
    }
  };
  return document_.edit(label, set_ranks, items.size());
}

std::string BacklogModel::rank_below(ItemId id) const {
  const int place = cells_.place(id);
  if (place == 0 || place >= total()) return {};
  const std::string& above = cells_.portfolio().find(id)->rank;
  const std::string& below = cells_.portfolio().find(cells_.by_rank()[static_cast<std::size_t>(place)])->rank;
  return above < below ? rank_between(above, below) : std::string();
}

}  // namespace tradewind::gui
