// Readers of standard benchmark instances, so that the planner can be measured against published results.
//
// | format    | what                                             | where from                                          |
// |-----------|--------------------------------------------------|-----------------------------------------------------|
// | psplib    | single-mode project scheduling, `.sm`            | PSPLIB (Kolisch, Sprecher 1996)                     |
// | patterson | the same problem as bare numbers, `.rcp`         | Patterson (1984)                                    |
// | mknap     | multidimensional knapsacks, `mknap*`, `HP*.dat`, | OR-Library (Beasley 1990; Chu, Beasley 1998);       |
// |           | `PB*.dat`                                        | SAC-94 suite (Khuri, Bäck, Heitkötter 1994)         |
//
// Texts may come from anywhere: whatever is wrong (cut short, words where numbers belong, counts that do not hold, negative
// amounts, circles) is an Error of code bad_input that names the line or the number, and nothing large is allocated before
// the text has proved long enough for it.
#pragma once
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/planning/makespan.h"

namespace tradewind::planning {

/// Choose items so that no constraint's weights exceed its capacity and the profit is greatest.
struct Knapsack {
  std::vector<double> profits;               // [item]
  std::vector<std::vector<double>> weights;  // [constraint][item]
  std::vector<double> capacities;            // [constraint]
  std::optional<double> best_known;          // the value that the file states; the files write 0 for "not known"
};

/// Tasks are in the order of the job numbers, the source and the sink included. Files with several modes for a job or with
/// resources that are used up are refused.
Result<MakespanProblem> read_psplib(std::string_view text);

/// `jobs resources`, availabilities, then for each job: duration, demands, number of successors, successors.
Result<MakespanProblem> read_patterson(std::string_view text);

/// Both layouts of OR-Library: `K`, then K times `n m best`, n profits, m rows of n weights, m capacities; or a single
/// problem: `m n`, n profits, m capacities, m rows of n weights, and perhaps the optimum.
Result<std::vector<Knapsack>> read_mknap(std::string_view text);

enum class InstanceFormat { automatic, psplib, patterson, mknap };
using Instance = std::variant<MakespanProblem, std::vector<Knapsack>>;

/// `automatic` looks at the content, not at a name. A text that fits no format gets the error of the one it is closest to.
Result<Instance> read_instance(std::string_view text, InstanceFormat format = InstanceFormat::automatic);

}  // namespace tradewind::planning
