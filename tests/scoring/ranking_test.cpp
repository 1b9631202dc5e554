#include "tradewind/scoring/ranking.h"

#include <array>
#include <ctime>
#include <limits>
#include <random>
#include <tuple>

#include "scoring/portfolio_maker.h"
#include "support/catch.h"
#include "tradewind/scoring/disagreement.h"

namespace tradewind::scoring {
namespace {

using test::item_with;
using test::PortfolioMaker;

std::vector<std::string> keys_of(const std::vector<RankedItem>& ranked) {
  std::vector<std::string> keys;
  for (const RankedItem& one : ranked) keys.push_back(one.item->key);
  return keys;
}

TEST_CASE("Best first, ties by reach then key, unscored last without a rank") {
  PortfolioMaker maker;
  maker.add(item_with("TW-5"));
  maker.add(item_with("TW-6", 900));
  maker.add(item_with("TW-1", 100, 1, 1), 10);   // 10
  maker.add(item_with("TW-4", 200, 1, 1), 20);   // 10, more reach
  maker.add(item_with("TW-3", 200, 1, 1), 20);   // 10
  maker.add(item_with("TW-2", 1000, 2, 1), 10);  // 200
  const auto ranked = rank_items(maker.portfolio, *find_method("rice"));
  CHECK(keys_of(ranked) == std::vector<std::string>{"TW-2", "TW-3", "TW-4", "TW-1", "TW-6", "TW-5"});
  CHECK(ranked[0].value.value() == Approx(200));
  CHECK(ranked[0].rank == 1);
  CHECK(ranked[3].rank == 4);
  CHECK_FALSE(ranked[4].value.has_value());
  CHECK(ranked[4].rank == 0);
}

TEST_CASE("A selection is ranked among itself, with its own medians") {
  PortfolioMaker maker;
  const ItemId a = maker.add(item_with("TW-1", 100, 1, 1), 10).id;
  const ItemId b = maker.add(item_with("TW-2", 100, 2, 1), 20).id;
  for (int i = 3; i < 9; ++i) maker.add(item_with("TW-" + std::to_string(i), 100, 3, 1), 1);
  const std::vector<const Item*> selection{maker.portfolio.find(a), maker.portfolio.find(b)};
  const auto ranked = rank_items(maker.portfolio, selection, *find_method("impact-effort"));
  REQUIRE(ranked.size() == 2);
  CHECK(keys_of(ranked) == std::vector<std::string>{"TW-2", "TW-1"});
  CHECK(ranked[0].value.value() == static_cast<double>(Quadrant::big_bet));
  CHECK(ranked[1].value.value() == static_cast<double>(Quadrant::fill_in));
}

Portfolio large_portfolio(int items, int estimates_each) {
  std::mt19937_64 random(42);
  const auto random_id = [&] { return static_cast<std::int64_t>(random() >> 1U) | 1; };
  Portfolio portfolio;
  portfolio.reserve<Item>(static_cast<std::size_t>(items));
  portfolio.reserve<Estimate>(static_cast<std::size_t>(items * estimates_each));
  for (int i = 0; i < items; ++i) {
    Item item = item_with("TW-" + std::to_string(i), static_cast<double>(random() % 5000),
                          std::array{3.0, 2.0, 1.0, 0.5}[random() % 4], 0.1 * static_cast<double>(1 + random() % 10));
    item.id = ItemId{random_id()};
    const ItemId id = item.id;
    portfolio.insert(std::move(item));
    for (int e = 0; e < estimates_each; ++e) {
      Estimate estimate;
      estimate.id = EstimateId{random_id()};
      estimate.item = id;
      estimate.likely = static_cast<double>(1 + random() % 20);
      portfolio.insert(estimate);
    }
  }
  return portfolio;
}

TEST_CASE("Many items are ranked as few are") {
  const Portfolio portfolio = large_portfolio(5000, 2);
  const auto ranked = rank_items(portfolio, *find_method("rice"));
  REQUIRE(ranked.size() == 5000);
  const ScoringContext one_by_one(portfolio);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (i > 0) REQUIRE(ranked[i - 1].value.value() >= ranked[i].value.value());
    REQUIRE(ranked[i].value == find_method("rice")->value(one_by_one, *ranked[i].item));
  }
}

TEST_CASE("Many ties are broken as few are, by reach, then by key") {
  PortfolioMaker maker;
  for (int i = 0; i < 6000; ++i) {
    Item item = item_with("TRADEWIND-" + std::to_string(i), i % 7 == 0 ? OptionalNumber{} : OptionalNumber{i % 5 - 1.0});
    item.moscow = std::array{Moscow::must, Moscow::wont, Moscow::unset}[static_cast<std::size_t>(i % 3)];
    maker.add(item);
  }
  const auto ranked = rank_items(maker.portfolio, *find_method("moscow"));
  REQUIRE(ranked.size() == 6000);
  const auto place = [](const RankedItem& one) {
    const double lowest = -std::numeric_limits<double>::infinity();
    return std::tuple(-one.value.value_or(lowest), -one.item->reach.value_or(lowest), one.item->key);
  };
  for (std::size_t i = 1; i < ranked.size(); ++i) REQUIRE(place(ranked[i - 1]) < place(ranked[i]));
  CHECK(ranked[3999].rank == 4000);
  CHECK(ranked[3999].value.value() == 1);
  CHECK(ranked[4000].rank == 0);
}

TEST_CASE("Scores below 0 and both zeros are ordered as numbers") {
  const Method stored{"stored",
                      "Stored",
                      "",
                      "",
                      "",
                      true,
                      [](const ScoringContext&, const Item& item) { return item.cost_of_delay; },
                      [](const ScoringContext&, const Item&) -> ScoreResult { return Unscored{}; }};
  PortfolioMaker maker;
  for (const auto& [key, value] :
       std::vector<std::pair<std::string, double>>{{"a", -2}, {"b", 0.0}, {"c", -0.0}, {"d", 1e300}, {"e", -0.5}, {"f", 3}}) {
    Item item = item_with(key);
    item.cost_of_delay = value;
    maker.add(item);
  }
  CHECK(keys_of(rank_items(maker.portfolio, stored)) == std::vector<std::string>{"d", "f", "b", "c", "e", "a"});
  Method reversed = stored;
  reversed.higher_is_better = false;
  const auto lowest_first = rank_items(maker.portfolio, reversed);
  CHECK(keys_of(lowest_first) == std::vector<std::string>{"a", "e", "b", "c", "f", "d"});
  CHECK(lowest_first[0].value.value() == -2);
}

TEST_CASE("Estimates of items that are not there do no harm") {
  PortfolioMaker maker;
  for (int i = 0; i < 300; ++i) maker.add(item_with("TW-" + std::to_string(i), 100, 1, 1), 2);
  for (int i = 0; i < 5000; ++i) maker.estimate(ItemId{1'000'000 + i}, 1);
  const auto ranked = rank_items(maker.portfolio, *find_method("rice"));
  REQUIRE(ranked.size() == 300);
  for (const RankedItem& one : ranked) REQUIRE(one.value.value() == Approx(50));
}

// Processor time, so that other programs do not count: test_scoring "[time]"
TEST_CASE("Time to score and sort 100,000 items", "[.][time]") {
  const Portfolio portfolio = large_portfolio(100'000, 2);
  for (const Method& method : methods()) {
    double best = 1e9;
    for (int run = 0; run < 5; ++run) {
      const std::clock_t start = std::clock();
      const auto ranked = rank_items(portfolio, method);
      const double took = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
      REQUIRE(ranked.size() == 100'000);
      best = std::min(best, took);
    }
    WARN(method.key << ": " << best << " ms");
  }
}

}  // namespace
}  // namespace tradewind::scoring
