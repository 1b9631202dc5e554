// All items in the order of a method, kept right edit by edit: a backlog of 100,000 rows is not scored again for each key
// that somebody presses.
#pragma once
#include <vector>

#include "tradewind/domain/changes.h"
#include "tradewind/scoring/registry.h"

namespace tradewind::scoring {

/// Lifetime: portfolio and method must outlive it. The order is that of rank_items.
class LiveRanking {
 public:
  struct Entry {
    ItemId item;
    OptionalNumber value;  // unknown = unscored; these come last
  };

  LiveRanking(const Portfolio& portfolio, const Method& method);

  /// To be called after each change of the portfolio, with what changed. Scores the items that were touched; all items where
  /// a change can reach further (settings, criteria, rows that are gone with the name of their item) or touches many.
  void update(const Changes& changes);

  /// Best first; the rank of a scored item is its place, counted from 1.
  const std::vector<Entry>& entries() const { return entries_; }

 private:
  void rank_all();
  bool comes_before(const Entry& a, const Entry& b) const;

  const Portfolio* portfolio_;
  const Method* method_;
  std::vector<Entry> entries_;
};

}  // namespace tradewind::scoring
