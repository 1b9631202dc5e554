#include "planning/task_covers.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

#include "planning/linear_program.h"

namespace tradewind::planning {
namespace {

constexpr double tolerance = 1e-9;
/// Shares below it are rounding.
constexpr double no_share = 1e-6;
/// By how much the relaxation has to break a cut before it is worth a row.
constexpr double worth_a_row = 1e-3;

}  // namespace

/// How much of each task the relaxation does in the period.
struct TaskCovers::Members {
  std::vector<double> share;
  /// The first of its ways that the relaxation takes, and what it asks.
  std::vector<std::size_t> way;
  std::vector<double> work;
  /// Tasks that have a share: those that a violated cover wants first.
  std::vector<std::size_t> order;

  /// A cover that begins with `seed`, without tasks that it does not need; none where all of them fit.
  std::optional<std::vector<std::size_t>> cover(double limit, std::size_t seed) const {
    std::vector<std::size_t> taken{seed};
    double sum = work[seed];
    for (const std::size_t task : order) {
      if (sum > limit + tolerance) break;
      if (task == seed) continue;
      taken.push_back(task);
      sum += work[task];
    }
    if (sum <= limit + tolerance) return std::nullopt;
    std::sort(taken.begin(), taken.end(), [&](std::size_t left, std::size_t right) { return share[left] < share[right]; });
    std::vector<std::size_t> needed;
    for (const std::size_t task : taken) {
      if (sum - work[task] > limit + tolerance)
        sum -= work[task];
      else
        needed.push_back(task);
    }
    std::sort(needed.begin(), needed.end());
    return needed;
  }
};

struct TaskCovers::Cut {
  std::vector<int> columns;
  std::vector<double> factors;
  int most = 0;

  void add(const Way& way, int factor) {
    columns.insert(columns.end(), way.columns.begin(), way.columns.end());
    factors.insert(factors.end(), way.columns.size(), factor);
  }
};

TaskCovers::TaskCovers(const Formulation& formulation) {
  for (const std::vector<int>& rows : formulation.capacity_row)
    for (const int number : rows) {
      if (number < 0) continue;
      const Row& row = formulation.rows[static_cast<std::size_t>(number)];
      std::map<int, std::map<double, std::vector<int>>> ways_of;
      for (std::size_t entry = 0; entry < row.columns.size(); ++entry)
        ways_of[formulation.columns[static_cast<std::size_t>(row.columns[entry])].task][row.factors[entry]].push_back(
            row.columns[entry]);
      Capacity& capacity = capacities_.emplace_back(Capacity{upper_limit(row), {}});
      for (auto& [task, ways] : ways_of) {
        Ways& all = capacity.tasks.emplace_back();
        for (auto& [work, columns] : ways) all.push_back({work, std::move(columns)});
      }
    }
}

TaskCovers::Members TaskCovers::members_of(const Capacity& capacity, const double* share) {
  Members members;
  for (const Ways& ways : capacity.tasks) {
    double sum = 0;
    std::optional<std::size_t> first;
    for (std::size_t way = 0; way < ways.size(); ++way) {
      double part = 0;
      for (const int column : ways[way].columns) part += share[column];
      if (part > no_share && !first) first = way;
      sum += part;
    }
    if (first) members.order.push_back(members.share.size());
    members.share.push_back(sum);
    members.way.push_back(first.value_or(0));
    members.work.push_back(ways[members.way.back()].work);
  }
  std::stable_sort(members.order.begin(), members.order.end(), [&](std::size_t left, std::size_t right) {
    return (1 - members.share[left]) * members.work[right] < (1 - members.share[right]) * members.work[left];
  });
  return members;
}

TaskCovers::Cut TaskCovers::lifted(const Capacity& capacity, const std::vector<std::size_t>& cover, const Members& members) {
  Cut cut;
  cut.most = static_cast<int>(cover.size()) - 1;
  std::vector<double> works;
  for (const std::size_t task : cover) {
    works.push_back(members.work[task]);
    // What asks more of the team than the cover needs is in it as well.
    const Ways& ways = capacity.tasks[task];
    for (std::size_t way = members.way[task]; way < ways.size(); ++way) cut.add(ways[way], 1);
  }
  std::sort(works.begin(), works.end());
  // The least work with which the left side of the cut reaches 0, 1, 2, …
  std::vector<double> least{0};
  for (int count = 0; count < cut.most; ++count) least.push_back(least.back() + works[static_cast<std::size_t>(count)]);

  std::vector<std::size_t> others(capacity.tasks.size());
  std::iota(others.begin(), others.end(), std::size_t{0});
  std::erase_if(others, [&](std::size_t task) { return std::binary_search(cover.begin(), cover.end(), task); });
  std::stable_sort(others.begin(), others.end(), [&](std::size_t left, std::size_t right) {
    return std::pair(members.share[left], members.work[left]) > std::pair(members.share[right], members.work[right]);
  });
  for (const std::size_t task : others) {
    std::vector<double> with_task = least;
    for (const Way& way : capacity.tasks[task]) {
      int beside = cut.most;
      while (beside > 0 && least[static_cast<std::size_t>(beside)] + way.work > capacity.limit + tolerance) --beside;
      const int factor = cut.most - beside;
      if (factor == 0) continue;
      cut.add(way, factor);
      for (int count = 0; count <= cut.most; ++count) {
        double& work = with_task[static_cast<std::size_t>(count)];
        work = std::min(work, least[static_cast<std::size_t>(std::max(0, count - factor))] + way.work);
      }
    }
    least = std::move(with_task);
  }
  return cut;
}

void TaskCovers::generateCuts(const OsiSolverInterface& solver, OsiCuts& cuts, CglTreeInfo) {
  const double* share = solver.getColSolution();
  for (const Capacity& capacity : capacities_) {
    const Members members = members_of(capacity, share);
    std::vector<std::vector<std::size_t>> seen;
    for (const std::size_t seed : members.order) {
      auto cover = members.cover(capacity.limit, seed);
      if (!cover || cover->size() < 2 || std::find(seen.begin(), seen.end(), *cover) != seen.end()) continue;
      const Cut cut = lifted(capacity, *cover, members);
      seen.push_back(std::move(*cover));
      double sum = 0;
      for (std::size_t entry = 0; entry < cut.columns.size(); ++entry) sum += cut.factors[entry] * share[cut.columns[entry]];
      if (sum <= cut.most + worth_a_row) continue;
      OsiRowCut row;
      row.setRow(static_cast<int>(cut.columns.size()), cut.columns.data(), cut.factors.data(), false);
      row.setUb(cut.most);
      row.setEffectiveness(sum - cut.most);
      cuts.insert(row);
    }
  }
}

}  // namespace tradewind::planning
