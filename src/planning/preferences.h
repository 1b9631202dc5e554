// The problem as the searches see it: what has to be done is worth more than everything else together, and staying where it
// is decides between plans of equal value.
#pragma once
#include "tradewind/planning/problem.h"

namespace tradewind::planning {

struct PreferredProblem {
  Problem problem;
  /// What each task that has to be done is worth above its own value.
  double bonus = 0;
};

/// `force_mandatory`: the mandatory tasks get the bonus and stay mandatory; else they get it and may be left out, so that the
/// best plan leaves out as few of them as can be.
PreferredProblem with_preferences(const Problem& problem, bool force_mandatory);

}  // namespace tradewind::planning
