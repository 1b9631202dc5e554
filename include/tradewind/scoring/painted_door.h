// Painted door and other counted experiments: the rule is written first ("at least 5 % of at least 500"), then the
// count decides, and Wilson's interval says how sure the share is.
#pragma once
#include "tradewind/domain/discovery.h"
#include "tradewind/scoring/score.h"

namespace tradewind::scoring {

inline constexpr double z_95 = 1.959964;  // standard normal quantile of a two-sided 95 % interval

struct ShareInterval {
  double share = 0;
  double low = 0;
  double high = 0;
};
/// Wilson score interval. REQUIRES: n > 0, 0 ≤ successes ≤ n.
ShareInterval wilson_interval(int successes, int n, double z = z_95);
/// How many people to ask so that an expected share is known to ± margin: 5 % ± 2 points needs 457.
/// REQUIRES: 0 < share < 1, margin > 0.
int sample_size_for(double share, double margin, double z = z_95);

struct PaintedDoor {
  OptionalNumber rule_share;  // 0–1, written before the start
  int rule_sample = 0;        // at least so many people
  int sample = 0;
  int successes = 0;
};

struct PaintedDoorResult {
  Verdict verdict = Verdict::running;  // running while the sample is too small; passed or failed by the rule alone
  ShareInterval interval;
  bool close_call = false;  // the rule's share lies inside the interval: chance could have turned the verdict
};

/// Unknown when the rule was not written first or the counts are impossible; `why` (optional) receives the reason.
std::optional<PaintedDoorResult> assess(const PaintedDoor& test, std::string* why = nullptr);
/// The same as a score: the value is the observed share 0–1, the mark the verdict.
ScoreResult painted_door(const PaintedDoor& test);

}  // namespace tradewind::scoring
