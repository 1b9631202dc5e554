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

}  // namespace tradewind::planning
