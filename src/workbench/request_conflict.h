// What cannot hold together with finishing an item by the end of a period: a set of constraints, each of which is needed.
#pragma once
#include <vector>

#include "tradewind/domain/phrase.h"
#include "tradewind/planning/conflict.h"
#include "tradewind/workbench/planning_problem.h"

namespace tradewind::workbench {

struct RequestConflict {
  planning::Verdict verdict = planning::Verdict::undecided;
  /// Where it holds: as Plan::start, of the request, what it waits for, and what stays.
  std::vector<int> start;
  /// Where it does not: the constraints in words, the request's own first.
  std::vector<Phrase> parts;
  /// Proven: without any one of them it would hold.
  bool is_minimal = false;

  Phrase text() const;
};

/// `obliged`: the tasks of `problem` with the request mandatory. `by`: the last period in which it may finish.
RequestConflict conflict_of(const Portfolio& portfolio, const PlanningProblem& problem, const planning::Problem& obliged,
                            std::size_t request, int by, const planning::Options& search);

}  // namespace tradewind::workbench
