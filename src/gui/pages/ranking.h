// The open items in the order of one method, with what several methods say of each. No widgets: it is made on any thread.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "tradewind/domain/portfolio.h"
#include "tradewind/scoring/disagreement.h"

namespace tradewind::gui {

using RankingMethods = std::vector<const scoring::Method*>;

struct RankingRow {
  ItemId item;
  scoring::MethodRanks ranks;
  scoring::Disagreement disagreement;
};

struct Ranking {
  RankingMethods methods;
  std::vector<RankingRow> rows;                       // of all open items, by the leading method
  std::vector<std::map<double, std::string>> labels;  // by method: the categories in words

  /// The first that gives places; 0 when none does.
  std::size_t leading() const;
};

bool is_moscow(const scoring::Method& method);

/// REQUIRES: there is one method at least.
Ranking rank_open_items(const Portfolio& portfolio, RankingMethods methods);

}  // namespace tradewind::gui
