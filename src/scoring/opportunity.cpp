// Opportunity scoring: importance + max(importance − satisfaction, 0).
#include "tradewind/scoring/opportunity.h"

#include <algorithm>

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

constexpr std::string_view ulwick = "Tony Ulwick, outcome-driven innovation";

bool on_scale(OptionalNumber value) { return value.value() >= 0 && value.value() <= 10; }

bool counts_hold(const SegmentAnswers& answers) {
  const auto within = [&](int count) { return count >= 0 && count <= answers.respondents; };
  return answers.respondents > 0 && within(answers.important) && within(answers.satisfied);
}

const SegmentAnswers* best_segment(std::span<const SegmentAnswers> segments) {
  const SegmentAnswers* best = nullptr;
  OptionalNumber best_value;
  for (const SegmentAnswers& one : segments) {
    const OptionalNumber value = opportunity_value(opportunity_factors(one));
    if (value.has_value() && (best == nullptr || value.value() > best_value.value())) {
      best = &one;
      best_value = value;
    }
  }
  return best;
}

std::string segment_name(const SegmentAnswers& answers) {
  return answers.segment.empty() ? std::string("all respondents") : answers.segment;
}

}  // namespace

std::string_view opportunity_band(double score) {
  if (score > 15) return "extreme";
  if (score >= 12) return "high";
  if (score >= 10) return "solid";
  return "served";
}

OpportunityFactors opportunity_factors(const SegmentAnswers& answers) {
  if (!counts_hold(answers)) return {};
  // 10 × count first, so that 180 of 200 is exactly 9.
  return {10.0 * answers.important / answers.respondents, 10.0 * answers.satisfied / answers.respondents};
}

OptionalNumber opportunity_value(const OpportunityFactors& factors) {
  if (!on_scale(factors.importance) || !on_scale(factors.satisfaction)) return {};
  return factors.importance.value() + std::max(factors.importance.value() - factors.satisfaction.value(), 0.0);
}

ScoreResult opportunity(const OpportunityFactors& factors) {
  const OptionalNumber value = opportunity_value(factors);
  if (!value.has_value()) {
    Reasons reasons;
    reasons.require("importance", factors.importance, on_scale(factors.importance), "is not on the scale 0–10");
    reasons.require("satisfaction", factors.satisfaction, on_scale(factors.satisfaction), "is not on the scale 0–10");
    return reasons.unscored();
  }
  Score score;
  score.value = value.value();
  score.mark = opportunity_band(score.value);
  Explanation& why = score.explanation;
  why.method = "Opportunity";
  constexpr const char* scale = "0–10: ten times the share who answer 4 or 5 of 5";
  why.inputs = {{"importance", factors.importance, scale, {}}, {"satisfaction", factors.satisfaction, scale, {}}};
  why.formula = "importance + max(importance − satisfaction, 0)";
  const std::string importance = number_text(factors.importance.value());
  why.with_numbers = importance + " + max(" + importance + " − " + number_text(factors.satisfaction.value()) + ", 0)";
  why.result = result_text(score.value);
  why.source = ulwick;
  why.notes = {"Band: " + score.mark};
  return score;
}

OptionalNumber opportunity_value(std::span<const SegmentAnswers> segments) {
  const SegmentAnswers* best = best_segment(segments);
  return best != nullptr ? opportunity_value(opportunity_factors(*best)) : OptionalNumber{};
}

ScoreResult opportunity(std::span<const SegmentAnswers> segments) {
  const SegmentAnswers* best = best_segment(segments);
  if (best == nullptr)
    return Unscored{segments.empty()
                        ? "no segment has answered"
                        : "no segment has possible counts: respondents above 0, and no more answers than respondents"};
  Score score = std::get<Score>(opportunity(opportunity_factors(*best)));
  Explanation& why = score.explanation;
  why.notes.push_back("Segment " + segment_name(*best) + ": " + std::to_string(best->important) + " important and " +
                      std::to_string(best->satisfied) + " satisfied of " + std::to_string(best->respondents));
  for (const SegmentAnswers& one : segments) {
    if (&one == best) continue;
    const OptionalNumber value = opportunity_value(opportunity_factors(one));
    why.notes.push_back("Segment " + segment_name(one) +
                        (value.has_value() ? ": " + result_text(value.value()) : std::string(" is left out: impossible counts")));
  }
  return score;
}

}  // namespace tradewind::scoring
