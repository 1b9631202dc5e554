#include "tradewind/scoring/live_ranking.h"

#include "support/catch.h"
#include "support/generated_portfolio.h"
#include "support/random_portfolio.h"
#include "tradewind/scoring/ranking.h"

namespace tradewind::scoring {
namespace {

void check_like_ranking_anew(const LiveRanking& live, const Portfolio& portfolio, const Method& method) {
  const auto anew = rank_items(portfolio, method);
  REQUIRE(live.entries().size() == anew.size());
  for (std::size_t at = 0; at < anew.size(); ++at) {
    INFO("place " << at + 1);
    REQUIRE(live.entries()[at].item == anew[at].item->id);
    REQUIRE(live.entries()[at].value == anew[at].value);
  }
}

/// One change of a kind that people make; what changed is returned.
Changes random_change(Portfolio& portfolio, test::RandomRows& random) {
  const auto& items = portfolio.all<Item>();
  const auto& estimates = portfolio.all<Estimate>();
  Item item = *std::next(items.begin(), static_cast<std::ptrdiff_t>(random.below(items.size())));
  switch (random.below(5)) {
    case 0: {
      item.reach = static_cast<double>(random.below(20) * 100);
      item.impact = random.one_in(4) ? OptionalNumber{} : OptionalNumber{2.0};
      item.moscow = random.one_in(2) ? Moscow::must : Moscow::unset;
      portfolio.update(item);
      return {{Item::table, item.id.value, ChangeKind::updated}};
    }
    case 1: {
      item.id = new_id<ItemId>();
      item.key += "-copy";
      portfolio.insert(item);
      return {{Item::table, item.id.value, ChangeKind::inserted}};
    }
    case 2:
      portfolio.erase(item.id);
      return {{Item::table, item.id.value, ChangeKind::erased}};
    case 3: {
      Estimate estimate = *std::next(estimates.begin(), static_cast<std::ptrdiff_t>(random.below(estimates.size())));
      estimate.item = item.id;
      estimate.likely = static_cast<double>(1 + random.below(9));
      portfolio.update(estimate);
      return {{Estimate::table, estimate.id.value, ChangeKind::updated}};
    }
    default: {
      Estimate estimate;
      estimate.id = new_id<EstimateId>();
      estimate.item = item.id;
      estimate.likely = 3.0;
      portfolio.insert(estimate);
      return {{Estimate::table, estimate.id.value, ChangeKind::inserted}};
    }
  }
}

TEST_CASE("After any change a live ranking is what ranking anew gives, for every method") {
  for (const Method& method : methods()) {
    CAPTURE(method.key);
    test::GeneratedOptions options;
    options.items = 60;
    options.placements = 20;
    Portfolio portfolio = test::generated_portfolio(options);
    test::RandomRows random(20270118);
    LiveRanking live(portfolio, method);
    check_like_ranking_anew(live, portfolio, method);
    for (int step = 0; step < 100; ++step) {
      CAPTURE(step);
      live.update(random_change(portfolio, random));
      check_like_ranking_anew(live, portfolio, method);
    }
  }
}

}  // namespace
}  // namespace tradewind::scoring
