#include "tradewind/scoring/opportunity.h"

#include "support/catch.h"

namespace tradewind::scoring {
namespace {

TEST_CASE("Opportunity is importance plus what satisfaction lacks") {
  CHECK(opportunity_value(OpportunityFactors{9, 6}).value() == Approx(12));
  CHECK(opportunity_value(OpportunityFactors{9, 9}).value() == 9);
  CHECK(opportunity_value(OpportunityFactors{4, 9}).value() == 4);  // over-served: no bonus, no penalty
  CHECK(opportunity_value(OpportunityFactors{10, 0}).value() == 20);
}

TEST_CASE("Counts become ten times the share who answer 4 or 5") {
  const SegmentAnswers answers{"Clinicians", 200, 180, 60};
  const OpportunityFactors factors = opportunity_factors(answers);
  CHECK(factors.importance.value() == 9);
  CHECK(factors.satisfaction.value() == 3);
  CHECK(opportunity_value(factors).value() == 15);  // 9 + 6
}

TEST_CASE("Bands") {
  CHECK(opportunity_band(15.1) == "extreme");
  CHECK(opportunity_band(15) == "high");
  CHECK(opportunity_band(12) == "high");
  CHECK(opportunity_band(11.9) == "solid");
  CHECK(opportunity_band(10) == "solid");
  CHECK(opportunity_band(9.9) == "served");
}

TEST_CASE("The worst served segment stands for the item and is named") {
  const std::vector<SegmentAnswers> segments{{"Wards", 100, 90, 90}, {"Research", 50, 40, 10}, {"Broken", 10, 20, 5}};
  const ScoreResult result = opportunity(segments);
  REQUIRE(score_of(result) != nullptr);
  CHECK(score_of(result)->value == Approx(14));
  CHECK(opportunity_value(segments).value() == Approx(14));
  const std::string line = to_line(result);
  CHECK(line.find("Segment Research: 40 important and 10 satisfied of 50") != std::string::npos);
  CHECK(line.find("Segment Wards: 9") != std::string::npos);
  CHECK(line.find("Segment Broken is left out") != std::string::npos);
}

TEST_CASE("Impossible or missing answers are unscored") {
  CHECK(unscored_of(opportunity(OpportunityFactors{11, {}}))->why ==
        "importance 11 is not on the scale 0–10; satisfaction is unknown");
  CHECK_FALSE(opportunity_factors(SegmentAnswers{"", 0, 0, 0}).importance.has_value());
  const std::vector<SegmentAnswers> impossible{{"", 10, 11, 0}};
  CHECK_FALSE(opportunity_value(impossible).has_value());
  CHECK(unscored_of(opportunity(std::span<const SegmentAnswers>{}))->why == "no segment has answered");
}

}  // namespace
}  // namespace tradewind::scoring
