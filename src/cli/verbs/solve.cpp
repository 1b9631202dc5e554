#include <cmath>
#include <map>
#include <memory>

#include "cli/output.h"
#include "cli/verb.h"
#include "tradewind/workbench/record.h"
#include "tradewind/workbench/solve_instance.h"

namespace tradewind::cli {
namespace {

using planning::InstanceFormat;
using workbench::InstanceKind;
using workbench::Record;
using workbench::SolvedInstance;
using workbench::Value;

struct SolveVerbOptions {
  std::string instance;
  bool json = false;
  std::string format = "auto";
  double time_limit = 0;  // seconds; 0 = none
  workbench::SolveOptions solve;
};

const std::map<std::string, InstanceFormat> formats{{"auto", InstanceFormat::automatic},
                                                    {"psplib", InstanceFormat::psplib},
                                                    {"patterson", InstanceFormat::patterson},
                                                    {"mknap", InstanceFormat::mknap}};

Value solution_of(const SolvedInstance& solved) {
  std::vector<Value> numbers;
  for (const int number : solved.solution) numbers.push_back(Value::of(number));
  return Value::of(std::move(numbers));
}

/// Two decimals are enough for people.
std::string rounded(double number) { return workbench::number_text(std::round(number * 100) / 100); }

void print_starts(const SolvedInstance& solved) {
  std::vector<Record> rows;
  for (std::size_t job = 0; job < solved.solution.size(); ++job)
    rows.push_back({{"job", Value::of(job + 1)}, {"start", Value::of(solved.solution[job])}});
  print_table(rows, {"job", "start"});
}

void print_solved(const SolvedInstance& solved) {
  const bool project = solved.kind == InstanceKind::project;
  if (project)
    print_starts(solved);
  else
    print("Items chosen, counted from 0: " + workbench::to_line(solution_of(solved)));
  print("");
  print((project ? "Makespan " : "Profit ") + workbench::number_text(solved.objective) +
        (solved.gap() == 0 ? ": proven best."
                           : (project ? "; no schedule is shorter than " : "; no choice is worth more than ") +
                                 rounded(solved.bound) + " (gap " + rounded(100 * solved.gap()) + " %)."));
  print("Found in " + rounded(solved.seconds) + " s.");
  if (solved.stopped_early) print("Stopped by the time limit: another run may find another solution.");
}

int run_solve(const SolveVerbOptions& options) {
  const Result<SolvedInstance> solved = workbench::solve_instance(options.instance, options.solve);
  if (!solved) return report(solved.error());
  if (!solved->feasible())
    report_warning({ErrorCode::internal, "the solution does not hold", solved->faults.front(),
                    "This is a defect of the program; please report it with the instance"});
  if (options.json)
    print_json(Value::of(Record{{"objective", Value::of(solved->objective)},
                                {"bound", Value::of(solved->bound)},
                                {"gap", Value::of(solved->gap())},
                                {"seconds", Value::of(solved->seconds)},
                                {"feasible", Value::of(solved->feasible())},
                                {"stopped_early", Value::of(solved->stopped_early)},
                                {"solution", solution_of(*solved)}}));
  else
    print_solved(*solved);
  return done;
}

}  // namespace

void add_solve(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<SolveVerbOptions>();
  CLI::App* verb = app.add_subcommand("solve", "A standard benchmark instance: the shortest project, the best knapsack");
  verb->add_option("INSTANCE", options->instance, "A file of PSPLIB (.sm), Patterson (.rcp) or OR-Library (mknap*, HP*, PB*)")
      ->required();
  verb->add_flag("--json", options->json, "Print one JSON document on standard output and nothing else there");
  verb->add_option("--format", options->format, "auto (by the content), psplib, patterson or mknap")
      ->check(CLI::IsMember(formats));
  verb->add_option("--index", options->solve.index, "Which problem of a file with several, from 0 (default: 0)")
      ->check(CLI::NonNegativeNumber);
  verb->add_option("--time-limit", options->time_limit, "Seconds after which to stop (default: after a fixed amount of work)")
      ->check(CLI::PositiveNumber);
  verb->add_option("--seed", options->solve.seed, "Of the search; without a time limit the same seed gives the same solution");
  verb->callback([options, &invocation] {
    options->solve.format = formats.at(options->format);
    if (options->time_limit > 0) options->solve.time_limit = options->time_limit;
    invocation.run = [options] { return run_solve(*options); };
  });
}

}  // namespace tradewind::cli
