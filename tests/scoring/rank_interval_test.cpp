// The planning scope of the sample workspace with the intervals that an independent implementation of the same draws
// (2,000 draws, mulberry32, seed 20270118) gives, and the places of each item by RICE, WSJF and opportunity.
#include "tradewind/scoring/rank_interval.h"

#include <array>
#include <map>

#include "scoring/portfolio_maker.h"
#include "support/catch.h"
#include "tradewind/scoring/disagreement.h"

namespace tradewind::scoring {
namespace {

struct Row {
  const char* key;
  double reach, impact, confidence;
  EvidenceKind strongest;
  std::vector<EffortRange> efforts;
  std::array<double, 3> wsjf;         // business value, time criticality, risk reduction
  std::array<double, 2> opportunity;  // importance, satisfaction
  Moscow moscow;
  RankInterval interval;
  std::array<int, 3> places;
};

const std::vector<Row>& rows() {
  // clang-format off
  static const std::vector<Row> all{
      {"CDP-112", 4200, 2, 0.9, EvidenceKind::test_results, {{11, 14, 19}, {3, 4, 5}}, {13, 8, 5}, {9, 3}, Moscow::must, {1, 1, 2}, {1, 10, 3}},
      {"CDP-118", 3600, 2, 0.8, EvidenceKind::test_results, {{16, 20, 28}, {3, 4, 6}}, {13, 5, 8}, {8, 4}, Moscow::must, {3, 6, 9}, {5, 16, 9}},
      {"CDP-125", 2400, 1, 0.5, EvidenceKind::others_opinion, {{4, 6, 9}}, {5, 5, 8}, {6, 5}, Moscow::must, {3, 8, 15}, {7, 4, 20}},
      {"CDP-133", 1400, 1, 0.7, EvidenceKind::anecdote, {{5, 7, 10}, {2, 3, 4}}, {5, 3, 3}, {7, 5}, Moscow::should, {13, 16, 19}, {16, 15, 16}},
      {"CDP-144", 1900, 1, 0.7, EvidenceKind::anecdote, {{7, 10, 15}, {3, 4, 6}}, {8, 3, 5}, {8, 5}, Moscow::should, {14, 17, 19}, {18, 19, 12}},
      {"CDP-107", 3100, 2, 0.9, EvidenceKind::launch_data, {{8, 10, 13}, {6, 8, 11}, {3, 4, 6}}, {13, 13, 5}, {9, 2}, Moscow::must, {3, 5, 7}, {4, 13, 1}},
      {"CDP-109", 2900, 1, 0.8, EvidenceKind::user_evidence, {{11, 14, 18}, {1, 2, 3}}, {8, 5, 3}, {8, 3}, Moscow::should, {9, 12, 15}, {11, 17, 6}},
      {"CDP-141", 500, 0.5, 0.9, EvidenceKind::test_results, {{1, 1, 1}}, {3, 5, 8}, {7, 2}, Moscow::should, {4, 6, 8}, {6, 1, 11}},
      {"CDP-149", 2900, 0.5, 0.7, EvidenceKind::anecdote, {{3, 5, 8}, {3, 4, 5}}, {5, 2, 3}, {7, 4}, Moscow::should, {11, 15, 18}, {15, 18, 14}},
      {"CDP-152", 1900, 1, 0.6, EvidenceKind::anecdote, {{5, 7, 9}}, {5, 2, 1}, {8, 6}, Moscow::could, {6, 10, 14}, {10, 12, 15}},
      {"CDP-110", 900, 2, 0.6, EvidenceKind::anecdote, {{12, 16, 24}, {2, 4, 7}}, {8, 2, 8}, {6, 4}, Moscow::should, {19, 20, 22}, {21, 14, 19}},
      {"CDP-146", 700, 0.5, 0.7, EvidenceKind::anecdote, {{3, 4, 6}}, {2, 5, 1}, {5, 4}, Moscow::could, {18, 20, 21}, {20, 8, 22}},
      {"CDP-104", 1200, 3, 0.4, EvidenceKind::others_opinion, {{16, 22, 38}, {10, 14, 24}}, {13, 13, 1}, {5, 4}, Moscow::could, {20, 22, 22}, {22, 22, 21}},
      {"CDP-101", 2600, 3, 0.8, EvidenceKind::user_evidence, {{12, 16, 22}, {9, 12, 16}, {3, 4, 6}}, {13, 13, 13}, {9, 2}, Moscow::must, {5, 8, 12}, {8, 20, 2}},
      {"CDP-105", 1700, 2, 0.8, EvidenceKind::user_evidence, {{11, 14, 18}, {4, 6, 8}}, {8, 8, 13}, {8, 4}, Moscow::must, {9, 13, 15}, {14, 9, 10}},
      {"CDP-115", 1500, 2, 0.7, EvidenceKind::anecdote, {{12, 16, 24}, {4, 6, 8}}, {8, 8, 8}, {8, 3}, Moscow::must, {14, 17, 19}, {17, 21, 7}},
      {"CDP-117", 400, 3, 0.8, EvidenceKind::user_evidence, {{4, 5, 7}, {1, 2, 3}}, {5, 13, 13}, {8, 3}, Moscow::must, {9, 13, 16}, {13, 2, 8}},
      {"CDP-128", 600, 3, 0.5, EvidenceKind::others_opinion, {{6, 8, 12}, {4, 6, 9}}, {5, 13, 8}, {7, 3}, Moscow::must, {17, 19, 22}, {19, 11, 13}},
      {"CDP-120", 3400, 1, 0.8, EvidenceKind::user_evidence, {{7, 9, 12}}, {8, 8, 13}, {8, 3}, Moscow::must, {2, 3, 6}, {2, 5, 5}},
      {"CDP-123", 2400, 0.5, 0.8, EvidenceKind::user_evidence, {{4, 5, 6}}, {3, 5, 8}, {6, 4}, Moscow::must, {5, 8, 11}, {9, 6, 17}},
      {"CDP-134", 1200, 1, 0.7, EvidenceKind::anecdote, {{3, 4, 5}, {1, 2, 3}}, {3, 3, 8}, {6, 4}, Moscow::should, {8, 12, 16}, {12, 7, 18}},
      {"CDP-138", 1300, 2, 0.9, EvidenceKind::test_results, {{4, 5, 7}, {2, 3, 4}}, {8, 20, 5}, {8, 2}, Moscow::must, {2, 3, 6}, {3, 3, 4}},
  };
  // clang-format on
  return all;
}

Portfolio scope() {
  test::PortfolioMaker maker;
  for (const Row& row : rows()) {
    Item item = test::item_with(row.key, row.reach, row.impact, row.confidence);
    item.business_value = row.wsjf[0];
    item.time_criticality = row.wsjf[1];
    item.risk_reduction = row.wsjf[2];
    item.importance = row.opportunity[0];
    item.satisfaction = row.opportunity[1];
    item.moscow = row.moscow;
    const ItemId id = maker.add(item).id;
    for (const EffortRange& effort : row.efforts) maker.estimate(id, effort.likely, effort.low, effort.high);
    for (const EvidenceKind kind : {EvidenceKind::others_opinion, row.strongest}) {
      Evidence evidence;
      evidence.id = EvidenceId{maker.next_id()};
      evidence.item = id;
      evidence.kind = kind;
      maker.portfolio.insert(evidence);
    }
  }
  return maker.portfolio;
}

std::vector<const Item*> items_of(const Portfolio& portfolio) {
  std::vector<const Item*> items;
  for (const Row& row : rows()) items.push_back(portfolio.item_by_key(row.key));
  return items;
}

TEST_CASE("Rank intervals are those of the seeded draws, place for place") {
  const Portfolio portfolio = scope();
  std::vector<UncertainFactors> factors;
  for (const Item* item : items_of(portfolio)) factors.push_back(uncertain_factors(portfolio, *item).value());
  const std::vector<RankInterval> intervals = rank_intervals(factors);
  REQUIRE(intervals.size() == rows().size());
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    INFO(rows()[i].key);
    CHECK(intervals[i] == rows()[i].interval);
  }
}

TEST_CASE("Certain factors give certain ranks") {
  std::vector<UncertainFactors> factors(2);
  factors[0].reach = 100;
  factors[1].reach = 10'000;
  for (UncertainFactors& one : factors) {
    one.impact = 1;
    one.confidence = 0.8;
    one.confidence_spread = 0;
    one.efforts = {{4, 4, 4}};
  }
  const std::vector<RankInterval> intervals = rank_intervals(factors);
  CHECK(intervals[0] == RankInterval{2, 2, 2});
  CHECK(intervals[1] == RankInterval{1, 1, 1});
  CHECK(rank_intervals({}).empty());
}

TEST_CASE("An item that RICE does not score has no interval; estimates without a range are certain") {
  test::PortfolioMaker maker;
  const ItemId unscored = maker.add(test::item_with("TW-1", 100, 1), 4).id;
  CHECK_FALSE(uncertain_factors(maker.portfolio, *maker.portfolio.find(unscored)).has_value());
  const ItemId plain = maker.add(test::item_with("TW-2", 100, 1, 0.8), 4).id;
  const auto factors = uncertain_factors(maker.portfolio, *maker.portfolio.find(plain));
  REQUIRE(factors.has_value());
  REQUIRE(factors->efforts.size() == 1);
  CHECK(factors->efforts[0].low == 4);
  CHECK(factors->efforts[0].high == 4);
  CHECK(factors->confidence_spread == Approx(0.45));
}

TEST_CASE("The places by RICE, WSJF and opportunity") {
  const Portfolio portfolio = scope();
  const std::vector<MethodRanks> ranks = method_ranks(portfolio, items_of(portfolio), usually_compared());
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    INFO(rows()[i].key);
    CHECK(ranks[i].places == std::vector<int>(rows()[i].places.begin(), rows()[i].places.end()));
  }
}

TEST_CASE("Ten items of the sample's scope are in dispute") {
  const Portfolio portfolio = scope();
  const std::vector<Disagreement> result = disagreements(method_ranks(portfolio, items_of(portfolio), usually_compared()));
  std::map<std::string, std::string> disputed;
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (!result[i].any()) continue;
    std::string text;
    for (const int places : result[i].places) text += std::to_string(places) + " ";
    disputed[rows()[i].key] = text + (result[i].moscow ? "moscow" : "");
  }
  CHECK(disputed == std::map<std::string, std::string>{{"CDP-112", "0 7 0 "},
                                                       {"CDP-107", "0 9 0 "},
                                                       {"CDP-118", "0 7 0 "},
                                                       {"CDP-141", "0 0 0 moscow"},
                                                       {"CDP-125", "0 0 13 "},
                                                       {"CDP-101", "0 12 0 "},
                                                       {"CDP-123", "0 0 8 "},
                                                       {"CDP-115", "0 0 -10 moscow"},
                                                       {"CDP-128", "0 0 0 moscow"},
                                                       {"CDP-146", "0 -12 0 "}});
}

/// By as many methods as there are vectors, each the places of all items.
std::vector<MethodRanks> ranks_of(const std::vector<std::vector<int>>& by_method) {
  std::vector<MethodRanks> ranks(by_method.front().size());
  for (MethodRanks& one : ranks) one.places.resize(by_method.size());
  for (std::size_t method = 0; method < by_method.size(); ++method)
    for (std::size_t item = 0; item < ranks.size(); ++item) ranks[item].places[method] = by_method[method][item];
  return ranks;
}

TEST_CASE("Two methods disagree where their places are far apart, also where a third scores nothing") {
  const auto ranks = ranks_of({{1, 2, 3, 4, 5, 6, 7, 8, 9}, {9, 2, 3, 4, 5, 6, 7, 8, 1}, {0, 0, 0, 0, 0, 0, 0, 0, 0}});
  const std::vector<Disagreement> result = disagreements(ranks);
  CHECK(result[0].places == std::vector{-8, 8, 0});
  CHECK(result[8].places == std::vector{8, -8, 0});
  CHECK_FALSE(result[1].any());
  CHECK(result[0].median == 5);
  CHECK(result[0].compared == 9);
}

TEST_CASE("Places are compared among the items that the same methods score") {
  // The second method scores the last three items only, in the order of the first one: that is no contradiction.
  const auto same = ranks_of({{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, {0, 0, 0, 0, 0, 0, 0, 1, 2, 3}});
  for (const Disagreement& one : disagreements(same)) CHECK_FALSE(one.any());
  CHECK(disagreements(same)[9].compared == 3);
  CHECK(disagreements(same)[9].median == 3);
  CHECK(disagreements(same)[0].median == 1);  // one method alone has a place, and nobody contradicts it
  CHECK(disagreements(ranks_of({{0}, {0}}))[0].compared == 0);
}

TEST_CASE("MoSCoW is compared with what is known, and in a short list only its upper half is the top") {
  auto ranks = ranks_of({{1, 2, 3, 4}, {1, 2, 3, 4}});
  for (MethodRanks& one : ranks) one.moscow = Moscow::could;
  ranks[3].moscow = Moscow::must;
  const std::vector<Disagreement> result = disagreements(ranks);
  CHECK(result[0].moscow);
  CHECK(result[1].moscow);
  CHECK_FALSE(result[2].moscow);
  CHECK(result[3].moscow);
  ranks[0].moscow = Moscow::unset;  // no category, nothing to contradict
  CHECK_FALSE(disagreements(ranks)[0].any());
}

}  // namespace
}  // namespace tradewind::scoring
