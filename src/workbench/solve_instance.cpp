#include "tradewind/workbench/solve_instance.h"

#include <chrono>
#include <limits>

#include "tradewind/planning/gap.h"
#include "tradewind/planning/knapsack.h"
#include "workbench/file_bytes.h"

namespace tradewind::workbench {
namespace {

constexpr std::int64_t no_budget = std::numeric_limits<std::int64_t>::max();

SolvedInstance solve(const planning::MakespanProblem& project, const SolveOptions& options) {
  planning::MakespanOptions search{.seed = options.seed};
  search.time_limit = options.time_limit;
  if (options.time_limit) search.schedules = no_budget;
  planning::Schedule schedule = planning::solve_makespan(project, search);
  std::vector<std::string> faults = planning::verify(project, schedule);
  return {.kind = InstanceKind::project,
          .objective = static_cast<double>(schedule.makespan),
          .bound = static_cast<double>(schedule.lower_bound),
          .solution = std::move(schedule.starts),
          .faults = std::move(faults),
          .stopped_early = schedule.stopped_early};
}

SolvedInstance solve(const planning::Knapsack& knapsack, const SolveOptions& options) {
  planning::KnapsackOptions search{.seed = options.seed};
  search.time_limit = options.time_limit;
  if (options.time_limit) search.steps = no_budget;
  planning::KnapsackAnswer answer = planning::solve_knapsack(knapsack, search);
  std::vector<std::string> faults = planning::verify(knapsack, answer);
  return {.kind = InstanceKind::knapsack,
          .objective = answer.profit,
          .bound = answer.bound,
          .solution = std::move(answer.chosen),
          .faults = std::move(faults),
          .stopped_early = answer.stopped_early};
}

tl::unexpected<Error> no_such_problem(const std::string& file, int index, std::size_t problems) {
  const std::string last = std::to_string(problems - 1);
  return failure(ErrorCode::not_found, "cannot solve problem " + std::to_string(index) + " of " + file,
                 problems == 1 ? "it holds one problem only" : "its problems are numbered from 0 to " + last,
                 problems == 1 ? "leave the index away" : "give an index from 0 to " + last);
}

}  // namespace

double SolvedInstance::gap() const { return planning::gap_between(objective, bound); }

Result<SolvedInstance> solve_instance(const std::string& file, const SolveOptions& options) {
  const Result<std::string> text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  const Result<planning::Instance> instance = planning::read_instance(*text, options.format);
  if (!instance) return tl::unexpected(instance.error());
  const auto* project = std::get_if<planning::MakespanProblem>(&*instance);
  const auto* knapsacks = std::get_if<std::vector<planning::Knapsack>>(&*instance);
  const std::size_t problems = project != nullptr ? 1 : knapsacks->size();
  if (options.index < 0 || static_cast<std::size_t>(options.index) >= problems)
    return no_such_problem(file, options.index, problems);

  const auto begin = std::chrono::steady_clock::now();
  SolvedInstance solved =
      project != nullptr ? solve(*project, options) : solve((*knapsacks)[static_cast<std::size_t>(options.index)], options);
  solved.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return solved;
}

}  // namespace tradewind::workbench
