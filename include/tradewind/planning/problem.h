// What the planner plans: tasks that may be done or left out, teams with a capacity in each period, and what it is worth to
// finish a task in a period. Resource-constrained scheduling with optional activities in discrete periods; a single period
// is the multidimensional knapsack.
//
//     Problem problem;
//     problem.periods = 2;
//     problem.capacity = {{10, 10}};                       // one team, 10 person-weeks in each period
//     problem.tasks.push_back({.demands = {{0, 4}}, .value = {20, 10}});
//     const Plan best = plan(problem);
//
// Teams, periods and tasks are numbers from 0: the workbench translates from and to a workspace.
#pragma once
#include <optional>
#include <string>
#include <vector>

namespace tradewind::planning {

/// Work of one team in one of the periods that a task lasts, in person-weeks.
struct Demand {
  int team = 0;
  double amount = 0;
  int offset = 0;  // periods after the start
};

/// Finish to start: the task waits for `task`.
struct Order {
  int task = 0;
  /// Periods from the start of `task` to the earliest start. Without it: the predecessor finishes in an earlier period, or,
  /// where both last one period, in the same one if the chain of such tasks fits into it (Task::span).
  std::optional<int> lag = std::nullopt;
};

struct Task {
  /// Periods that it lasts, one after the other; at least 1.
  int duration = 1;
  std::vector<Demand> demands;
  /// What must be done before, in the same plan.
  std::vector<Order> predecessors;
  int earliest_start = 0;
  /// Hard deadline: the last period in which it may finish.
  std::optional<int> latest_finish;
  /// Work in progress, or put there by hand: it starts here and nowhere else, and its predecessors are not asked.
  std::optional<int> pinned_start;
  /// Has to be in the plan.
  bool mandatory = false;
  /// What finishing in each period is worth; one number for each period. A soft deadline is a penalty in here.
  std::vector<double> value;
  /// The share of a period that a task of duration 1 takes when it is done alone, above 0 and at most 1.
  double span = 1;
  /// The class of work that it counts for, an index of Problem::bands; -1: none.
  int band = -1;
  /// Where it is now. Among plans of equal value the one that moves the fewest tasks by the fewest periods wins.
  std::optional<int> current_start;
};

/// A soft limit on the work of a class of tasks: what lies outside costs `price` for each person-week.
struct Band {
  std::vector<double> lowest;   // person-weeks, by period
  std::vector<double> highest;  // person-weeks, by period
  double price = 0;
};

struct Problem {
  int periods = 0;
  /// [team][period], in person-weeks; what is reserved for firefighting is already off.
  std::vector<std::vector<double>> capacity;
  std::vector<Task> tasks;
  std::vector<Band> bands;
};

/// Whether a task and the one that it waits for may lie in one period if the chain of such tasks fits into it.
bool may_share_period(const Problem& problem, const Order& order, const Task& task);
/// Periods from the start of the one that it waits for to the task's earliest start.
int lag(const Problem& problem, const Order& order, const Task& task);

/// What is wrong with the numbers themselves (sizes, indices, signs, circles of predecessors), in words; empty when the
/// problem can be planned. `plan` requires an empty answer.
std::vector<std::string> faults(const Problem& problem);

}  // namespace tradewind::planning
