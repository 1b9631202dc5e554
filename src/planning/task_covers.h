// Cover cuts over tasks: where tasks together ask more of a team than it has in a period, not all of them work in it.
//
// A task works in a period with any of its starts that reach it, and takes only one of them; so the cover counts all of these
// columns as one, which is stronger than a cover of columns. Tasks outside the cover are lifted into it one after the other, each
// by as much as the least work allows that reaches a value of the left side (Zemel 1989; columns of one task together: Wolsey
// 1990).
#pragma once
#include <CglCutGenerator.hpp>
#include <vector>

#include "planning/formulation.h"

namespace tradewind::planning {

/// Expects the solver's columns to be those of the formulation, in their order.
class TaskCovers : public CglCutGenerator {
 public:
  explicit TaskCovers(const Formulation& formulation);

  void generateCuts(const OsiSolverInterface& solver, OsiCuts& cuts, CglTreeInfo info) override;
  CglCutGenerator* clone() const override { return new TaskCovers(*this); }

 private:
  /// Columns of a task that ask the same of the team in the period.
  struct Way {
    double work = 0;
    std::vector<int> columns;
  };
  /// What a task can ask of the team in the period, the least first.
  using Ways = std::vector<Way>;
  struct Capacity {
    double limit = 0;
    std::vector<Ways> tasks;
  };
  struct Members;
  struct Cut;
  static Members members_of(const Capacity& capacity, const double* share);
  static Cut lifted(const Capacity& capacity, const std::vector<std::size_t>& cover, const Members& members);

  std::vector<Capacity> capacities_;
};

}  // namespace tradewind::planning
