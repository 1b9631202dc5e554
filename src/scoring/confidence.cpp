// Confidence from the strongest evidence for and against.
#include "tradewind/scoring/confidence.h"

#include <algorithm>
#include <optional>

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

constexpr double level_of_certainty = 10;

struct Strongest {
  std::optional<EvidenceKind> kind;
  double share = 0;  // level ÷ 10, within 0–1
};

Strongest strongest(std::span<const EvidencePiece> evidence, bool supports, const ConfidenceOptions& options) {
  Strongest best;
  for (const EvidencePiece& piece : evidence) {
    if (piece.supports != supports) continue;
    const double level = options.levels[static_cast<std::size_t>(piece.kind)];
    const double share = std::clamp(level / level_of_certainty, 0.0, 1.0);
    if (!best.kind || share > best.share) best = {piece.kind, share};
  }
  return best;
}

}  // namespace

OptionalNumber confidence_value(std::span<const EvidencePiece> evidence, const ConfidenceOptions& options) {
  const Strongest supporting = strongest(evidence, true, options);
  if (!supporting.kind) return {};
  const Strongest against = strongest(evidence, false, options);
  if (!against.kind || against.share == 0) return supporting.share;
  return supporting.share * (supporting.share / (supporting.share + against.share));
}

ScoreResult confidence_from_evidence(std::span<const EvidencePiece> evidence, const ConfidenceOptions& options) {
  const OptionalNumber value = confidence_value(evidence, options);
  if (!value.has_value()) return Unscored{evidence.empty() ? "there is no evidence" : "there is only evidence against it"};
  const Strongest supporting = strongest(evidence, true, options);
  const Strongest against = strongest(evidence, false, options);
  Score score;
  score.value = value.value();
  Explanation& why = score.explanation;
  why.method = "Confidence";
  why.inputs = {{"strongest supporting evidence", supporting.share, "level ÷ 10", std::string(to_text(*supporting.kind))}};
  why.formula = "level of the strongest supporting evidence ÷ 10";
  why.with_numbers = number_text(level_of_certainty * supporting.share) + " ÷ 10";
  if (against.kind) {
    why.inputs.push_back({"strongest evidence against", against.share, "level ÷ 10", std::string(to_text(*against.kind))});
    why.formula = "s × s ÷ (s + a), s and a the levels ÷ 10 of the strongest evidence for and against";
    const std::string s = number_text(supporting.share);
    why.with_numbers = s + " × " + s + " ÷ (" + s + " + " + number_text(against.share) + ")";
  }
  why.result = result_text(score.value);
  why.source = "after Itamar Gilad's confidence meter; levels and the rule for evidence against are Tradewind's settings";
  return score;
}

}  // namespace tradewind::scoring
