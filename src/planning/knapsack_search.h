// Good choices of items, bred from one another (Chu & Beasley 1998) within a core.
//
// The core is the items that the linear relaxation is least sure of: those of the smallest reduced cost. All others stay as they
// are in the best choice so far. A population of choices is kept; a child takes each item as one of its two parents does, has
// two items turned round at random, loses its least promising items until it fits, and takes in the most promising ones that
// still fit. It replaces the worst of the population, unless it is worse or there already.
#pragma once
#include <vector>

#include "planning/random_numbers.h"
#include "tradewind/planning/instances.h"

namespace tradewind::planning {

class KnapsackSearch {
 public:
  /// `promise`: per item the reduced profit in the relaxation, above 0 where it takes the item whole, below 0 where it leaves it
  /// out. Keeps a reference to the problem. The first choice takes the items that fit, the most promising first.
  KnapsackSearch(const Knapsack& problem, std::vector<double> promise, std::uint64_t seed);

  /// Starts a new population over these items; all others stay as in the best choice.
  void set_core(const std::vector<int>& items);
  void breed(int children);
  /// Takes a choice from elsewhere for the best one.
  void assume(const std::vector<bool>& taken, double profit);

  /// Per item.
  const std::vector<bool>& best() const { return best_; }
  double best_profit() const { return best_profit_; }

 private:
  struct Member {
    std::vector<char> taken;  // per place in the core
    double profit = 0;
  };

  const double* weights(std::size_t place) const { return weights_.data() + place * problem_->capacities.size(); }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(random_.below(static_cast<int>(limit))); }
  bool fits(std::size_t place) const;
  bool nothing_is_over() const;
  void turn(std::size_t place);
  /// Takes nothing of the core.
  void clear();
  void scatter();
  const Member& parent();
  void inherit();
  void repair();
  void note_if_best();
  void admit();

  const Knapsack* problem_;
  std::vector<double> promise_;
  RandomNumbers random_;
  std::vector<bool> best_;
  double best_profit_ = 0;

  // The core: the most promising item first.
  std::vector<int> core_;
  std::vector<double> weights_;      // [place][constraint]
  std::vector<std::size_t> unsure_;  // places, the most doubtful first
  std::vector<Member> population_;

  // The child that is being made.
  std::vector<char> taken_;    // per place
  std::vector<double> spare_;  // per constraint
  double profit_ = 0;
};

}  // namespace tradewind::planning
