// ICE (Sean Ellis): impact × confidence × ease, each 1–10. This is the product; some teams take the mean instead.
#pragma once
#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

struct IceFactors {
  OptionalNumber impact;      // 1–10
  OptionalNumber confidence;  // 1–10
  OptionalNumber ease;        // 1–10
};

/// 1–1000.
OptionalNumber ice_value(const IceFactors& factors);
ScoreResult ice(const IceFactors& factors);

}  // namespace tradewind::scoring
