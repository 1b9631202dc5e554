// Which item a key, id or title of the source means: one of the file's, else one of the workspace's.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "exchange/source_records.h"

namespace tradewind::exchange {

struct Target {
  ItemId item;
  std::optional<std::uint32_t> record;  // when the file has it
  bool ambiguous = false;               // several items have that title; this is the first
  explicit operator bool() const { return static_cast<bool>(item); }
};

class ReferenceIndex {
 public:
  /// REQUIRES: the records are identified (their items have ids). Refers to all three.
  ReferenceIndex(const std::vector<SourceRecord>& records, const Portfolio& current, std::string_view source);

  Target by_key(std::string_view key) const;
  Target by_issue_id(std::string_view id) const;
  Target by_title(std::string_view title) const;
  /// Key, then issue id, then title.
  Target by_any(std::string_view text) const;
  std::optional<std::uint32_t> record_of(ItemId item) const;
  /// How snapshots name an item: its key in the source, else its title.
  std::string_view name_of(ItemId item) const;

 private:
  struct Titled {
    ItemId item;
    std::optional<std::uint32_t> record;
    bool several = false;
  };
  void index_titles() const;

  const std::vector<SourceRecord>& records_;
  const Portfolio& current_;
  std::string_view source_;
  std::unordered_map<std::string_view, std::uint32_t> by_key_;
  std::unordered_map<ItemId, std::uint32_t> by_item_;
  std::unordered_map<std::string_view, std::uint32_t> by_issue_id_;
  mutable bool titles_indexed_ = false;
  mutable std::unordered_map<std::string, Titled> by_title_;
  mutable bool workspace_ids_indexed_ = false;
  mutable std::unordered_map<std::string_view, ItemId> workspace_by_issue_id_;
};

}  // namespace tradewind::exchange
