// Whether what has to be done can be done together, and what stands against it where it cannot. An answer is a proof, or it
// says that it is none.
#pragma once
#include <cstddef>
#include <functional>
#include <vector>

#include "tradewind/planning/plan.h"

namespace tradewind::planning {

enum class Verdict : unsigned char {
  holds,      // a plan was found
  ruled_out,  // proven: there is none
  undecided,  // none was found before the search ended
};

struct Feasibility {
  Verdict verdict = Verdict::undecided;
  /// As Plan::start, of what has to be done and of what that waits for; empty unless it holds.
  std::vector<int> start;
};

/// Whether all that is mandatory or pinned can be done. What is neither, and not waited for, is not looked at.
/// REQUIRES: faults(problem) is empty.
Feasibility find_feasible(const Problem& problem, const Options& options = {});

/// Mandatory tasks that do not all fit.
struct GivingWay {
  /// Whose obligation has to go; all of them where not even what is pinned holds together.
  std::vector<int> tasks;
  /// Proven: no plan leaves out fewer.
  std::size_t fewest = 0;
  /// As Plan::start, of a plan that keeps the others; empty where none was found.
  std::vector<int> start;
};

/// The fewest mandatory tasks to leave out, and among the fewest those whose plan is worth most, as far as that was found.
/// REQUIRES: faults(problem) is empty.
GivingWay smallest_relaxation(const Problem& problem, const Options& options = {});

/// Constraints, by number, that cannot hold together.
struct Conflict {
  std::vector<std::size_t> constraints;
  /// False: all of them together were not ruled out, and `constraints` is empty.
  bool is_proven = false;
  /// Proven: without any one of them the others hold.
  bool is_minimal = false;
};

/// A deletion filter (Chinneck & Dravnieks 1991), in halves where halves can go: what comes first is left out first.
/// `problem_of` gives the problem in which only the constraints marked true have to hold.
Conflict find_conflict(std::size_t constraints, const std::function<Problem(const std::vector<bool>&)>& problem_of,
                       const Options& options = {});

}  // namespace tradewind::planning
