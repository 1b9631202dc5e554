#include "planning/packing_search.h"

#include <CglGomory.hpp>
#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <cmath>

#include "planning/branch_and_bound.h"
#include "planning/linear_program.h"

namespace tradewind::planning {
namespace {

/// How far below the bound the first target lies, as a share of what plans are worth, and how much further each later one.
constexpr double first_guess = 0.006;
constexpr double wider = 2.5;
constexpr int most_targets = 8;
constexpr std::size_t most_packings = 20000;
/// Bounds and thresholds are sums of many numbers.
constexpr double rounding_error = 1e-9;
/// Columns in a cut; longer ones are slow to carry along.
constexpr int longest_cut = 300;

/// Which columns of the formulation a column of the program over packings takes.
using Taken = std::vector<int>;

class PackingProgram {
 public:
  explicit PackingProgram(const PeriodParts& parts) : parts_(parts), rows_(parts.links.size() + parts.parts.size()) {
    for (const LooseColumn& loose : parts.loose) {
      add(loose.links, loose.value, loose.most);
      taken_.push_back({loose.column});
    }
  }

  void add_packing(std::size_t period, const std::vector<int>& pieces) {
    const PackingColumn column = packing_column(parts_, period, pieces);
    add(column.entries, column.value, 1);
    Taken& taken = taken_.emplace_back();
    for (const int piece : pieces) taken.push_back(parts_.parts[period].pieces[static_cast<std::size_t>(piece)].column);
  }

  /// Solves it for what is worth more than `target`.
  ExactResult solve(const Formulation& formulation, double target, int nodes, const std::function<bool()>& go_on) {
    ExactResult result;
    OsiClpSolverInterface solver;
    load(solver, formulation);
    solver.initialSolve();
    if (!solver.isProvenOptimal() || -solver.getObjValue() <= target) {
      result.complete = solver.isProvenOptimal() || solver.isProvenPrimalInfeasible();
      result.bound = target;
      return result;
    }
    const std::vector<int> kept = close_columns(solver, formulation, target);
    CglGomory fractional;
    fractional.setLimit(longest_cut);
    const BranchAndBoundAnswer answer = branch_and_bound(solver, target, nodes, {{&fractional, false}}, go_on);
    result.complete = answer.complete;
    result.bound = answer.bound;
    if (answer.solution) result.columns = columns_of(formulation, kept, *answer.solution);
    return result;
  }

 private:
  void add(const std::vector<Entry>& entries, double value, double most) {
    for (const Entry& entry : entries) {
      row_of_.push_back(entry.row);
      factors_.push_back(entry.factor);
    }
    starts_.push_back(static_cast<CoinBigIndex>(row_of_.size()));
    cost_.push_back(-value);
    upper_.push_back(as_bound(most));
  }

  bool is_whole(std::size_t column, const Formulation& formulation) const {
    return column >= parts_.loose.size() || formulation.columns[static_cast<std::size_t>(taken_[column].front())].task >= 0;
  }

  void load(OsiClpSolverInterface& solver, const Formulation& formulation) const {
    solver.messageHandler()->setLogLevel(0);
    const std::vector<double> lower(cost_.size(), 0);
    std::vector<double> row_lower;
    std::vector<double> row_upper;
    for (const Link& link : parts_.links) {
      row_lower.push_back(as_bound(link.lower));
      row_upper.push_back(as_bound(link.upper));
    }
    row_lower.resize(rows_, -COIN_DBL_MAX);
    row_upper.resize(rows_, 1);
    const CoinPackedMatrix matrix(true, static_cast<int>(rows_), static_cast<int>(cost_.size()), starts_.back(), factors_.data(),
                                  row_of_.data(), starts_.data(), nullptr);
    solver.loadProblem(matrix, lower.data(), upper_.data(), cost_.data(), row_lower.data(), row_upper.data());
    for (std::size_t column = 0; column < cost_.size(); ++column)
      if (is_whole(column, formulation)) solver.setInteger(static_cast<int>(column));
  }

  /// Takes out what cannot be in a plan above the target; returns which columns are left.
  std::vector<int> close_columns(OsiClpSolverInterface& solver, const Formulation& formulation, double target) const {
    const double gap = -solver.getObjValue() - target;
    std::vector<int> kept;
    std::vector<int> closed;
    for (int column = 0; column < solver.getNumCols(); ++column) {
      const bool cannot = is_whole(static_cast<std::size_t>(column), formulation) && solver.getColSolution()[column] <= 0 &&
                          solver.getReducedCost()[column] > gap;
      (cannot ? closed : kept).push_back(column);
    }
    solver.deleteCols(static_cast<int>(closed.size()), closed.data());
    return kept;
  }

  std::vector<int> columns_of(const Formulation& formulation, const std::vector<int>& kept,
                              const std::vector<double>& solution) const {
    std::vector<int> columns;
    for (std::size_t at = 0; at < kept.size(); ++at) {
      if (solution[at] < 0.5) continue;
      for (const int column : taken_[static_cast<std::size_t>(kept[at])])
        if (formulation.columns[static_cast<std::size_t>(column)].task >= 0) columns.push_back(column);
    }
    std::sort(columns.begin(), columns.end());
    columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
    return columns;
  }

  const PeriodParts& parts_;
  std::size_t rows_;
  std::vector<CoinBigIndex> starts_{0};
  std::vector<int> row_of_;
  std::vector<double> factors_;
  std::vector<double> cost_;
  std::vector<double> upper_;
  std::vector<Taken> taken_;
};

/// False where there are too many.
bool add_packings(PackingProgram& program, const PackingRelaxation& relaxation, double loss, const std::function<bool()>& go_on) {
  for (std::size_t number = 0; number < relaxation.periods().size(); ++number) {
    const PackingRelaxation::Period& period = relaxation.periods()[number];
    const auto packings =
        all_choices(period.knapsack, relaxation.parts().parts[number].groups, period.price, period.most - loss, most_packings);
    if (!packings || !go_on()) return false;
    for (const auto& packing : *packings) program.add_packing(number, packing);
  }
  return true;
}

}  // namespace

ExactResult search_packings(const Formulation& formulation, const PackingRelaxation& relaxation, double known, double worth,
                            int nodes, const std::function<bool()>& go_on) {
  ExactResult result;
  result.bound = relaxation.bound();
  const double error = rounding_error * std::max(1.0, std::abs(relaxation.bound()));
  double below = first_guess * worth;
  for (int number = 0; number < most_targets && go_on(); ++number, below *= wider) {
    const double target = std::max(known, relaxation.bound() - below);
    PackingProgram program(relaxation.parts());
    if (!add_packings(program, relaxation, relaxation.bound() - target + error, go_on)) return result;
    ExactResult found = program.solve(formulation, target, nodes, go_on);
    if (!found.complete) {
      if (found.columns) result.columns = std::move(found.columns);
      return result;
    }
    if (found.columns || target == known) return found;
    result.bound = target;
  }
  return result;
}

}  // namespace tradewind::planning
