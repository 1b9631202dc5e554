// Parents and dependencies: from what rows say about each other to ids, edges, and what dangles or closes a circle.
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/reference_index.h"
#include "exchange/snapshot.h"

namespace tradewind::exchange {

/// The earlier records by item, read when somebody asks.
class EarlierSnapshots {
 public:
  EarlierSnapshots(const std::vector<ImportRecord>& records, std::string_view source);
  const ImportRecord* record_of(ItemId item) const;
  /// nullptr when the item was not imported before.
  const Snapshot* of(ItemId item) const;

 private:
  std::unordered_map<ItemId, const ImportRecord*> records_;
  mutable std::unordered_map<ItemId, Snapshot> read_;
};

struct ResolvedLinks {
  std::vector<SnapshotExtras> extras;  // of each record: parent, blocked_by, blocks
  std::vector<ItemId> parents;         // of each record; 0 = none, or not known
  std::vector<bool> touched;           // records whose edges change
};

/// Sets the parents, appends the dependency changes to the plan and counts links; links that become no dependency are
/// added to the records' custom fields.
ResolvedLinks resolve_links(SourceRecords& records, const Columns& columns, const ReferenceIndex& index, const Portfolio& current,
                            const EarlierSnapshots& earlier, ImportPlan& plan);

}  // namespace tradewind::exchange
