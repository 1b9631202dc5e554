// Confidence from evidence (after Itamar Gilad's confidence meter): what is known decides, not how sure somebody feels.
#pragma once
#include <array>
#include <span>

#include "tradewind/domain/discovery.h"
#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

/// The levels of the meter, 0–10, by EvidenceKind from own conviction to launch data; ten means certain. A company that
/// trusts its data differently changes them here: raising a level raises every confidence that rests on that kind.
struct ConfidenceOptions {
  std::array<double, 10> levels{0.01, 0.03, 0.1, 0.2, 0.5, 1, 2, 3, 7, 10};
};

struct EvidencePiece {
  EvidenceKind kind = EvidenceKind::own_conviction;
  bool supports = true;
};

/// With s the level ÷ 10 of the strongest supporting evidence and a that of the strongest against (0 for none), the
/// confidence is s × s ÷ (s + a), 0–1: evidence of the same rank against halves it, an opinion against a test hardly
/// matters, a test against an opinion leaves next to nothing. Unscored without supporting evidence.
OptionalNumber confidence_value(std::span<const EvidencePiece> evidence, const ConfidenceOptions& options = {});
ScoreResult confidence_from_evidence(std::span<const EvidencePiece> evidence, const ConfidenceOptions& options = {});

}  // namespace tradewind::scoring
