// A standard benchmark instance from a file, solved and verified: what the planner is worth beside published results.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tradewind/domain/error.h"
#include "tradewind/planning/instances.h"

namespace tradewind::workbench {

struct SolveOptions {
  planning::InstanceFormat format = planning::InstanceFormat::automatic;
  /// Which problem of a file with several, from 0.
  int index = 0;
  /// Seconds: then the clock alone decides when to stop. Without it the solver's budget does.
  std::optional<double> time_limit = std::nullopt;
  std::uint64_t seed = 1;
};

enum class InstanceKind { project, knapsack };

struct SolvedInstance {
  InstanceKind kind = InstanceKind::project;
  /// The makespan of a project, which should be small; the profit of a knapsack, which should be large.
  double objective = 0;
  /// No solution is better: proven.
  double bound = 0;
  /// Of the project: the start of each job. Of the knapsack: the items chosen, from 0, ascending.
  std::vector<int> solution;
  /// What the independent check found wrong; empty when the solution is feasible.
  std::vector<std::string> faults;
  double seconds = 0;
  bool stopped_early = false;

  bool feasible() const { return faults.empty(); }
  /// |bound - objective| / |objective|; 0 is proven best.
  double gap() const;
};

/// Fails when the file cannot be read, holds no instance of the format, or has no problem of this index.
Result<SolvedInstance> solve_instance(const std::string& file, const SolveOptions& options = {});

}  // namespace tradewind::workbench
