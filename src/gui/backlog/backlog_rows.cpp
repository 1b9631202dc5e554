#include "gui/backlog/backlog_rows.h"

#include <algorithm>
#include <numeric>

namespace tradewind::gui {
namespace {

/// < 0, 0, > 0; unknown comes last in both directions.
int compare(const SortValue& a, const SortValue& b, Qt::SortOrder order) {
  if (a.known != b.known) return a.known ? -1 : 1;
  if (!a.known) return 0;
  const int result = a.number != b.number ? (a.number < b.number ? -1 : 1) : a.text.compare(b.text);
  return order == Qt::AscendingOrder ? result : -result;
}

}  // namespace

QString sort_mark(const std::vector<BacklogSort>& sort, BacklogColumn column) {
  if (sort.empty() || sort.front() == BacklogSort{}) return {};
  for (std::size_t turn = 0; turn < sort.size(); ++turn) {
    if (sort[turn].column != column) continue;
    const QString arrow = QChar(sort[turn].order == Qt::AscendingOrder ? 0x2191 : 0x2193);
    return sort.size() == 1 ? arrow : arrow + QString::number(turn + 1);
  }
  return {};
}

void BacklogRows::set_sort(std::vector<BacklogSort> sort) {
  sort_ = std::move(sort);
  if (sort_.empty()) sort_.push_back(BacklogSort{});
}

bool BacklogRows::is_by_rank() const { return sort_.front() == BacklogSort{}; }

bool BacklogRows::compares_items() const {
  return std::any_of(sort_.begin(), sort_.end(), [](const BacklogSort& one) {
    const scoring::Method* method = method_of(one.column);
    return method != nullptr && method->compares_items;
  });
}

std::vector<SortValue> BacklogRows::values(const Item& item) const {
  std::vector<SortValue> values;
  values.reserve(sort_.size());
  for (const BacklogSort& one : sort_) values.push_back(cells_->sort_value(item, one.column));
  return values;
}

bool BacklogRows::comes_before(const std::vector<SortValue>& a, const std::vector<SortValue>& b) const {
  for (std::size_t i = 0; i < sort_.size(); ++i)
    if (const int result = compare(a[i], b[i], sort_[i].order); result != 0) return result < 0;
  return false;
}

std::vector<BacklogRow> BacklogRows::compute() {
  items_ = sorted_items();
  return arrange();
}

std::vector<ItemId> BacklogRows::sorted_items() const {
  const Portfolio& portfolio = cells_->portfolio();
  std::vector<ItemId> shown;
  if (filter_.terms.empty()) {
    shown = cells_->by_rank();
  } else {
    const Check check(*this);
    for (const ItemId id : cells_->by_rank())
      if (check.matches(*portfolio.find(id))) shown.push_back(id);
  }
  if (is_by_rank()) return shown;  // no two items share a place, so further columns decide nothing
  // Each value is made once, one block for all rows; then indices are sorted.
  const std::size_t width = sort_.size();
  std::vector<SortValue> values;
  values.reserve(shown.size() * width);
  for (const ItemId id : shown)
    for (const BacklogSort& one : sort_) values.push_back(cells_->sort_value(*portfolio.find(id), one.column));
  std::vector<std::uint32_t> order(shown.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    for (std::size_t i = 0; i < width; ++i)
      if (const int result = compare(values[a * width + i], values[b * width + i], sort_[i].order); result != 0)
        return result < 0;
    return false;
  });
  std::vector<ItemId> sorted;
  sorted.reserve(shown.size());
  for (const std::uint32_t at : order) sorted.push_back(shown[at]);
  return sorted;
}

BacklogRows::Check::Check(const BacklogRows& rows) : rows_(&rows), filter_(rows.filter_, rows.cells_->portfolio()) {}

bool BacklogRows::Check::matches(const Item& item) const { return filter_.matches(item) || rows_->guests_.contains(item.id); }

bool BacklogRows::Check::comes_before(const Item& a, const Item& b) const {
  const auto first = rows_->values(a);
  const auto second = rows_->values(b);
  if (rows_->comes_before(first, second)) return true;
  if (rows_->comes_before(second, first)) return false;
  return rows_->cells_->place(a.id) < rows_->cells_->place(b.id);
}

}  // namespace tradewind::gui
