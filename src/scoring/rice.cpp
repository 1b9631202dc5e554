// RICE: reach × impact × confidence ÷ effort.
#include "tradewind/scoring/rice.h"

#include <algorithm>

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

bool is_rice_impact(OptionalNumber impact) {
  return std::find(rice_impacts.begin(), rice_impacts.end(), impact.value()) != rice_impacts.end();
}
bool reach_holds(OptionalNumber reach) { return is_finite(reach) && reach.value() >= 0; }
bool confidence_holds(OptionalNumber confidence) { return confidence.value() >= 0 && confidence.value() <= 1; }
bool effort_holds(OptionalNumber effort) { return is_finite(effort) && effort.value() > 0; }

Unscored why_unscored(const RiceFactors& factors) {
  Reasons reasons;
  reasons.require("reach", factors.reach, reach_holds(factors.reach), "is not a number from 0 up");
  reasons.require("impact", factors.impact, is_rice_impact(factors.impact), "is not one of 3, 2, 1, 0.5, 0.25");
  reasons.require("confidence", factors.confidence, confidence_holds(factors.confidence), "is not a share from 0 to 1");
  reasons.require("effort", factors.effort, effort_holds(factors.effort), "is not above 0 person-weeks");
  return reasons.unscored();
}

}  // namespace

bool is_moonshot(OptionalNumber confidence) { return confidence.has_value() && confidence.value() < moonshot_confidence; }

OptionalNumber rice_value(const RiceFactors& factors, EffortUnit unit) {
  if (!reach_holds(factors.reach) || !is_rice_impact(factors.impact) || !confidence_holds(factors.confidence) ||
      !effort_holds(factors.effort))
    return {};
  const double effort =
      unit == EffortUnit::person_months ? factors.effort.value() / person_weeks_per_person_month : factors.effort.value();
  return factors.reach.value() * factors.impact.value() * factors.confidence.value() / effort;
}

ScoreResult rice(const RiceFactors& factors, EffortUnit unit) {
  const OptionalNumber value = rice_value(factors, unit);
  if (!value.has_value()) return why_unscored(factors);
  const bool months = unit == EffortUnit::person_months;
  const double effort = months ? factors.effort.value() / person_weeks_per_person_month : factors.effort.value();

  Score score;
  score.value = value.value();
  Explanation& why = score.explanation;
  why.method = "RICE";
  why.inputs = {{"reach", factors.reach, "people per quarter", {}},
                {"impact", factors.impact, "3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal", {}},
                {"confidence", factors.confidence, "share 0–1", {}},
                {"effort", effort, months ? "person-months" : "person-weeks", {}}};
  why.formula = months ? "reach × impact × confidence ÷ effort in person-months"
                       : "reach × impact × confidence ÷ effort in person-weeks of all teams";
  why.with_numbers = number_text(factors.reach.value()) + " × " + number_text(factors.impact.value()) + " × " +
                     number_text(factors.confidence.value()) + " ÷ " + number_text(effort);
  why.result = result_text(score.value);
  why.source = "Intercom, Sean McBride 2016";
  const EffortUnit other = months ? EffortUnit::person_weeks : EffortUnit::person_months;
  why.notes.push_back(std::string("1 person-month = 4 person-weeks; per ") + (months ? "person-week" : "person-month") +
                      " it is " + result_text(rice_value(factors, other).value()));
  if (is_moonshot(factors.confidence)) {
    score.mark = "moonshot";
    why.notes.push_back("Confidence below 0.5 makes this a moonshot");
  }
  return score;
}

}  // namespace tradewind::scoring
