// ICE: impact × confidence × ease.
#include "tradewind/scoring/ice.h"

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

bool is_one_to_ten(OptionalNumber value) { return value.value() >= 1 && value.value() <= 10; }

}  // namespace

OptionalNumber ice_value(const IceFactors& factors) {
  if (!is_one_to_ten(factors.impact) || !is_one_to_ten(factors.confidence) || !is_one_to_ten(factors.ease)) return {};
  return factors.impact.value() * factors.confidence.value() * factors.ease.value();
}

ScoreResult ice(const IceFactors& factors) {
  const OptionalNumber value = ice_value(factors);
  if (!value.has_value()) {
    Reasons reasons;
    reasons.require("impact", factors.impact, is_one_to_ten(factors.impact), "is not on the ICE scale 1–10");
    reasons.require("confidence", factors.confidence, is_one_to_ten(factors.confidence), "is not on the ICE scale 1–10");
    reasons.require("ease", factors.ease, is_one_to_ten(factors.ease), "is not on the ICE scale 1–10");
    return reasons.unscored();
  }
  Score score;
  score.value = value.value();
  Explanation& why = score.explanation;
  why.method = "ICE";
  why.inputs = {
      {"impact", factors.impact, "1–10", {}}, {"confidence", factors.confidence, "1–10", {}}, {"ease", factors.ease, "1–10", {}}};
  why.formula = "impact × confidence × ease, each 1–10";
  why.with_numbers = number_text(factors.impact.value()) + " × " + number_text(factors.confidence.value()) + " × " +
                     number_text(factors.ease.value());
  why.result = result_text(score.value);
  why.source = "Sean Ellis";
  why.notes = {"The product of the three, not their mean"};
  return score;
}

}  // namespace tradewind::scoring
