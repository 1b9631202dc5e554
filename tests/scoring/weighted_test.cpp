#include "tradewind/scoring/weighted.h"

#include "support/catch.h"

namespace tradewind::scoring {
namespace {

WeightedCriterion criterion(std::string_view name, double weight, OptionalNumber rating, bool lower_is_better = false) {
  WeightedCriterion one;
  one.name = name;
  one.weight = weight;
  one.rating = rating;
  one.lower_is_better = lower_is_better;
  return one;
}

TEST_CASE("Weighted scoring brings every criterion to 0–1 and the sum to 0–100") {
  const std::vector<WeightedCriterion> best{criterion("Strategy", 3, 5), criterion("Risk", 1, 1, true)};
  CHECK(weighted_value(best).value() == Approx(100));
  const std::vector<WeightedCriterion> worst{criterion("Strategy", 3, 1), criterion("Risk", 1, 5, true)};
  CHECK(weighted_value(worst).value() == Approx(0));
  const std::vector<WeightedCriterion> mixed{criterion("Strategy", 3, 4), criterion("Risk", 1, 2, true)};
  CHECK(weighted_value(mixed).value() == Approx(75));  // (3 × 0.75 + 1 × 0.75) ÷ 4
}

TEST_CASE("Each criterion has its own range") {
  WeightedCriterion percent = criterion("Coverage", 1, 40);
  percent.minimum = 0;
  percent.maximum = 100;
  const std::vector<WeightedCriterion> criteria{percent, criterion("Fit", 1, 3)};
  CHECK(weighted_value(criteria).value() == Approx(45));
  CHECK(to_line(weighted(criteria)).find("100 × (1 × 0.4 + 1 × 0.5) ÷ (1 + 1) = 45") != std::string::npos);
}

TEST_CASE("A criterion that counts must be rated within its range; one of weight 0 need not") {
  const std::vector<WeightedCriterion> criteria{criterion("Strategy", 3, {}), criterion("Risk", 1, 9)};
  CHECK(unscored_of(weighted(criteria))->why == "Strategy is not rated; Risk 9 is not from 1 to 5");
  const std::vector<WeightedCriterion> uncounted{criterion("Strategy", 3, 5), criterion("Risk", 0, {})};
  CHECK(weighted_value(uncounted).value() == Approx(100));
}

TEST_CASE("Without usable criteria nothing is scored") {
  CHECK(unscored_of(weighted({}))->why == "the workspace has no criteria");
  const std::vector<WeightedCriterion> weightless{criterion("Strategy", 0, 5)};
  CHECK(unscored_of(weighted(weightless))->why == "no criterion has a weight above 0");
  WeightedCriterion empty_range = criterion("Strategy", 1, 5);
  empty_range.minimum = 5;
  const std::vector<WeightedCriterion> criteria{empty_range};
  CHECK_FALSE(weighted_value(criteria).has_value());
}

}  // namespace
}  // namespace tradewind::scoring
