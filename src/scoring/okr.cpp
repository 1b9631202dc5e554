// OKR progress of key results and objectives.
#include "tradewind/scoring/okr.h"

#include <algorithm>

#include "scoring/text.h"
#include "tradewind/domain/progress_band.h"

namespace tradewind::scoring {
namespace {

bool range_holds(const KeyResult& key_result) {
  return is_finite(key_result.baseline) && is_finite(key_result.target) &&
         key_result.baseline.value() != key_result.target.value();
}

}  // namespace

OptionalNumber progress_value(const KeyResult& key_result) {
  if (!range_holds(key_result) || !is_finite(key_result.now)) return {};
  const double baseline = key_result.baseline.value();
  return std::clamp((key_result.now.value() - baseline) / (key_result.target.value() - baseline), 0.0, 1.0);
}

ScoreResult progress(const KeyResult& key_result) {
  const OptionalNumber value = progress_value(key_result);
  if (!value.has_value()) {
    Reasons reasons;
    reasons.require("baseline", key_result.baseline, is_finite(key_result.baseline), "is not a number");
    reasons.require("target", key_result.target, is_finite(key_result.target), "is not a number");
    if (is_finite(key_result.baseline) && is_finite(key_result.target))
      reasons.require("target", key_result.target, range_holds(key_result), "is equal to the baseline");
    reasons.require("now", key_result.now, is_finite(key_result.now), "is not a number");
    return reasons.unscored();
  }
  Score score;
  score.value = value.value();
  score.mark = progress_band(score.value);
  Explanation& why = score.explanation;
  why.method = "Progress";
  why.inputs = {{"now", key_result.now, key_result.unit, {}},
                {"baseline", key_result.baseline, key_result.unit, {}},
                {"target", key_result.target, key_result.unit, {}}};
  why.formula = "(now − baseline) ÷ (target − baseline), within 0–1";
  const std::string baseline = number_text(key_result.baseline.value());
  why.with_numbers = "(" + number_text(key_result.now.value()) + " − " + baseline + ") ÷ (" +
                     number_text(key_result.target.value()) + " − " + baseline + ")";
  why.result = number_text(score.value, 2);
  why.source = "OKR, after Andy Grove and Google's grading";
  why.notes = {"Band: " + score.mark};
  return score;
}

std::string_view progress_band(double progress) {
  const ProgressBand band = band_of_progress(progress);
  return band == ProgressBand::on_track ? "on track" : band == ProgressBand::at_risk ? "at risk" : "off track";
}

OptionalNumber objective_value(std::span<const KeyResult> key_results) {
  double sum = 0;
  int count = 0;
  for (const KeyResult& one : key_results)
    if (const OptionalNumber value = progress_value(one); value.has_value()) {
      sum += value.value();
      ++count;
    }
  return count > 0 ? OptionalNumber{sum / count} : OptionalNumber{};
}

ScoreResult objective(std::span<const KeyResult> key_results) {
  const OptionalNumber value = objective_value(key_results);
  if (!value.has_value()) return Unscored{key_results.empty() ? "there are no key results" : "no key result has a progress"};
  Score score;
  score.value = value.value();
  score.mark = progress_band(score.value);
  Explanation& why = score.explanation;
  why.method = "Objective";
  std::vector<std::string> parts;
  std::vector<std::string> left_out;
  for (const KeyResult& one : key_results) {
    const OptionalNumber part = progress_value(one);
    why.inputs.push_back({one.name, part, "progress 0–1", {}});
    if (part.has_value())
      parts.push_back(number_text(part.value(), 2));
    else
      left_out.push_back(one.name);
  }
  why.formula = "mean progress of the key results";
  why.with_numbers = "(" + joined(parts, " + ") + ") ÷ " + std::to_string(parts.size());
  why.result = number_text(score.value, 2);
  why.source = "OKR, after Andy Grove and Google's grading";
  why.notes = {"Band: " + score.mark};
  if (!left_out.empty()) why.notes.push_back("Without a progress and left out: " + joined(left_out, ", "));
  return score;
}

}  // namespace tradewind::scoring
