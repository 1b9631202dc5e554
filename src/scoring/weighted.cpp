// Weighted scoring over the workspace's own criteria.
#include "tradewind/scoring/weighted.h"

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

bool weight_holds(const WeightedCriterion& criterion) { return std::isfinite(criterion.weight) && criterion.weight >= 0; }
bool range_holds(const WeightedCriterion& criterion) {
  return std::isfinite(criterion.minimum) && std::isfinite(criterion.maximum) && criterion.minimum < criterion.maximum;
}
bool rating_holds(const WeightedCriterion& criterion) {
  return criterion.rating.value() >= criterion.minimum && criterion.rating.value() <= criterion.maximum;
}
double normalised(const WeightedCriterion& criterion) {
  const double share = (criterion.rating.value() - criterion.minimum) / (criterion.maximum - criterion.minimum);
  return criterion.lower_is_better ? 1 - share : share;
}

Unscored why_unscored(std::span<const WeightedCriterion> criteria) {
  if (criteria.empty()) return {"the workspace has no criteria"};
  Reasons reasons;
  double sum = 0;
  for (const WeightedCriterion& one : criteria) {
    const std::string name(one.name);
    if (!weight_holds(one)) {
      reasons.add(name + " has a weight below 0");
      continue;
    }
    if (one.weight == 0) continue;
    sum += one.weight;
    if (!range_holds(one))
      reasons.add(name + " has a range whose minimum is not below its maximum");
    else if (!one.rating.has_value())
      reasons.add(name + " is not rated");
    else
      reasons.require(name, one.rating, rating_holds(one),
                      "is not from " + number_text(one.minimum) + " to " + number_text(one.maximum));
  }
  if (sum == 0) reasons.add("no criterion has a weight above 0");
  return reasons.unscored();
}

}  // namespace

OptionalNumber weighted_value(std::span<const WeightedCriterion> criteria) {
  double sum = 0;
  double weights = 0;
  for (const WeightedCriterion& one : criteria) {
    if (!weight_holds(one)) return {};
    if (one.weight == 0) continue;
    if (!range_holds(one) || !rating_holds(one)) return {};
    sum += one.weight * normalised(one);
    weights += one.weight;
  }
  return weights > 0 ? OptionalNumber{100 * sum / weights} : OptionalNumber{};
}

ScoreResult weighted(std::span<const WeightedCriterion> criteria) {
  const OptionalNumber value = weighted_value(criteria);
  if (!value.has_value()) return why_unscored(criteria);
  Score score;
  score.value = value.value();
  Explanation& why = score.explanation;
  why.method = "Weighted";
  std::vector<std::string> parts;
  std::vector<std::string> weights;
  for (const WeightedCriterion& one : criteria) {
    why.inputs.push_back({std::string(one.name),
                          one.rating,
                          number_text(one.minimum) + "–" + number_text(one.maximum) + ", weight " + number_text(one.weight) +
                              (one.lower_is_better ? ", lower is better" : ""),
                          {}});
    if (one.weight == 0) continue;
    parts.push_back(number_text(one.weight) + " × " + number_text(normalised(one)));
    weights.push_back(number_text(one.weight));
  }
  why.formula = "100 × Σ weight × rating brought to 0–1 ÷ Σ weight";
  why.with_numbers = "100 × (" + joined(parts, " + ") + ") ÷ (" + joined(weights, " + ") + ")";
  why.result = result_text(score.value);
  why.source = "criteria of the workspace";
  return score;
}

}  // namespace tradewind::scoring
