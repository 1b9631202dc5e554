// The three-way rule, row by row: what the source changed since the last import comes in, what people changed here stays.
#pragma once
#include <map>
#include <set>
#include <string>

#include "exchange/import_links.h"

namespace tradewind::exchange {

class ItemMerger {
 public:
  ItemMerger(const Columns& columns, const ReferenceIndex& index, const Portfolio& current, const EarlierSnapshots& earlier,
             ImportPlan& plan);

  /// Sets effort and placement in `extras`, moves the item into the plan. `links_changed`: its dependencies do.
  void insert(SourceRecord& record, SnapshotExtras extras, ItemId parent, std::string rank);
  void update(SourceRecord& record, SnapshotExtras extras, ItemId parent, bool links_changed);

 private:
  struct Wish {  // where the source's dates put the item on the roadmap
    std::optional<Date> start;
    std::optional<Date> finish;
    PeriodId period;
  };
  Wish wished_placement(const Item& item);
  std::string text_of(const Wish& wish) const;
  std::string text_of(const Placement& placement) const;
  std::string effort_text(OptionalNumber effort, std::string_view team) const;
  const Period* period_with(Date date);
  TeamId team_named(std::string_view name);
  void add_estimate(ItemId item, const SourceRecord& record);
  void add_placement(ItemId item, const Wish& wish);
  bool is_covered(std::string_view name) const;

  bool merge_field(Item& merged, const SourceRecord& record, std::string_view name, std::string_view before);
  void merge_tags(Item& merged, const Item& theirs, std::string_view before) const;
  bool merge_effort(const Item& ours, const SourceRecord& record, std::string_view before, const std::string& theirs);
  bool merge_placement(const Item& ours, const SourceRecord& record, std::string_view before, const std::string& theirs);
  void conflict(const SourceRecord& record, std::string field, std::string_view ours, std::string_view theirs);

  const Columns& columns_;
  const ReferenceIndex& index_;
  const Portfolio& current_;
  const EarlierSnapshots& earlier_;
  ImportPlan& plan_;
  const Roadmap* roadmap_;
  std::vector<const Period*> periods_;
  std::set<std::string, std::less<>> covered_;
  std::map<std::string, TeamId, std::less<>> teams_;
};

}  // namespace tradewind::exchange
