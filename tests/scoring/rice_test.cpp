#include "tradewind/scoring/rice.h"

#include "support/catch.h"
#include "tradewind/scoring/ice.h"

namespace tradewind::scoring {
namespace {

constexpr double weeks_per_month = 4;

TEST_CASE("RICE in person-months gives the values of its definition") {
  const auto value = [](double reach, double impact, double confidence, double months) {
    return rice_value({reach, impact, confidence, months * weeks_per_month}, EffortUnit::person_months).value();
  };
  CHECK(value(500 * 3 * 0.3, 3, 1, 2) == Approx(675));
  CHECK(value(2000, 1, 0.8, 4) == Approx(400));
  CHECK(value(800, 2, 0.5, 1) == Approx(800));
}

TEST_CASE("RICE counts effort in person-weeks unless asked otherwise, and says so") {
  const ScoreResult result = rice({4200, 2, 0.9, 18});
  REQUIRE(score_of(result) != nullptr);
  CHECK(score_of(result)->value == Approx(420.0));
  const Explanation& why = score_of(result)->explanation;
  REQUIRE(why.inputs.size() == 4);
  CHECK(why.inputs[3].value.value() == 18);
  CHECK(why.inputs[3].unit == "person-weeks");
  CHECK(why.with_numbers == "4,200 × 2 × 0.9 ÷ 18");
  CHECK(why.result == "420");
  REQUIRE(why.notes.size() == 1);
  CHECK(why.notes[0] == "1 person-month = 4 person-weeks; per person-month it is 1,680");
  CHECK(to_line(result) ==
        "RICE 420: reach × impact × confidence ÷ effort in person-weeks of all teams = 4,200 × 2 × 0.9 ÷ 18 = 420 "
        "(Intercom, Sean McBride 2016). 1 person-month = 4 person-weeks; per person-month it is 1,680.");
}

TEST_CASE("RICE marks a moonshot below a confidence of one half and scores it") {
  const auto mark = [](double confidence) { return score_of(rice({100, 1, confidence, 4}))->mark; };
  CHECK(mark(0.49) == "moonshot");
  CHECK(mark(0.5).empty());
  CHECK_FALSE(is_moonshot({}));
}

TEST_CASE("RICE is unscored, not 0, for missing and invalid factors, and names all of them") {
  const auto why = [](const RiceFactors& factors) {
    const ScoreResult result = rice(factors);
    CHECK_FALSE(rice_value(factors).has_value());
    REQUIRE(unscored_of(result) != nullptr);
    return unscored_of(result)->why;
  };
  CHECK(why({{}, 2, 0.8, 4}) == "reach is unknown");
  CHECK(why({-1, 2, 0.8, 4}) == "reach -1 is not a number from 0 up");
  CHECK(why({100, 7, 0.8, 4}) == "impact 7 is not one of 3, 2, 1, 0.5, 0.25");
  CHECK(why({100, 2, 1.2, 4}) == "confidence 1.2 is not a share from 0 to 1");
  CHECK(why({100, 2, 0.8, 0}) == "effort 0 is not above 0 person-weeks");
  CHECK(why({100, 2, 0.8, -3}) == "effort -3 is not above 0 person-weeks");
  CHECK(why({{}, {}, 0.8, {}}) == "reach is unknown; impact is unknown; effort is unknown");
  CHECK(why({std::numeric_limits<double>::infinity(), 2, 0.8, 4}) == "reach inf is not a number from 0 up");
}

TEST_CASE("A reach of 0 is known, so it scores 0") {
  CHECK(rice_value({0, 2, 0.8, 4}).has_value());
  CHECK(rice_value({0, 2, 0.8, 4}).value() == 0);
}

TEST_CASE("ICE is the product of three ratings from 1 to 10") {
  CHECK(ice_value({8, 7, 5}).value() == 280);
  CHECK(ice_value({6, 9, 8}).value() == 432);
  CHECK(to_line(ice({8, 7, 5})).find("8 × 7 × 5 = 280") != std::string::npos);
  CHECK(unscored_of(ice({8, 11, {}}))->why == "confidence 11 is not on the ICE scale 1–10; ease is unknown");
  CHECK_FALSE(ice_value({0.5, 7, 5}).has_value());
}

}  // namespace
}  // namespace tradewind::scoring
