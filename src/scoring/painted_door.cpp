// Counted experiments against a rule written first, with Wilson's interval.
#include "tradewind/scoring/painted_door.h"

#include <algorithm>
#include <cmath>

#include "scoring/text.h"

namespace tradewind::scoring {
namespace {

bool rule_holds(const PaintedDoor& test) {
  return test.rule_share.value() > 0 && test.rule_share.value() <= 1 && test.rule_sample >= 0;
}

}  // namespace

ShareInterval wilson_interval(int successes, int n, double z) {
  const double count = n;
  const double share = successes / count;
  const double divisor = 1 + z * z / count;
  const double centre = (share + z * z / (2 * count)) / divisor;
  const double half = z * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / divisor;
  return {share, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

int sample_size_for(double share, double margin, double z) {
  return static_cast<int>(std::ceil(z * z * share * (1 - share) / (margin * margin)));
}

std::optional<PaintedDoorResult> assess(const PaintedDoor& test, std::string* why) {
  const auto refuse = [&](Unscored reason) {
    if (why != nullptr) *why = std::move(reason.why);
    return std::nullopt;
  };
  Reasons reasons;
  if (!test.rule_share.has_value()) return refuse({"no rule was written first: at least which share of at least how many"});
  if (!rule_holds(test)) {
    reasons.require("rule", test.rule_share, false, "is not a share above 0 and up to 1 of a sample");
    return refuse(reasons.unscored());
  }
  if (test.sample <= 0) return refuse({"nobody has been counted yet"});
  if (test.successes < 0 || test.successes > test.sample)
    return refuse({std::to_string(test.successes) + " of " + std::to_string(test.sample) + " is impossible"});

  PaintedDoorResult result;
  result.interval = wilson_interval(test.successes, test.sample);
  if (test.sample < test.rule_sample)
    result.verdict = Verdict::running;
  else
    result.verdict = result.interval.share >= test.rule_share.value() ? Verdict::passed : Verdict::failed;
  result.close_call = result.interval.low <= test.rule_share.value() && test.rule_share.value() <= result.interval.high;
  return result;
}

ScoreResult painted_door(const PaintedDoor& test) {
  std::string reason;
  const auto result = assess(test, &reason);
  if (!result) return Unscored{reason};
  Score score;
  score.value = result->interval.share;
  score.mark = to_text(result->verdict);
  Explanation& why = score.explanation;
  why.method = "Painted door";
  why.inputs = {{"rule", test.rule_share, "share", {}},
                {"rule sample", static_cast<double>(test.rule_sample), "people", {}},
                {"sample", static_cast<double>(test.sample), "people", {}},
                {"successes", static_cast<double>(test.successes), "people", {}}};
  why.formula = "successes ÷ sample, against the rule: at least " + percent_text(test.rule_share.value()) + " of at least " +
                std::to_string(test.rule_sample);
  why.with_numbers = std::to_string(test.successes) + " ÷ " + std::to_string(test.sample);
  why.result = percent_text(score.value) + ", " + score.mark;
  why.source = "Wilson 1927, score interval";
  why.notes.push_back("95 % interval " + percent_text(result->interval.low, 2) + " to " + percent_text(result->interval.high, 2));
  if (test.sample < test.rule_sample)
    why.notes.push_back(std::to_string(test.rule_sample - test.sample) + " more people are needed before the rule decides");
  else if (result->close_call)
    why.notes.push_back("The rule lies inside the interval: chance could have turned the verdict");
  return score;
}

}  // namespace tradewind::scoring
