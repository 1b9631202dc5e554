#include "gui/pages/ranking_model.h"

#include <algorithm>
#include <tuple>

#include "gui/shell/qt_text.h"
#include "tradewind/domain/open_item.h"
#include "tradewind/domain/text.h"
#include "tradewind/scoring/ranking.h"

namespace tradewind::gui {
namespace {

/// What a row is sorted by.
struct SortKey {
  bool known = false;
  double number = 0;
  std::string text;  // decides where the numbers are equal
};

bool is_moscow(const scoring::Method& method) { return method.key == "moscow"; }

/// How many methods have a place for the item.
std::ptrdiff_t places_of(const scoring::MethodRanks& ranks) {
  return std::count_if(ranks.places.begin(), ranks.places.end(), [](int place) { return place != 0; });
}

}  // namespace

RankingModel::RankingModel(Document& document, QObject* parent) : QAbstractTableModel(parent), document_(&document) {
  for (const char* key : {"rice", "wsjf", "opportunity", "moscow"}) methods_.push_back(scoring::find_method(key));
}

std::size_t RankingModel::leading() const {
  const auto found = std::find_if(methods_.begin(), methods_.end(), [](const auto* one) { return scoring::gives_places(*one); });
  return found == methods_.end() ? 0 : static_cast<std::size_t>(found - methods_.begin());
}

std::vector<RankingModel::Row> RankingModel::ranked() {
  const Portfolio& portfolio = document_->portfolio();
  std::vector<const Item*> open;
  for (const Item& item : portfolio.all<Item>())
    if (is_open(item)) open.push_back(&item);
  const scoring::ScoringContext context(portfolio, open);
  std::vector<const Item*> items;
  for (const scoring::RankedItem& one : scoring::rank_items(context, open, *methods_[leading()])) items.push_back(one.item);
  std::vector<scoring::MethodRanks> ranks = scoring::method_ranks(portfolio, items, methods_);
  const bool compares_moscow = std::any_of(methods_.begin(), methods_.end(), [](const auto* one) { return is_moscow(*one); });
  labels_.assign(methods_.size(), {});
  for (std::size_t at = 0; at < ranks.size(); ++at) {
    if (!compares_moscow) ranks[at].moscow = Moscow::unset;
    for (std::size_t method = 0; method < methods_.size(); ++method) {
      const OptionalNumber value = ranks[at].values[method];
      if (!value || scoring::gives_places(*methods_[method]) || labels_[method].contains(*value)) continue;
      const scoring::ScoreResult result = methods_[method]->explain(context, *items[at]);
      if (const scoring::Score* score = scoring::score_of(result)) labels_[method][*value] = qt_text(score->label);
    }
  }
  std::vector<scoring::Disagreement> disagreements = scoring::disagreements(ranks);
  std::vector<Row> rows;
  rows.reserve(items.size());
  for (std::size_t at = 0; at < items.size(); ++at)
    rows.push_back({items[at]->id, std::move(ranks[at]), std::move(disagreements[at])});
  return rows;
}

std::vector<std::size_t> RankingModel::arranged() const {
  const Portfolio& portfolio = document_->portfolio();
  const std::size_t method = sort_column_ < first_method ? leading() : static_cast<std::size_t>(sort_column_ - first_method);
  const auto key_of = [&](const Row& row) -> SortKey {
    if (sort_column_ == title) {
      const Item* item = portfolio.find(row.item);
      return item == nullptr ? SortKey{} : SortKey{true, 0, fold_case(short_title_of(*item))};
    }
    if (scoring::gives_places(*methods_[method])) return {row.ranks.places[method] != 0, double(row.ranks.places[method]), {}};
    const OptionalNumber value = row.ranks.values[method];
    return {value.has_value(), -value.value_or(0), {}};
  };
  std::vector<SortKey> keys;
  std::vector<std::size_t> order;
  for (std::size_t at = 0; at < rows_.size(); ++at) {
    keys.push_back(key_of(rows_[at]));
    if (!only_disagreements_ || rows_[at].disagreement.any()) order.push_back(at);
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

void RankingModel::refresh() {
  std::vector<Row> rows = ranked();
  // What is shown may not look at rows that are gone.
  if (rows.size() < rows_.size()) {
    std::vector<std::size_t> there = shown_;
    there.erase(std::remove_if(there.begin(), there.end(), [&](std::size_t at) { return at >= rows.size(); }), there.end());
    if (there.size() < shown_.size()) show(std::move(there));
  }
  rows_ = std::move(rows);
  show(arranged());
}

void RankingModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= columnCount()) return;
  sort_column_ = column;
  sort_order_ = order;
  show(arranged());
}

void RankingModel::set_methods(Methods methods) {
  Q_ASSERT(!methods.empty());
  beginResetModel();
  methods_ = std::move(methods);
  sort_column_ = rank;
  sort_order_ = Qt::AscendingOrder;
  rows_ = ranked();
  shown_ = arranged();
  endResetModel();
}

void RankingModel::set_only_disagreements(bool only) {
  only_disagreements_ = only;
  show(arranged());
}

int RankingModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(shown_.size()); }

int RankingModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : first_method + static_cast<int>(methods_.size());
}

ItemId RankingModel::item_at(int row) const {
  return row < 0 || row >= rowCount() ? ItemId{} : rows_[shown_[static_cast<std::size_t>(row)]].item;
}

int RankingModel::row_of(ItemId item) const {
  const auto found = std::find_if(shown_.begin(), shown_.end(), [&](std::size_t at) { return rows_[at].item == item; });
  return found == shown_.end() ? -1 : static_cast<int>(found - shown_.begin());
}

int RankingModel::disagreements() const {
  return static_cast<int>(std::count_if(rows_.begin(), rows_.end(), [](const Row& row) { return row.disagreement.any(); }));
}

bool RankingModel::can_compare() const {
  return std::any_of(rows_.begin(), rows_.end(),
                     [](const Row& row) { return places_of(row.ranks) + (row.ranks.moscow != Moscow::unset) > 1; });
}

}  // namespace tradewind::gui
