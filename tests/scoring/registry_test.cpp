#include "tradewind/scoring/registry.h"

#include <set>

#include "scoring/portfolio_maker.h"
#include "support/catch.h"
#include "tradewind/scoring/factors.h"

namespace tradewind::scoring {
namespace {

using test::item_with;
using test::PortfolioMaker;

double score_by(std::string_view method, const Portfolio& portfolio, const Item& item) {
  const ScoreResult result = find_method(method)->score(portfolio, item);
  REQUIRE(score_of(result) != nullptr);
  return score_of(result)->value;
}

TEST_CASE("The registry holds every method once, complete") {
  std::set<std::string_view> keys;
  for (const Method& method : methods()) {
    CHECK(keys.insert(method.key).second);
    CHECK_FALSE(method.name.empty());
    CHECK_FALSE(method.scale.empty());
    CHECK_FALSE(method.source.empty());
    CHECK(find_method(method.key) == &method);
  }
  CHECK(keys == std::set<std::string_view>{"rice", "ice", "moscow", "impact-effort", "wsjf", "cost-of-delay", "cd3",
                                           "opportunity", "weighted", "kano"});
  CHECK(find_method("astrology") == nullptr);
}

TEST_CASE("An item without factors is unscored by every method, with a reason") {
  PortfolioMaker maker;
  const Item& blank = maker.add(item_with("TW-1"));
  for (const Method& method : methods()) {
    const ScoreResult result = method.score(maker.portfolio, blank);
    REQUIRE(unscored_of(result) != nullptr);
    CHECK_FALSE(unscored_of(result)->why.empty());
    CHECK_FALSE(method.value(ScoringContext(maker.portfolio), blank).has_value());
  }
}

TEST_CASE("Items are scored from their own fields, the value alone and the explanation agree") {
  PortfolioMaker maker;
  Item full = item_with("TW-1", 4200, 2, 0.7);
  full.moscow = Moscow::must;
  full.ease = 5;
  full.business_value = 13;
  full.time_criticality = 8;
  full.risk_reduction = 5;
  full.cost_of_delay = 12000;
  full.duration_weeks = 10;
  full.importance = 9;
  full.satisfaction = 3;
  const ItemId id = maker.add(full).id;
  maker.estimate(id, 14);
  maker.estimate(id, 4);
  Criterion criterion;
  criterion.id = CriterionId{500};
  criterion.name = "Fit";
  maker.portfolio.insert(criterion);
  CriterionRating rating;
  rating.id = Id<CriterionRating>{501};
  rating.criterion = criterion.id;
  rating.item = id;
  rating.value = 3;
  maker.portfolio.insert(rating);
  KanoSurvey survey;
  survey.id = Id<KanoSurvey>{502};
  survey.item = id;
  survey.functional = KanoAnswer::like;
  survey.dysfunctional = KanoAnswer::dislike;
  survey.respondents = 12;
  maker.portfolio.insert(survey);

  const Item& item = *maker.portfolio.find(id);
  CHECK(score_by("rice", maker.portfolio, item) == Approx(4200 * 2 * 0.7 / 18));
  CHECK(score_by("ice", maker.portfolio, item) == 2 * 7 * 5);
  CHECK(score_by("moscow", maker.portfolio, item) == 4);
  CHECK(score_by("impact-effort", maker.portfolio, item) == 4);  // the only item lies on both medians
  CHECK(score_by("wsjf", maker.portfolio, item) == Approx(3.25));
  CHECK(score_by("cost-of-delay", maker.portfolio, item) == 12000);
  CHECK(score_by("cd3", maker.portfolio, item) == Approx(1200));
  CHECK(score_by("opportunity", maker.portfolio, item) == Approx(15));
  CHECK(score_by("weighted", maker.portfolio, item) == Approx(50));
  CHECK(score_by("kano", maker.portfolio, item) == 3);
  for (const Method& method : methods())
    CHECK(method.value(ScoringContext(maker.portfolio), item).value() == score_by(method.key, maker.portfolio, item));
}

TEST_CASE("Counted answers win over a typed importance") {
  PortfolioMaker maker;
  Item item = item_with("TW-1");
  item.importance = 2;
  item.satisfaction = 2;
  const ItemId id = maker.add(item).id;
  CHECK(score_by("opportunity", maker.portfolio, *maker.portfolio.find(id)) == 2);
  for (const auto& [row_id, important] : {std::pair{700, 100}, std::pair{701, 80}}) {
    OpportunitySurvey survey;
    survey.id = Id<OpportunitySurvey>{row_id};
    survey.item = id;
    survey.segment = "Wards";
    survey.respondents = 100;
    survey.important = important;
    survey.satisfied = 30;
    maker.portfolio.insert(survey);
  }
  CHECK(score_by("opportunity", maker.portfolio, *maker.portfolio.find(id)) == Approx(15));  // 180 and 60 of 200
}

TEST_CASE("Stored quadrant lines win over the medians of the selection") {
  PortfolioMaker maker;
  const Item& low = maker.add(item_with("TW-1", {}, 1), 10);
  const ItemId low_id = low.id;
  maker.add(item_with("TW-2", {}, 3), 10);
  CHECK(score_by("impact-effort", maker.portfolio, *maker.portfolio.find(low_id)) == 2);  // median impact 2
  WorkspaceSettings settings;
  settings.impact_cut = 1;
  settings.effort_cut = 5;
  maker.portfolio.insert(settings);
  CHECK(score_by("impact-effort", maker.portfolio, *maker.portfolio.find(low_id)) == 3);
}

TEST_CASE("A team without a likely effort is mentioned") {
  PortfolioMaker maker;
  const ItemId id = maker.add(item_with("TW-1", 100, 1, 0.8), 4).id;
  maker.estimate(id, {}, 2, 8);
  const ScoreResult result = find_method("rice")->score(maker.portfolio, *maker.portfolio.find(id));
  CHECK(score_of(result)->value == Approx(20));
  CHECK(to_line(result).find("Teams whose likely effort is unknown and not counted: 1") != std::string::npos);
}

}  // namespace
}  // namespace tradewind::scoring
