#include "support/catch.h"
#include "tradewind/scoring/impact_effort.h"

namespace tradewind::scoring {
namespace {

std::string quadrant(double impact, double effort, const QuadrantCuts& cuts) {
  return score_of(impact_effort({impact, effort}, cuts))->label;
}

TEST_CASE("The four quadrants have their names") {
  const QuadrantCuts cuts{1.5, 10};
  CHECK(quadrant(2, 5, cuts) == "Quick wins");
  CHECK(quadrant(2, 20, cuts) == "Big bets");
  CHECK(quadrant(1, 5, cuts) == "Fill-ins");
  CHECK(quadrant(1, 20, cuts) == "Time sinks");
}

TEST_CASE("On the line is the higher side of impact and the lower side of effort") {
  const QuadrantCuts cuts{2, 10};
  CHECK(quadrant(2, 10, cuts) == "Quick wins");
  CHECK(quadrant(2, 10.01, cuts) == "Big bets");
  CHECK(quadrant(1.99, 10, cuts) == "Fill-ins");
}

TEST_CASE("Quadrants rank quick wins, big bets, fill-ins, time sinks") {
  const QuadrantCuts cuts{1.5, 10};
  CHECK(impact_effort_value({2, 5}, cuts).value() > impact_effort_value({2, 20}, cuts).value());
  CHECK(impact_effort_value({2, 20}, cuts).value() > impact_effort_value({1, 5}, cuts).value());
  CHECK(impact_effort_value({1, 5}, cuts).value() > impact_effort_value({1, 20}, cuts).value());
}

TEST_CASE("The lines are the medians of the points that have both values, unless stored") {
  const std::vector<ImpactEffort> points{{1, 4}, {3, 30}, {2, 8}, {0.5, 12}, {3, {}}, {{}, 2}, {1, 0}};
  const QuadrantCuts medians = quadrant_cuts(points);
  CHECK(medians.impact.value() == Approx(1.5));
  CHECK(medians.effort.value() == Approx(10));
  const QuadrantCuts stored = quadrant_cuts(points, 2, 12);
  CHECK(stored.impact.value() == 2);
  CHECK(stored.effort.value() == 12);
  const QuadrantCuts half_stored = quadrant_cuts(points, 0, 12);
  CHECK(half_stored.impact.value() == Approx(1.5));
  CHECK(half_stored.effort.value() == 12);
  CHECK(median({5, 1, 3}).value() == 3);
  CHECK_FALSE(median({}).has_value());
}

TEST_CASE("Confidence weighs impact; without one impact counts as it was stated") {
  CHECK(expected_impact({2, 5, 0.5}).value() == Approx(1));
  CHECK(expected_impact({2, 5}).value() == Approx(2));
  CHECK_FALSE(expected_impact({2, 5, 1.5}).has_value());
  const QuadrantCuts cuts{1.5, 10};
  CHECK(impact_effort_value({2, 5, 0.5}, cuts).value() == static_cast<double>(Quadrant::fill_in));
  CHECK(impact_effort_value({2, 5}, cuts).value() == static_cast<double>(Quadrant::quick_win));
  CHECK(unscored_of(impact_effort({2, 5, 1.5}, cuts))->why == "confidence 1.5 is not between 0 and 1");
}

TEST_CASE("A point without impact or effort has no quadrant") {
  const QuadrantCuts cuts{1.5, 10};
  CHECK(unscored_of(impact_effort({{}, {}}, cuts))->why == "impact is unknown; effort is unknown");
  CHECK_FALSE(impact_effort_value({2, 0}, cuts).has_value());
  CHECK_FALSE(impact_effort_value({2, 5}, {}).has_value());
}

}  // namespace
}  // namespace tradewind::scoring
