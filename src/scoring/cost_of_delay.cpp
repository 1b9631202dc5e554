// Cost of delay per week, and divided by duration.
#include "tradewind/scoring/cost_of_delay.h"

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

constexpr std::string_view reinertsen = "Don Reinertsen, The Principles of Product Development Flow, 2009";

bool cost_holds(OptionalNumber cost) { return is_finite(cost) && cost.value() >= 0; }
bool duration_holds(OptionalNumber weeks) { return is_finite(weeks) && weeks.value() > 0; }

}  // namespace

OptionalNumber cost_of_delay_value(const DelayFactors& factors) {
  return cost_holds(factors.cost_of_delay) ? factors.cost_of_delay : OptionalNumber{};
}

ScoreResult cost_of_delay(const DelayFactors& factors, std::string_view currency) {
  if (!cost_holds(factors.cost_of_delay)) {
    Reasons reasons;
    reasons.require("cost of delay", factors.cost_of_delay, false, "is not an amount from 0 up");
    return reasons.unscored();
  }
  Score score;
  score.value = factors.cost_of_delay.value();
  Explanation& why = score.explanation;
  why.method = "Cost of delay";
  why.inputs = {{"cost of delay", factors.cost_of_delay, std::string(currency) + " per week", {}}};
  why.formula = "money lost per week of delay, as estimated";
  why.result = result_text(score.value) + " " + std::string(currency) + " per week";
  why.source = reinertsen;
  return score;
}

OptionalNumber cd3_value(const DelayFactors& factors) {
  if (!cost_holds(factors.cost_of_delay) || !duration_holds(factors.duration_weeks)) return {};
  return factors.cost_of_delay.value() / factors.duration_weeks.value();
}

ScoreResult cd3(const DelayFactors& factors, std::string_view currency) {
  const OptionalNumber value = cd3_value(factors);
  if (!value.has_value()) {
    Reasons reasons;
    reasons.require("cost of delay", factors.cost_of_delay, cost_holds(factors.cost_of_delay), "is not an amount from 0 up");
    reasons.require("duration", factors.duration_weeks, duration_holds(factors.duration_weeks), "is not above 0 weeks");
    return reasons.unscored();
  }
  Score score;
  score.value = value.value();
  Explanation& why = score.explanation;
  why.method = "CD3";
  why.inputs = {{"cost of delay", factors.cost_of_delay, std::string(currency) + " per week", {}},
                {"duration", factors.duration_weeks, "weeks", {}}};
  why.formula = "cost of delay per week ÷ duration in weeks";
  why.with_numbers = number_text(factors.cost_of_delay.value()) + " ÷ " + number_text(factors.duration_weeks.value());
  why.result = result_text(score.value);
  why.source = reinertsen;
  return score;
}

}  // namespace tradewind::scoring
