// Look-ups by what sources call their items. Titles and the workspace's issue ids are indexed only when somebody asks.
#include "exchange/reference_index.h"

#include "tradewind/exchange/text_encoding.h"

namespace tradewind::exchange {

ReferenceIndex::ReferenceIndex(const std::vector<SourceRecord>& records, const Portfolio& current, std::string_view source)
    : records_(records), current_(current), source_(source) {
  by_key_.reserve(records.size());
  by_item_.reserve(records.size());
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    by_item_.emplace(records[i].item.id, i);
    if (!records[i].key.empty()) by_key_.emplace(records[i].key, i);
    if (!records[i].issue_id.empty()) by_issue_id_.emplace(records[i].issue_id, i);
  }
}

Target ReferenceIndex::by_key(std::string_view key) const {
  if (key.empty()) return {};
  if (const auto found = by_key_.find(key); found != by_key_.end())
    return {records_[found->second].item.id, found->second, false};
  const Item* item = current_.item_by_external_key(source_, key);
  if (!item) item = current_.item_by_external_key({}, key);
  if (!item) return {};
  return {item->id, record_of(item->id), false};
}

Target ReferenceIndex::by_issue_id(std::string_view id) const {
  if (id.empty()) return {};
  if (const auto found = by_issue_id_.find(id); found != by_issue_id_.end())
    return {records_[found->second].item.id, found->second, false};
  if (!workspace_ids_indexed_) {
    workspace_ids_indexed_ = true;
    for (const Item& item : current_.all<Item>()) {
      if (item.external_source != source_) continue;
      for (const auto& custom : item.custom)
        if (custom.name == "Issue id") workspace_by_issue_id_.emplace(custom.value, item.id);
    }
  }
  const auto found = workspace_by_issue_id_.find(id);
  if (found == workspace_by_issue_id_.end()) return {};
  return {found->second, record_of(found->second), false};
}

void ReferenceIndex::index_titles() const {
  titles_indexed_ = true;
  for (std::uint32_t i = 0; i < records_.size(); ++i) {
    const auto [found, is_first] = by_title_.try_emplace(fold(records_[i].item.title), Titled{records_[i].item.id, i, false});
    if (!is_first) found->second.several = true;
  }
  for (const Item& item : current_.all<Item>())
    if (item.external_source == source_) by_title_.try_emplace(fold(item.title), Titled{item.id, record_of(item.id), false});
}

Target ReferenceIndex::by_title(std::string_view title) const {
  if (title.empty()) return {};
  if (!titles_indexed_) index_titles();
  const auto found = by_title_.find(fold(title));
  if (found == by_title_.end()) return {};
  return {found->second.item, found->second.record, found->second.several};
}

Target ReferenceIndex::by_any(std::string_view text) const {
  if (const auto target = by_key(text)) return target;
  if (const auto target = by_issue_id(text)) return target;
  return by_title(text);
}

std::optional<std::uint32_t> ReferenceIndex::record_of(ItemId item) const {
  const auto found = by_item_.find(item);
  return found == by_item_.end() ? std::nullopt : std::optional(found->second);
}

std::string_view ReferenceIndex::name_of(ItemId id) const {
  if (const auto record = record_of(id))
    return records_[*record].key.empty() ? std::string_view(records_[*record].item.title) : records_[*record].key;
  const Item* item = current_.find(id);
  if (!item) return {};
  return item->external_key.empty() ? item->title : item->external_key;
}

}  // namespace tradewind::exchange
