// Ranking items by one or several scoring methods, each score with its explanation or the reason why there is none.
#pragma once
#include <string>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/domain/portfolio.h"
#include "tradewind/scoring/ranking.h"

namespace tradewind::workbench {

struct ScoreOptions {
  std::vector<std::string> methods;  // keys of scoring::methods(); empty = rice. The first one ranks
  std::string where;                 // a filter expression; the quadrant lines and ranks are those of what it leaves
  std::string key;                   // only this item, at its rank among all
};

struct ScoredItem {
  const Item* item = nullptr;                // in the portfolio
  int rank = 0;                              // by the first method, 1 = best; 0 = unscored
  std::vector<scoring::ScoreResult> scores;  // one per method
};

struct ScoreTable {
  std::vector<const scoring::Method*> methods;
  std::vector<ScoredItem> rows;  // best first, unscored last
};

Result<ScoreTable> score_items(const Portfolio& portfolio, const ScoreOptions& options);

}  // namespace tradewind::workbench
