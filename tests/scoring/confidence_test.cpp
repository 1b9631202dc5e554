#include "tradewind/scoring/confidence.h"

#include "support/catch.h"

namespace tradewind::scoring {
namespace {

using Pieces = std::vector<EvidencePiece>;

TEST_CASE("The strongest supporting evidence sets the level of the confidence meter") {
  const std::vector<std::pair<EvidenceKind, double>> levels{{EvidenceKind::own_conviction, 0.001},
                                                            {EvidenceKind::pitch, 0.003},
                                                            {EvidenceKind::theme, 0.01},
                                                            {EvidenceKind::others_opinion, 0.02},
                                                            {EvidenceKind::estimates_and_plans, 0.05},
                                                            {EvidenceKind::anecdote, 0.1},
                                                            {EvidenceKind::market_data, 0.2},
                                                            {EvidenceKind::user_evidence, 0.3},
                                                            {EvidenceKind::test_results, 0.7},
                                                            {EvidenceKind::launch_data, 1.0}};
  for (const auto& [kind, confidence] : levels) {
    CHECK(confidence_value(Pieces{{kind, true}}).value() == Approx(confidence));
    CHECK(confidence_value(Pieces{{EvidenceKind::own_conviction, true}, {kind, true}}).value() == Approx(confidence));
  }
}

TEST_CASE("Evidence against lowers the confidence, the more the stronger it is") {
  const auto test_against = [](EvidenceKind against) {
    return confidence_value(Pieces{{EvidenceKind::test_results, true}, {against, false}}).value();
  };
  CHECK(test_against(EvidenceKind::test_results) == Approx(0.35));
  CHECK(test_against(EvidenceKind::own_conviction) == Approx(0.699).margin(0.001));
  CHECK(test_against(EvidenceKind::launch_data) < test_against(EvidenceKind::test_results));
  CHECK(test_against(EvidenceKind::own_conviction) < 0.7);
}

TEST_CASE("The levels can be edited") {
  ConfidenceOptions options;
  options.levels[static_cast<std::size_t>(EvidenceKind::anecdote)] = 2.5;
  CHECK(confidence_value(Pieces{{EvidenceKind::anecdote, true}}, options).value() == Approx(0.25));
}

TEST_CASE("Without supporting evidence confidence is unscored, not 0") {
  CHECK(unscored_of(confidence_from_evidence({}))->why == "there is no evidence");
  CHECK(unscored_of(confidence_from_evidence(Pieces{{EvidenceKind::launch_data, false}}))->why ==
        "there is only evidence against it");
}

TEST_CASE("The explanation names the evidence that decided") {
  const ScoreResult result =
      confidence_from_evidence(Pieces{{EvidenceKind::test_results, true}, {EvidenceKind::anecdote, false}});
  const Explanation& why = score_of(result)->explanation;
  REQUIRE(why.inputs.size() == 2);
  CHECK(why.inputs[0].text == "test-results");
  CHECK(why.inputs[1].text == "anecdote");
  CHECK(why.with_numbers == "0.7 × 0.7 ÷ (0.7 + 0.1)");
}

}  // namespace
}  // namespace tradewind::scoring
