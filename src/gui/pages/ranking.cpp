#include "gui/pages/ranking.h"

#include <algorithm>

#include "tradewind/domain/open_item.h"
#include "tradewind/scoring/ranking.h"

namespace tradewind::gui {

std::size_t Ranking::leading() const {
  const auto found = std::find_if(methods.begin(), methods.end(), [](const auto* one) { return scoring::gives_places(*one); });
  return found == methods.end() ? 0 : static_cast<std::size_t>(found - methods.begin());
}

bool is_moscow(const scoring::Method& method) { return method.key == "moscow"; }

Ranking rank_open_items(const Portfolio& portfolio, RankingMethods methods) {
  Ranking ranking;
  ranking.methods = std::move(methods);
  std::vector<const Item*> open;
  for (const Item& item : portfolio.all<Item>())
    if (is_open(item)) open.push_back(&item);
  const scoring::ScoringContext context(portfolio, open);
  std::vector<const Item*> items;
  for (const scoring::RankedItem& one : scoring::rank_items(context, open, *ranking.methods[ranking.leading()]))
    items.push_back(one.item);
  std::vector<scoring::MethodRanks> ranks = scoring::method_ranks(portfolio, items, ranking.methods);
  const bool compares_moscow =
      std::any_of(ranking.methods.begin(), ranking.methods.end(), [](const auto* one) { return is_moscow(*one); });
  ranking.labels.resize(ranking.methods.size());
  for (std::size_t at = 0; at < ranks.size(); ++at) {
    if (!compares_moscow) ranks[at].moscow = Moscow::unset;
    for (std::size_t method = 0; method < ranking.methods.size(); ++method) {
      const scoring::Method& one = *ranking.methods[method];
      const OptionalNumber value = ranks[at].values[method];
      if (!value || scoring::gives_places(one) || ranking.labels[method].contains(*value)) continue;
      const scoring::ScoreResult result = one.explain(context, *items[at]);
      if (const scoring::Score* score = scoring::score_of(result)) ranking.labels[method][*value] = score->label;
    }
  }
  std::vector<scoring::Disagreement> disagreements = scoring::disagreements(ranks);
  ranking.rows.reserve(items.size());
  for (std::size_t at = 0; at < items.size(); ++at)
    ranking.rows.push_back({items[at]->id, std::move(ranks[at]), std::move(disagreements[at])});
  return ranking;
}

}  // namespace tradewind::gui
