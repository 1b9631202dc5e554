#include "planning/formulation.h"

#include <algorithm>
#include <functional>
#include <limits>

#include "tradewind/planning/plan.h"

namespace tradewind::planning {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
/// Chains of tasks that do not fit into one period, counted before giving up on more of them.
constexpr std::size_t most_chains = 4000;

class Builder {
 public:
  explicit Builder(const Problem& problem) : problem_(problem) {
    formulation_.capacity_row.assign(problem.capacity.size(), std::vector<int>(static_cast<std::size_t>(problem.periods), -1));
  }

  Formulation build() {
    add_columns();
    for (std::size_t task = 0; task < problem_.tasks.size(); ++task) add_once(task);
    add_capacities();
    for (std::size_t task = 0; task < problem_.tasks.size(); ++task)
      if (!problem_.tasks[task].pinned_start)
        for (const Order& order : problem_.tasks[task].predecessors) add_order(order, task);
    add_chains();
    for (std::size_t band = 0; band < problem_.bands.size(); ++band) add_band(band);
    return std::move(formulation_);
  }

 private:
  const Column& column(int index) const { return formulation_.columns[static_cast<std::size_t>(index)]; }
  int first(std::size_t task) const { return formulation_.first_column[task]; }
  int end(std::size_t task) const { return formulation_.first_column[task + 1]; }

  void add_columns() {
    const auto options = start_options(problem_);
    for (std::size_t task = 0; task < options.size(); ++task) {
      formulation_.first_column.push_back(static_cast<int>(formulation_.columns.size()));
      for (const StartOption& option : options[task])
        formulation_.columns.push_back({static_cast<int>(task), option.start, option.value});
    }
    formulation_.first_column.push_back(static_cast<int>(formulation_.columns.size()));
  }

  void add_once(std::size_t task) {
    const bool has_to = problem_.tasks[task].mandatory || problem_.tasks[task].pinned_start;
    Row row{{}, {}, has_to ? 1.0 : -infinite, 1};
    for (int index = first(task); index < end(task); ++index) {
      row.columns.push_back(index);
      row.factors.push_back(1);
    }
    if (!row.columns.empty() || has_to) formulation_.rows.push_back(std::move(row));
  }

  void add_capacities() {
    for (std::size_t team = 0; team < problem_.capacity.size(); ++team)
      for (int period = 0; period < problem_.periods; ++period) {
        Row row{{}, {}, -infinite, problem_.capacity[team][static_cast<std::size_t>(period)]};
        double most = 0;
        for (std::size_t task = 0; task < problem_.tasks.size(); ++task)
          most +=
              add_work(row, task, period, [&](const Demand& demand) { return static_cast<std::size_t>(demand.team) == team; });
        if (most <= row.upper) continue;
        formulation_.capacity_row[team][static_cast<std::size_t>(period)] = static_cast<int>(formulation_.rows.size());
        formulation_.rows.push_back(std::move(row));
      }
  }

  /// The task's work in a period enters the row; returns the most that it can be.
  template <class Counts>
  double add_work(Row& row, std::size_t task, int period, Counts counts) const {
    double most = 0;
    for (int index = first(task); index < end(task); ++index) {
      double work = 0;
      for (const Demand& demand : problem_.tasks[task].demands)
        if (counts(demand) && column(index).start + demand.offset == period) work += demand.amount;
      if (work <= 0) continue;
      row.columns.push_back(index);
      row.factors.push_back(work);
      most = std::max(most, work);
    }
    return most;
  }

  void add_order(const Order& order, std::size_t task) {
    const auto before = static_cast<std::size_t>(order.task);
    const int apart = lag(problem_, order, problem_.tasks[task]);
    for (int index = first(task); index < end(task); ++index) {
      Row row{{}, {}, -infinite, 0};
      for (int earlier = first(task); earlier <= index; ++earlier) {
        row.columns.push_back(earlier);
        row.factors.push_back(1);
      }
      for (int other = first(before); other < end(before); ++other)
        if (column(other).start + apart <= column(index).start) {
          row.columns.push_back(other);
          row.factors.push_back(-1);
        }
      formulation_.rows.push_back(std::move(row));
    }
  }

  std::vector<std::vector<int>> sharing_successors() const {
    std::vector<std::vector<int>> successors(problem_.tasks.size());
    for (std::size_t task = 0; task < problem_.tasks.size(); ++task)
      for (const Order& order : problem_.tasks[task].predecessors)
        if (!problem_.tasks[task].pinned_start && may_share_period(problem_, order, problem_.tasks[task]))
          successors[static_cast<std::size_t>(order.task)].push_back(static_cast<int>(task));
    return successors;
  }

  /// Chains that may share a period pairwise but not as a whole: not all of them in the same one.
  void add_chains() {
    const auto successors = sharing_successors();
    std::size_t found = 0;
    std::vector<int> chain;
    const std::function<void(int, double)> extend = [&](int task, double taken) {
      chain.push_back(task);
      for (const int next : successors[static_cast<std::size_t>(task)]) {
        const Task& later = problem_.tasks[static_cast<std::size_t>(next)];
        if (found >= most_chains) continue;
        if (taken + later.span <= 1 + 1e-9) {
          extend(next, taken + later.span);
        } else if (chain.size() > 1) {
          ++found;
          forbid_together(chain, next);
        }
      }
      chain.pop_back();
    };
    for (std::size_t task = 0; task < problem_.tasks.size(); ++task)
      if (problem_.tasks[task].duration == 1) extend(static_cast<int>(task), problem_.tasks[task].span);
  }

  void forbid_together(const std::vector<int>& chain, int last) {
    for (int period = 0; period < problem_.periods; ++period) {
      Row row{{}, {}, -infinite, static_cast<double>(chain.size())};
      const auto add = [&](int task) {
        for (int index = first(static_cast<std::size_t>(task)); index < end(static_cast<std::size_t>(task)); ++index)
          if (column(index).start == period) {
            row.columns.push_back(index);
            row.factors.push_back(1);
          }
      };
      for (const int task : chain) add(task);
      add(last);
      if (row.columns.size() > chain.size()) formulation_.rows.push_back(std::move(row));
    }
  }

  void add_band(std::size_t band) {
    const Band& limits = problem_.bands[band];
    if (limits.price <= 0) return;
    for (int period = 0; period < problem_.periods; ++period) {
      Row row{{}, {}, limits.lowest[static_cast<std::size_t>(period)], limits.highest[static_cast<std::size_t>(period)]};
      for (std::size_t task = 0; task < problem_.tasks.size(); ++task)
        if (problem_.tasks[task].band == static_cast<int>(band)) add_work(row, task, period, [](const Demand&) { return true; });
      for (const double sign : {1.0, -1.0}) {
        row.columns.push_back(static_cast<int>(formulation_.columns.size()));
        row.factors.push_back(sign);
        formulation_.columns.push_back({-1, period, -limits.price});
      }
      formulation_.rows.push_back(std::move(row));
    }
  }

  const Problem& problem_;
  Formulation formulation_;
};

}  // namespace

Formulation formulate(const Problem& problem) { return Builder(problem).build(); }

std::vector<int> starts_of(const Formulation& formulation, const std::vector<int>& columns) {
  std::vector<int> start(formulation.first_column.size() - 1, left_out);
  for (const int column : columns) {
    const Column& taken = formulation.columns[static_cast<std::size_t>(column)];
    start[static_cast<std::size_t>(taken.task)] = taken.start;
  }
  return start;
}

std::vector<int> columns_of(const Formulation& formulation, const std::vector<int>& start) {
  std::vector<int> columns;
  for (std::size_t column = 0; column < formulation.columns.size(); ++column) {
    const Column& choice = formulation.columns[column];
    if (choice.task >= 0 && start[static_cast<std::size_t>(choice.task)] == choice.start)
      columns.push_back(static_cast<int>(column));
  }
  return columns;
}

}  // namespace tradewind::planning
