#include "planning/rounding.h"

#include <algorithm>
#include <limits>

namespace tradewind::planning {
namespace {

constexpr double in_part = 1e-6;
/// A task waits for its predecessors, and theirs: chains that are longer than this are left to the search.
constexpr int passes = 3;

}  // namespace

void place_as_relaxed(const Formulation& formulation, const Relaxation& relaxation, ScheduleState& state) {
  struct Part {
    int column;
    double worth;
  };
  std::vector<Part> parts;
  for (std::size_t column = 0; column < formulation.columns.size(); ++column)
    if (formulation.columns[column].task >= 0 && relaxation.share[column] > in_part)
      parts.push_back({static_cast<int>(column), relaxation.share[column] > 1 - in_part
                                                     ? std::numeric_limits<double>::infinity()
                                                     : relaxation.share[column] * formulation.columns[column].value});
  std::stable_sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.worth > b.worth; });
  for (int pass = 0; pass < passes; ++pass)
    for (const Part& part : parts) {
      const Column& choice = formulation.columns[static_cast<std::size_t>(part.column)];
      if (!state.is_placed(choice.task) && state.fits(choice.task, choice.start) && state.in_order(choice.task, choice.start) &&
          state.gain_of_placing(choice.task, {choice.start, choice.value}) > 0)
        state.place(choice.task, choice.start);
    }
}

void place_as_known(const std::vector<int>& start, ScheduleState& state) {
  const auto can_start = [&](int task) {
    const auto& options = state.options(task);
    const int at = start[static_cast<std::size_t>(task)];
    return std::any_of(options.begin(), options.end(), [at](const StartOption& option) { return option.start == at; }) &&
           state.in_order(task, at) && state.fits(task, at);
  };
  // Whoever waits is placed after what it waits for, however long the chains are.
  for (bool is_more = true; is_more;) {
    is_more = false;
    for (int task = 0; task < static_cast<int>(start.size()); ++task)
      if (!state.is_placed(task) && can_start(task)) {
        state.place(task, start[static_cast<std::size_t>(task)]);
        is_more = true;
      }
  }
}

}  // namespace tradewind::planning
