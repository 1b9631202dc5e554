// WSJF: cost of delay in relative numbers, divided by job size.
#include "tradewind/scoring/wsjf.h"

#include <algorithm>

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

constexpr std::string_view off_scale = "is not one of 1, 2, 3, 5, 8, 13, 20";

bool on_scale(OptionalNumber value) { return std::find(wsjf_scale.begin(), wsjf_scale.end(), value.value()) != wsjf_scale.end(); }
bool effort_holds(OptionalNumber effort) { return is_finite(effort) && effort.value() > 0; }

OptionalNumber job_size(const WsjfFactors& factors) {
  if (factors.job_size.has_value()) return on_scale(factors.job_size) ? factors.job_size : OptionalNumber{};
  return effort_holds(factors.effort) ? OptionalNumber{job_size_of_effort(factors.effort.value())} : OptionalNumber{};
}

Unscored why_unscored(const WsjfFactors& factors) {
  Reasons reasons;
  reasons.require("business value", factors.business_value, on_scale(factors.business_value), off_scale);
  reasons.require("time criticality", factors.time_criticality, on_scale(factors.time_criticality), off_scale);
  reasons.require("risk reduction", factors.risk_reduction, on_scale(factors.risk_reduction), off_scale);
  if (factors.job_size.has_value())
    reasons.require("job size", factors.job_size, on_scale(factors.job_size), off_scale);
  else if (!factors.effort.has_value())
    reasons.add("job size is unknown, and there is no effort to derive it from");
  else
    reasons.require("effort", factors.effort, effort_holds(factors.effort), "is not above 0 person-weeks");
  return reasons.unscored();
}

}  // namespace

double job_size_of_effort(double person_weeks) {
  constexpr std::array<double, 6> up_to{2, 4, 7, 12, 20, 30};
  const auto at = std::lower_bound(up_to.begin(), up_to.end(), person_weeks);
  return wsjf_scale[static_cast<std::size_t>(at - up_to.begin())];
}

OptionalNumber wsjf_value(const WsjfFactors& factors) {
  if (!on_scale(factors.business_value) || !on_scale(factors.time_criticality) || !on_scale(factors.risk_reduction)) return {};
  const OptionalNumber size = job_size(factors);
  if (!size.has_value()) return {};
  return (factors.business_value.value() + factors.time_criticality.value() + factors.risk_reduction.value()) / size.value();
}

ScoreResult wsjf(const WsjfFactors& factors) {
  const OptionalNumber value = wsjf_value(factors);
  if (!value.has_value()) return why_unscored(factors);
  const OptionalNumber size = job_size(factors);
  Score score;
  score.value = value.value();
  Explanation& why = score.explanation;
  why.method = "WSJF";
  constexpr const char* scale = "1, 2, 3, 5, 8, 13, 20";
  why.inputs = {{"business value", factors.business_value, scale, {}},
                {"time criticality", factors.time_criticality, scale, {}},
                {"risk reduction or opportunity enablement", factors.risk_reduction, scale, {}},
                {"job size", size, scale, {}}};
  why.formula = "(business value + time criticality + risk reduction or opportunity enablement) ÷ job size";
  why.with_numbers = "(" + number_text(factors.business_value.value()) + " + " + number_text(factors.time_criticality.value()) +
                     " + " + number_text(factors.risk_reduction.value()) + ") ÷ " + number_text(size.value());
  why.result = result_text(score.value);
  why.source = "SAFe";
  if (!factors.job_size.has_value())
    why.notes.push_back("Job size " + number_text(size.value()) + " derived from an effort of " +
                        number_text(factors.effort.value()) +
                        " person-weeks (1, 2, 3, 5, 8, 13, 20 for up to 2, 4, 7, 12, 20, 30, more)");
  return score;
}

}  // namespace tradewind::scoring
