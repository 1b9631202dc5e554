// A plan under construction: which task starts where, what each team has left, what the plan is worth. Placing and removing
// take time proportional to the task's own work; every change can be taken back.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "planning/options_of_tasks.h"
#include "tradewind/planning/plan.h"

namespace tradewind::planning {

class ScheduleState {
 public:
  /// REQUIRES: the problem outlives it.
  explicit ScheduleState(const Problem& problem);

  int periods() const { return periods_; }
  int count() const { return static_cast<int>(start_.size()); }
  int start(int task) const { return start_[at(task)]; }
  bool is_placed(int task) const { return start(task) >= 0; }
  const std::vector<int>& starts() const { return start_; }
  double value() const { return value_; }
  const std::vector<StartOption>& options(int task) const { return options_[at(task)]; }
  /// A neighbour in the order, seen from a task.
  struct Link {
    int task;
    int lag;
    bool may_share;
  };
  const std::vector<Link>& successors(int task) const { return successors_[at(task)]; }
  const std::vector<Link>& predecessors(int task) const { return predecessors_[at(task)]; }
  /// What a task needs of one team in one of its periods.
  struct Work {
    int task;
    /// A cell is a team in a period; this one is so many after the first cell of the period in which the task starts.
    int place;
    double amount;
  };
  std::span<const Work> work_of(int task) const {
    return {work_.data() + first_work_[at(task)], work_.data() + first_work_[at(task) + 1]};
  }
  int cell_of(const Work& work, int start) const { return start * teams_ + work.place; }
  double spare(int cell) const { return spare_[at(cell)]; }
  /// The work that is placed in a cell, in no order; numbers for `work`.
  const std::vector<int>& work_in(int cell) const { return cells_[at(cell)]; }
  const Work& work(int number) const { return work_[at(number)]; }
  /// What a task that is placed is worth there, without bands.
  double worth(int task) const { return worth_[at(task)]; }
  /// How many of those that wait for the task are placed.
  int placed_successors(int task) const { return placed_successors_[at(task)]; }

  /// Whether the capacity that is left is enough.
  bool fits(int task, int start) const;
  /// Whether predecessors are done by then and successors have not begun.
  bool in_order(int task, int start) const;
  /// What the plan would gain, bands included.
  double gain_of_placing(int task, const StartOption& option) const;

  /// REQUIRES: not placed. Neither capacity nor order is asked.
  void place(int task, int start);
  /// REQUIRES: placed.
  void remove(int task);

  /// Everything since the mark is taken back in reverse order.
  std::size_t mark() const { return trail_.size(); }
  void take_back(std::size_t mark);
  void forget_trail() { trail_.clear(); }
  /// Makes the plan that of `starts`.
  void assume(const std::vector<int>& starts);

 private:
  struct Step {
    int task;
    int start;  // where it was before: -1 where it was not placed
  };
  static std::size_t at(int index) { return static_cast<std::size_t>(index); }
  double value_at(int task, int start) const { return problem_->tasks[at(task)].value[at(start + duration_[at(task)] - 1)]; }
  double band_cost(int band, int period, double work) const;
  void change_band(int task, int start, double sign);
  void put(int task, int start);
  void take(int task);
  bool chain_fits(int task, int start) const;

  const Problem* problem_;
  int periods_;
  int teams_;
  bool has_bands_;
  std::vector<std::vector<StartOption>> options_;
  std::vector<std::vector<Link>> successors_;
  std::vector<std::vector<Link>> predecessors_;
  std::vector<int> duration_;
  std::vector<int> start_;
  std::vector<double> worth_;
  std::vector<int> placed_successors_;
  std::vector<Work> work_;  // task by task
  std::vector<std::size_t> first_work_;
  std::vector<std::size_t> index_in_cell_;  // of each work that is placed
  std::vector<double> spare_;               // [period * teams + team], as cells_
  std::vector<std::vector<int>> cells_;
  std::vector<double> band_work_;  // [band * periods + period]
  std::vector<Step> trail_;
  double value_ = 0;
};

}  // namespace tradewind::planning
