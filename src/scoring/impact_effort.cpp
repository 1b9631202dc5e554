// Impact versus effort: quadrants around stored or median cut-points.
#include "tradewind/scoring/impact_effort.h"

#include <algorithm>

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

bool impact_holds(OptionalNumber impact) { return is_finite(impact) && impact.value() >= 0; }
bool confidence_holds(OptionalNumber confidence) {
  return !confidence.has_value() || (confidence.value() >= 0 && confidence.value() <= 1);
}
bool effort_holds(OptionalNumber effort) { return is_finite(effort) && effort.value() > 0; }

Quadrant quadrant_of(double impact, double effort, double impact_cut, double effort_cut) {
  const bool high_impact = impact >= impact_cut;
  const bool low_effort = effort <= effort_cut;
  if (high_impact) return low_effort ? Quadrant::quick_win : Quadrant::big_bet;
  return low_effort ? Quadrant::fill_in : Quadrant::time_sink;
}

}  // namespace

std::string_view quadrant_name(Quadrant quadrant) {
  switch (quadrant) {
    case Quadrant::quick_win:
      return "Quick wins";
    case Quadrant::big_bet:
      return "Big bets";
    case Quadrant::fill_in:
      return "Fill-ins";
    case Quadrant::time_sink:
      return "Time sinks";
  }
  return {};
}

OptionalNumber expected_impact(const ImpactEffort& point) {
  if (!impact_holds(point.impact) || !confidence_holds(point.confidence)) return {};
  return point.impact.value() * point.confidence.value_or(1);
}

OptionalNumber median(std::vector<double> values) {
  if (values.empty()) return {};
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  if (values.size() % 2 == 1) return *middle;
  return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

QuadrantCuts quadrant_cuts(std::span<const ImpactEffort> points, double stored_impact_cut, double stored_effort_cut) {
  std::vector<double> impacts;
  std::vector<double> efforts;
  for (const ImpactEffort& point : points)
    if (const OptionalNumber impact = expected_impact(point); impact.has_value() && effort_holds(point.effort)) {
      impacts.push_back(impact.value());
      efforts.push_back(point.effort.value());
    }
  QuadrantCuts cuts;
  cuts.impact = stored_impact_cut > 0 ? OptionalNumber{stored_impact_cut} : median(std::move(impacts));
  cuts.effort = stored_effort_cut > 0 ? OptionalNumber{stored_effort_cut} : median(std::move(efforts));
  return cuts;
}

OptionalNumber impact_effort_value(const ImpactEffort& point, const QuadrantCuts& cuts) {
  const OptionalNumber impact = expected_impact(point);
  if (!impact.has_value() || !effort_holds(point.effort) || !is_finite(cuts.impact) || !is_finite(cuts.effort)) return {};
  return static_cast<double>(quadrant_of(impact.value(), point.effort.value(), cuts.impact.value(), cuts.effort.value()));
}

ScoreResult impact_effort(const ImpactEffort& point, const QuadrantCuts& cuts) {
  const OptionalNumber value = impact_effort_value(point, cuts);
  if (!value.has_value()) {
    Reasons reasons;
    reasons.require("impact", point.impact, impact_holds(point.impact), "is below 0");
    if (!confidence_holds(point.confidence)) reasons.require("confidence", point.confidence, false, "is not between 0 and 1");
    reasons.require("effort", point.effort, effort_holds(point.effort), "is not above 0 person-weeks");
    reasons.require("impact line", cuts.impact, is_finite(cuts.impact), "is not a number");
    reasons.require("effort line", cuts.effort, is_finite(cuts.effort), "is not a number");
    return reasons.unscored();
  }
  const auto quadrant = static_cast<Quadrant>(static_cast<int>(value.value()));
  const bool high_impact = quadrant == Quadrant::quick_win || quadrant == Quadrant::big_bet;
  const bool low_effort = quadrant == Quadrant::quick_win || quadrant == Quadrant::fill_in;
  Score score;
  score.value = value.value();
  score.label = quadrant_name(quadrant);
  Explanation& why = score.explanation;
  why.method = "Impact versus effort";
  why.inputs = {{"impact", point.impact, {}, {}},
                {"confidence", point.confidence, {}, {}},
                {"impact line", cuts.impact, {}, {}},
                {"effort", point.effort, "person-weeks", {}},
                {"effort line", cuts.effort, "person-weeks", {}}};
  why.formula = "impact × confidence on or above its line is high, effort on or below its line is low";
  const std::string impact = point.confidence.has_value()
                                 ? number_text(point.impact.value()) + " × " + number_text(point.confidence.value()) + " = " +
                                       number_text(expected_impact(point).value())
                                 : number_text(point.impact.value());
  if (!point.confidence.has_value()) why.notes.push_back("The confidence is unknown: impact counts as it was stated");
  why.with_numbers = "impact " + impact + (high_impact ? " ≥ " : " < ") + number_text(cuts.impact.value()) + ", effort " +
                     number_text(point.effort.value()) + (low_effort ? " ≤ " : " > ") + number_text(cuts.effort.value());
  why.result = score.label;
  why.source = "cut-points of the workspace, else the medians of the items compared";
  return score;
}

}  // namespace tradewind::scoring
