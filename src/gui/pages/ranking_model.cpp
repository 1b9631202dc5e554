#include "gui/pages/ranking_model.h"

#include <algorithm>
#include <tuple>

#include "tradewind/domain/text.h"

namespace tradewind::gui {
namespace {

/// What a row is sorted by.
struct SortKey {
  bool known = false;
  double number = 0;
  std::string text;  // decides where the numbers are equal
};

}  // namespace

RankingModel::RankingModel(Document& document, RankingMethods methods, QObject* parent)
    : QAbstractTableModel(parent), document_(&document), ranking_{std::move(methods), {}, {}} {}

std::vector<std::size_t> RankingModel::arranged() const {
  const Portfolio& portfolio = document_->portfolio();
  const std::size_t method =
      sort_column_ < first_method ? ranking_.leading() : static_cast<std::size_t>(sort_column_ - first_method);
  const auto key_of = [&](const RankingRow& row) -> SortKey {
    if (sort_column_ == title) {
      const Item* item = portfolio.find(row.item);
      return item == nullptr ? SortKey{} : SortKey{true, 0, fold_case(short_title_of(*item))};
    }
    if (scoring::gives_places(*ranking_.methods[method]))
      return {row.ranks.places[method] != 0, double(row.ranks.places[method]), {}};
    const OptionalNumber value = row.ranks.values[method];
    return {value.has_value(), -value.value_or(0), {}};
  };
  std::vector<SortKey> keys;
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < ranking_.rows.size(); ++at) {
    keys.push_back(key_of(ranking_.rows[at]));
    if (!only_disagreements_ || ranking_.rows[at].disagreement.any()) order.push_back(at);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (keys[a].known != keys[b].known) return keys[a].known;
    const auto as_tuple = [](const SortKey& key) { return std::tie(key.number, key.text); };
    return sort_order_ == Qt::AscendingOrder ? as_tuple(keys[a]) < as_tuple(keys[b]) : as_tuple(keys[b]) < as_tuple(keys[a]);
  });
  return order;
}

void RankingModel::show(std::vector<std::size_t> shown) {
  // Rows at the end come or go; what stands in the others is new. Selections are kept by the page, by item.
  const int before = rowCount();
  const int now = static_cast<int>(shown.size());
  if (now < before) {
    beginRemoveRows({}, now, before - 1);
    shown_.resize(shown.size());
    endRemoveRows();
  }
  if (now > before) {
    beginInsertRows({}, before, now - 1);
    shown_.insert(shown_.end(), shown.begin() + before, shown.end());
    endInsertRows();
  }
  shown_ = std::move(shown);
  if (now > 0) emit dataChanged(index(0, 0), index(now - 1, columnCount() - 1));
}

void RankingModel::take(Ranking ranking) {
  if (ranking.methods != ranking_.methods) {
    beginResetModel();
    ranking_ = std::move(ranking);
    sort_column_ = rank;
    sort_order_ = Qt::AscendingOrder;
    shown_ = arranged();
    endResetModel();
    return;
  }
  // What is shown may not look at rows that are gone.
  if (ranking.rows.size() < ranking_.rows.size()) {
    std::vector<std::size_t> there = shown_;
    std::erase_if(there, [&](std::size_t at) { return at >= ranking.rows.size(); });
    if (there.size() < shown_.size()) show(std::move(there));
  }
  ranking_ = std::move(ranking);
  show(arranged());
}

void RankingModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= columnCount()) return;
  sort_column_ = column;
  sort_order_ = order;
  show(arranged());
}

void RankingModel::set_only_disagreements(bool only) {
  only_disagreements_ = only;
  show(arranged());
}

int RankingModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(shown_.size()); }

int RankingModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : first_method + static_cast<int>(ranking_.methods.size());
}

ItemId RankingModel::item_at(int row) const {
  return row < 0 || row >= rowCount() ? ItemId{} : ranking_.rows[shown_[static_cast<std::size_t>(row)]].item;
}

int RankingModel::row_of(ItemId item) const {
  const auto found = std::find_if(shown_.begin(), shown_.end(), [&](std::size_t at) { return ranking_.rows[at].item == item; });
  return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

int RankingModel::disagreements() const {
  return static_cast<int>(
      std::count_if(ranking_.rows.begin(), ranking_.rows.end(), [](const RankingRow& row) { return row.disagreement.any(); }));
}

bool RankingModel::can_compare() const {
  return std::any_of(ranking_.rows.begin(), ranking_.rows.end(), [](const RankingRow& row) {
    return scoring::places_known(row.ranks.places) + (row.ranks.moscow != Moscow::unset) > 1;
  });
}

}  // namespace tradewind::gui
