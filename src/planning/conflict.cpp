#include "tradewind/planning/conflict.h"

#include <algorithm>
#include <cmath>

#include "planning/preferences.h"

namespace tradewind::planning {
namespace {

constexpr double rounding_error = 1e-6;
/// A filter whose checks end undecided will not get minimal, and each of these takes the whole search.
constexpr int most_undecided = 3;

/// Only what has to be done and what that waits for, where each task that is owed counts one: the most that fit are a whole
/// number, so that a bound below the next one decides.
class OwedCount {
 public:
  explicit OwedCount(const Problem& problem) : full_(problem), number_(problem.tasks.size(), -1) {
    counted_.periods = problem.periods;
    counted_.capacity = problem.capacity;
    for (std::size_t task = 0; task < problem.tasks.size(); ++task)
      if (problem.tasks[task].mandatory || problem.tasks[task].pinned_start) add(task);
    for (Task& task : counted_.tasks)
      for (Order& order : task.predecessors) order.task = number_[static_cast<std::size_t>(order.task)];
  }

  int owed() const { return owed_; }
  /// Then every plan holds.
  bool is_nothing() const { return counted_.tasks.empty(); }

  enum class Question { do_all_fit, how_many_fit };

  /// Until that is known.
  void answer(Question question, const Options& options) {
    Options search = options;
    search.known = counted(options.known);
    search.go_on = [&](const Progress& progress) {
      if (progress.best != nullptr && is_decided(question, whole(progress.value), whole(progress.bound))) return false;
      return !options.go_on || options.go_on(progress);
    };
    plan_ = plan(counted_, search);
  }

  bool ruled_out() const { return plan_.ruled_out; }
  bool found() const { return plan_.feasible(); }
  int most_found() const { return whole(plan_.value); }
  /// No plan does more of them.
  int most() const { return std::isfinite(plan_.bound) ? std::min(owed_, whole(plan_.bound)) : owed_; }

  std::vector<int> start() const {
    std::vector<int> start(full_.tasks.size(), left_out);
    for (std::size_t task = 0; task < start.size(); ++task)
      if (number_[task] >= 0) start[task] = plan_.start[static_cast<std::size_t>(number_[task])];
    return start;
  }

 private:
  static int whole(double value) { return static_cast<int>(std::floor(value + rounding_error)); }
  bool is_decided(Question question, int fit, int most) const {
    return fit >= std::min(owed_, most) || (question == Question::do_all_fit && most < owed_);
  }

  /// Behind what it waits for; orders still name the tasks of the full problem.
  void add(std::size_t number) {
    if (number_[number] >= 0) return;
    Task task = full_.tasks[number];
    if (task.pinned_start) task.predecessors.clear();
    for (const Order& order : task.predecessors) add(static_cast<std::size_t>(order.task));
    const bool is_owed = task.mandatory && !task.pinned_start;
    owed_ += is_owed ? 1 : 0;
    task.mandatory = false;
    task.current_start = std::nullopt;
    task.band = -1;
    task.value.assign(static_cast<std::size_t>(full_.periods), is_owed ? 1 : 0);
    number_[number] = static_cast<int>(counted_.tasks.size());
    counted_.tasks.push_back(std::move(task));
  }

  std::vector<int> counted(const std::vector<int>& known) const {
    if (known.size() != number_.size()) return {};
    std::vector<int> start(counted_.tasks.size(), left_out);
    for (std::size_t task = 0; task < known.size(); ++task)
      if (number_[task] >= 0) start[static_cast<std::size_t>(number_[task])] = known[task];
    return start;
  }

  const Problem& full_;
  Problem counted_;
  std::vector<int> number_;  // by task of the full problem; -1: not among them
  int owed_ = 0;
  Plan plan_;
};

std::vector<int> left_out_of(const Problem& problem, const std::vector<int>& start) {
  std::vector<int> tasks;
  for (std::size_t task = 0; task < problem.tasks.size(); ++task)
    if (problem.tasks[task].mandatory && !problem.tasks[task].pinned_start && (start.empty() || start[task] == left_out))
      tasks.push_back(static_cast<int>(task));
  return tasks;
}

class DeletionFilter {
 public:
  DeletionFilter(std::size_t constraints, const std::function<Problem(const std::vector<bool>&)>& problem_of,
                 const Options& options)
      : problem_of_(problem_of), options_(options), holds_(constraints, true) {}

  Conflict run() {
    Conflict conflict;
    if (verdict() != Verdict::ruled_out) return conflict;
    conflict.is_proven = true;
    reduce(0, holds_.size());
    for (std::size_t at = 0; at < holds_.size(); ++at)
      if (holds_[at]) conflict.constraints.push_back(at);
    conflict.is_minimal = is_minimal_;
    return conflict;
  }

 private:
  Verdict verdict() const { return find_feasible(problem_of_(holds_), options_).verdict; }
  void set(std::size_t first, std::size_t last, bool holds) {
    std::fill(holds_.begin() + static_cast<std::ptrdiff_t>(first), holds_.begin() + static_cast<std::ptrdiff_t>(last), holds);
  }

  void reduce(std::size_t first, std::size_t last) {
    if (first == last) return;
    if (undecided_ >= most_undecided) {
      is_minimal_ = false;
      return;
    }
    set(first, last, false);
    const Verdict without = verdict();
    if (without == Verdict::ruled_out) return;
    undecided_ += without == Verdict::undecided ? 1 : 0;
    set(first, last, true);
    if (last - first == 1) {
      is_minimal_ = is_minimal_ && without == Verdict::holds;
      return;
    }
    const std::size_t middle = first + (last - first) / 2;
    reduce(first, middle);
    reduce(middle, last);
  }

  const std::function<Problem(const std::vector<bool>&)>& problem_of_;
  const Options& options_;
  std::vector<bool> holds_;
  bool is_minimal_ = true;
  int undecided_ = 0;
};

}  // namespace

Feasibility find_feasible(const Problem& problem, const Options& options) {
  OwedCount count(problem);
  if (count.is_nothing()) return {Verdict::holds, std::vector<int>(problem.tasks.size(), left_out)};
  count.answer(OwedCount::Question::do_all_fit, options);
  if (count.found() && count.most_found() >= count.owed()) return {Verdict::holds, count.start()};
  const bool is_ruled_out = count.ruled_out() || (count.found() && count.most() < count.owed());
  return {is_ruled_out ? Verdict::ruled_out : Verdict::undecided, {}};
}

GivingWay smallest_relaxation(const Problem& problem, const Options& options) {
  const PreferredProblem relaxed = with_preferences(problem, false);
  Plan best = plan(relaxed.problem, options);
  GivingWay way{left_out_of(problem, best.start), 0, best.start};
  if (way.tasks.empty()) return way;
  Options search = options;
  search.rounds = std::min(1, options.rounds);  // mostly for the bound
  if (best.feasible()) search.known = best.start;
  OwedCount count(problem);
  count.answer(OwedCount::Question::how_many_fit, search);
  way.fewest = static_cast<std::size_t>(count.owed() - count.most());
  if (!count.found() || count.owed() - count.most_found() >= static_cast<int>(way.tasks.size())) return way;
  search.rounds = options.rounds;
  search.known = count.start();
  best = plan(relaxed.problem, search);
  return {left_out_of(problem, best.start), way.fewest, best.start};
}

Conflict find_conflict(std::size_t constraints, const std::function<Problem(const std::vector<bool>&)>& problem_of,
                       const Options& options) {
  return DeletionFilter(constraints, problem_of, options).run();
}

}  // namespace tradewind::planning
