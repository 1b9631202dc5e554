// Improves a plan: forces a task into a period, throws out what no longer fits, puts back what does, and keeps the result
// where it is better or, less and less often, a little worse (simulated annealing over ejection chains).
#pragma once
#include "planning/random_numbers.h"
#include "planning/schedule_state.h"

namespace tradewind::planning {

class NeighbourhoodSearch {
 public:
  /// `movable`: the tasks that may be placed, moved and left out; all others stay as the state has them.
  NeighbourhoodSearch(ScheduleState& state, std::vector<bool> movable, std::uint64_t seed);

  struct Choice {
    int task = 0;
    int start = 0;
  };
  /// What run() tries: the choices that the relaxation does not rule out. The nearer to the front, the more often.
  void set_choices(std::vector<Choice> choices) { choices_ = std::move(choices); }
  /// Tries `moves` of the choices at falling temperatures (in units of value).
  void run(int moves, double hot, double cold);
  /// Places whatever fits, best for its work first; `price` as in Plan.
  void fill(const std::vector<std::vector<double>>& price);

  const std::vector<int>& best() const { return best_; }
  double best_value() const { return best_value_; }
  void note_if_best();

 private:
  bool force(int task, int start, int depth);
  bool put_predecessors_before(int task, int start, int depth);
  bool make_room(int task, int start);
  int victim_in(int cell, int task, double shortage);
  bool may_go(int task) const {
    return movable_[static_cast<std::size_t>(task)] && held_in_[static_cast<std::size_t>(task)] != move_;
  }
  void hold(int task) { held_in_[static_cast<std::size_t>(task)] = move_; }
  bool leads_to_held(int task) const;
  void eject(int task);
  void put_back_ejected();
  const Choice& any_choice();
  void try_others(int count);
  bool place_at_best(int task);

  ScheduleState* state_;
  std::vector<bool> movable_;
  RandomNumbers random_;
  std::vector<Choice> choices_;
  std::vector<int> ejected_;
  /// The last move in which each task must not be thrown out.
  std::vector<std::uint64_t> held_in_;
  std::uint64_t move_ = 0;
  std::vector<int> best_;
  double best_value_ = 0;
};

}  // namespace tradewind::planning
