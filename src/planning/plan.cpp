#include "tradewind/planning/plan.h"

#include <algorithm>
#include <cmath>

#include "planning/exact_search.h"
#include "planning/neighbourhood_search.h"
#include "planning/packing_losses.h"
#include "planning/packing_search.h"
#include "planning/preferences.h"
#include "planning/rounding.h"
#include "planning/search_watch.h"
#include "tradewind/planning/gap.h"
#include "tradewind/planning/verify.h"

namespace tradewind::planning {
namespace {

/// The first round of the search: this many moves for each task; each later one cools half as fast again, up to a limit.
constexpr double moves_for_each_task = 400;
constexpr double slower = 1.5;
constexpr double slowest = 200;
/// As a share of what the plan is worth: a plan that is so far from its bound is better searched for in some rounds before the
/// first proof, which will take long.
constexpr double far_from_proven = 0.05;
constexpr int rounds_when_far = 5;
constexpr int moves_between_questions = 500;
/// Temperatures, as a share of what a task is worth on average: the higher, the further the first plan is from the bound. What
/// the relaxation gives for many small tasks only needs a polish; what it gives for few large ones is far off.
constexpr double heat_of_distance = 2;
constexpr double coolest_start = 0.02;
constexpr double hottest_start = 0.4;
/// Each round ends at this share of the temperature that it began with.
constexpr double cooled = 0.1;
constexpr double taken_whole = 1 - 1e-6;
/// What has to be in the plan, and is not in the one that is known, is tried in so many ways first.
constexpr int moves_to_place_what_is_owed = 2000;
/// As a share of what a plan is worth: so near to its bound it is proven.
constexpr double closed = 1e-9;
/// A temperature at which nothing that is worse is kept.
constexpr double frozen = 1e-9;
/// Problems of which so few choices are open go to branch and bound.
constexpr std::size_t few_choices = 900;
/// So few are decided faster than packings are listed.
constexpr std::size_t very_few_choices = 150;
/// Up to so many choices branch and bound gets all the nodes that it may have.
constexpr double choices_of_full_budget = 300;
/// Fewer are not worth what the first one takes.
constexpr int fewest_nodes = 20;
/// Tasks that last several periods tie these together: there are too many packings to list then, and branch and bound over the
/// columns needs more nodes and a better plan to begin with.
constexpr int more_nodes_where_tied = 2;
constexpr int more_nodes_each_time = 4;
constexpr double longer_where_tied = 5;
/// How near the bound of the packings has to come to the best that it can be, as a share of what the plan is worth.
constexpr double near_enough = 3e-4;
/// Nodes for a period, for each node of a whole plan: they are so much smaller.
constexpr int period_nodes = 40;
/// The same, for all that is looked at to close columns.
constexpr std::int64_t closing_nodes = 160;

class Control {
 public:
  explicit Control(const Options& options) : options_(&options), watch_(options.time_limit) {}

  bool go_on() {
    return watch_.go_on([this] { return !options_->go_on || options_->go_on(progress); });
  }
  bool stopped() const { return watch_.stopped(); }
  Progress progress;

 private:
  const Options* options_;
  SearchWatch watch_;
};

class Planner {
 public:
  Planner(const Problem& problem, const Options& options)
      : problem_(problem),
        preferred_(with_preferences(problem, true)),
        options_(options),
        control_(options),
        formulation_(formulate(preferred_.problem)) {
    for (const Task& task : problem.tasks) {
      movable_.push_back(!task.pinned_start);
      if (task.mandatory && !task.pinned_start) bonus_of_all_ += preferred_.bonus;
    }
  }

  Plan run() {
    relaxation_ = relax(formulation_, [&] { return control_.go_on(); });
    if (relaxation_.feasible) {
      result_.price = relaxation_.price;
      bound_ = relaxation_.bound;
      search();
    }
    result_.stopped_early = control_.stopped();
    result_.ruled_out = result_.ruled_out || (relaxation_.ruled_out && !control_.stopped());
    result_.bound = bound_ - bonus_of_all_;
    // Proven in the preferred problem: what the preferences add to the bound is no gap. A bound that is too low for any
    // other reason is not lifted: it would hide a mistake.
    if (is_closed()) result_.bound = result_.value;
    return std::move(result_);
  }

 private:
  /// All values here are those of the preferred problem; only the result is in the caller's.
  void offer(const std::vector<int>& start) {
    const double worth = value_of(preferred_.problem, start);
    if (result_.feasible() && worth <= worth_) return;
    if (!violations(problem_, start).empty()) return;
    worth_ = worth;
    result_.start = start;
    result_.value = value_of(problem_, start);
    control_.progress.best = std::make_shared<const std::vector<int>>(start);
    tell();
  }
  void tell() {
    control_.progress.value = result_.value;
    control_.progress.bound = std::max(result_.value, bound_ - bonus_of_all_);
  }

  double known() const { return result_.feasible() ? worth_ : -std::numeric_limits<double>::infinity(); }
  /// What plans are worth, roughly, without the bonus.
  double rough_worth() const { return std::abs(relaxation_.bound - bonus_of_all_); }
  bool is_closed() const { return result_.feasible() && std::abs(bound_ - worth_) <= closed * std::max(1.0, std::abs(worth_)); }

  void search() {
    ScheduleState state(preferred_.problem);
    for (std::size_t task = 0; task < problem_.tasks.size(); ++task)
      if (const auto& pin = problem_.tasks[task].pinned_start) state.place(static_cast<int>(task), *pin);
    place_as_relaxed(formulation_, relaxation_, state);
    NeighbourhoodSearch search(state, movable_, options_.seed);
    search.fill(relaxation_.price);
    offer(search.best());
    if (!options_.known.empty()) begin_from_known(state, search);
    const double missing = (relaxation_.bound - search.best_value()) / std::max(1e-9, rough_worth());
    const double heat = std::clamp(heat_of_distance * missing, coolest_start, hottest_start);
    const bool tied = are_periods_tied(open_movable_columns().size());
    const double first_length = tied ? longer_where_tied : 1;
    int next_proof = 0;
    int nodes = (tied ? more_nodes_where_tied : 1) * options_.nodes_of_first_proof;
    for (int round = 0; round < options_.rounds && control_.go_on() && !is_closed() && !result_.ruled_out; ++round) {
      if (round > 0) state.assume(search.best());
      const auto choices = open_choices();
      search.set_choices(choices);
      anneal(search, std::min(slowest, first_length * std::pow(slower, round)), heat);
      offer(search.best());
      if (round == 0 && !tied && choices.size() > very_few_choices && bound_ - known() > far_from_proven * rough_worth())
        next_proof = std::min(rounds_when_far, options_.rounds) - 1;
      if (round >= next_proof) {
        prove(nodes);
        nodes *= more_nodes_each_time;
        next_proof = tied ? round + 2 : 2 * round + 2;
      }
    }
  }

  void begin_from_known(ScheduleState& state, NeighbourhoodSearch& search) {
    std::vector<int> pinned(problem_.tasks.size(), left_out);
    for (std::size_t task = 0; task < problem_.tasks.size(); ++task)
      pinned[task] = problem_.tasks[task].pinned_start.value_or(left_out);
    state.assume(pinned);
    place_as_known(options_.known, state);
    search.note_if_best();
    std::vector<NeighbourhoodSearch::Choice> owed;
    for (const auto& choice : open_choices())
      if (problem_.tasks[static_cast<std::size_t>(choice.task)].mandatory && !state.is_placed(choice.task))
        owed.push_back(choice);
    if (!owed.empty()) {
      search.set_choices(std::move(owed));
      search.run(moves_to_place_what_is_owed, frozen, frozen);
    }
    offer(search.best());
    state.assume(search.best());
  }

  /// Where few enough choices are open for branch and bound, and some of them last several periods.
  bool are_periods_tied(std::size_t open) const {
    if (open <= very_few_choices || open > few_choices) return false;
    return std::any_of(formulation_.columns.begin(), formulation_.columns.end(), [&](const Column& column) {
      return column.task >= 0 && movable_[static_cast<std::size_t>(column.task)] &&
             problem_.tasks[static_cast<std::size_t>(column.task)].duration > 1;
    });
  }

  void anneal(NeighbourhoodSearch& search, double length, double heat) {
    const double average = std::max(1e-9, rough_worth() / static_cast<double>(movable_.size()));
    const double moves = moves_for_each_task * length * static_cast<double>(movable_.size());
    const int parts = std::max(1, static_cast<int>(moves / moves_between_questions));
    const auto temperature = [&](int at) { return average * heat * std::pow(cooled, at / static_cast<double>(parts)); };
    for (int part = 0; part < parts && control_.go_on(); ++part)
      search.run(moves_between_questions, temperature(part), temperature(part + 1));
  }

  /// Those of tasks that are not pinned and that the best plan may still take.
  std::vector<std::size_t> open_movable_columns() const {
    const auto open = open_columns(relaxation_, known());
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < open.size(); ++column) {
      const int task = formulation_.columns[column].task;
      if (task >= 0 && movable_[static_cast<std::size_t>(task)] && open[column]) columns.push_back(column);
    }
    return columns;
  }

  /// Those first that the relaxation takes or would take with little loss.
  std::vector<NeighbourhoodSearch::Choice> open_choices() const {
    std::vector<std::size_t> columns = open_movable_columns();
    const auto loss = [&](std::size_t column) {
      return relaxation_.share[column] > taken_whole ? 0.0 : relaxation_.loss[column];
    };
    std::stable_sort(columns.begin(), columns.end(), [&](std::size_t a, std::size_t b) { return loss(a) < loss(b); });
    std::vector<NeighbourhoodSearch::Choice> choices;
    for (const std::size_t column : columns)
      choices.push_back({formulation_.columns[column].task, formulation_.columns[column].start});
    return choices;
  }

  void prove(int nodes) {
    const std::size_t open = open_movable_columns().size();
    if (open > very_few_choices && !are_periods_tied(open) && prove_by_packings(nodes)) return;
    if (open > few_choices) return;
    // A node takes time with the square of what is open.
    const double share = std::min(1.0, std::pow(choices_of_full_budget / static_cast<double>(std::max<std::size_t>(1, open)), 2));
    const int affordable = static_cast<int>(nodes * share);
    if (affordable < fewest_nodes) return;
    if (are_periods_tied(open)) descend_by_packings(affordable);
    take(search_exactly(
        formulation_, relaxation_, known(), affordable, [&] { return control_.go_on(); }, [&](double bound) { lower(bound); }));
  }

  PackingRelaxation& packings() {
    if (!packings_) packings_.emplace(formulation_, relaxation_);
    if (result_.feasible()) packings_->know(columns_of(formulation_, result_.start));
    return *packings_;
  }

  void descend_by_packings(int nodes) {
    packings().descend(near_enough * rough_worth(), period_nodes * nodes, [&] {
      lower(packings_->bound());
      return control_.go_on();
    });
    lower(packings_->bound());
    if (result_.feasible())
      close(relaxation_, hopeless_columns(*packings_, open_columns(relaxation_, known()), known(), closing_nodes * nodes,
                                          [&] { return control_.go_on(); }));
  }

  /// False where the periods are too large for it.
  bool prove_by_packings(int nodes) {
    const double worth = rough_worth();
    const auto go_on = [&] { return control_.go_on(); };
    const bool is_tight = packings().tighten(near_enough * worth, period_nodes * nodes, go_on);
    lower(packings_->bound());
    if (!is_tight) return false;
    const ExactResult exact = search_packings(formulation_, *packings_, known(), worth, nodes, go_on);
    take(exact);
    return exact.complete;
  }

  void take(const ExactResult& exact) {
    if (exact.columns) offer(starts_of(formulation_, *exact.columns));
    if (exact.complete && !exact.columns && !result_.feasible()) result_.ruled_out = true;
    lower(exact.bound);
  }

  void lower(double bound) {
    bound_ = std::min(bound_, bound);
    tell();
  }

  const Problem& problem_;
  PreferredProblem preferred_;
  const Options& options_;
  Control control_;
  Formulation formulation_;
  Relaxation relaxation_;
  std::optional<PackingRelaxation> packings_;
  std::vector<bool> movable_;
  double bonus_of_all_ = 0;
  double bound_ = std::numeric_limits<double>::infinity();
  double worth_ = 0;
  Plan result_;
};

}  // namespace

double Plan::gap() const { return gap_between(value, bound, closed_gap); }

Plan plan(const Problem& problem, const Options& options) { return Planner(problem, options).run(); }

}  // namespace tradewind::planning
