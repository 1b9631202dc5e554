// The knapsack solver's figures for docs/performance.md: the mean distance to the best known values after so many seconds,
// beside CBC alone on the same problems.
//
//     build/release/tests/bench/knapsack_figures FOLDER [SECONDS] [EVERY] [--with-cbc]
//
// FOLDER holds mknapcb1, 2, 4, 5 and 7 of OR-Library and the best known values, mkcbres*.txt. EVERY 5 (the default) takes the
// problems 0, 5, 10, … 25 of each file, two of each tightness: 30 problems. EVERY 1 takes all 150. One thread; the seconds are
// those of the processor, so that the figures hold on a busy machine too. A value above the best known one counts as no distance.
#include <OsiClpSolverInterface.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "bench/cbc_alone.h"
#include "tradewind/planning/knapsack.h"

namespace {

using namespace tradewind;

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

std::string text_of(const std::filesystem::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

std::map<std::string, double> best_known_values(const std::filesystem::path& folder) {
  std::map<std::string, double> best;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().filename().string().rfind("mkcbres", 0) != 0) continue;
    std::istringstream lines(text_of(entry.path()));
    std::string name;
    for (double value = 0; lines >> name;)
      if (lines >> value)
        best[name] = value;
      else
        lines.clear();
  }
  return best;
}

double solve(const planning::Knapsack& problem, double seconds) {
  const double begin = processor_seconds();
  planning::KnapsackOptions options;
  options.steps = std::int64_t{1} << 40;
  options.go_on = [&] { return processor_seconds() - begin < seconds; };
  const planning::KnapsackAnswer answer = planning::solve_knapsack(problem, options);
  for (const std::string& fault : planning::verify(problem, answer)) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return answer.profit;
}

double solve_by_cbc(const planning::Knapsack& problem, double seconds) {
  const int items = static_cast<int>(problem.profits.size());
  OsiClpSolverInterface solver;
  solver.messageHandler()->setLogLevel(0);
  for (const double profit : problem.profits) solver.addCol(0, nullptr, nullptr, 0, 1, -profit);
  std::vector<int> all;
  for (int item = 0; item < items; ++item) {
    all.push_back(item);
    solver.setInteger(item);
  }
  for (std::size_t row = 0; row < problem.capacities.size(); ++row)
    solver.addRow(items, all.data(), problem.weights[row].data(), -COIN_DBL_MAX, problem.capacities[row]);
  solver.initialSolve();
  CbcModel model(solver);
  bench::run_cbc(model, seconds);
  return model.bestSolution() == nullptr ? 0 : -model.getObjValue();
}

struct Row {
  const char* file;
  const char* name;  // in the list of best known values
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: knapsack_figures FOLDER [SECONDS] [EVERY] [--with-cbc]\n");
    return 2;
  }
  const std::filesystem::path folder = argv[1];
  const double seconds = argc > 2 ? std::atof(argv[2]) : 2;
  const int every = argc > 3 ? std::max(1, std::atoi(argv[3])) : 5;
  const bool with_cbc = std::strcmp(argv[argc - 1], "--with-cbc") == 0;
  const auto best_known = best_known_values(folder);
  const Row rows[] = {{"mknapcb1.txt", "5.100-"},
                      {"mknapcb2.txt", "5.250-"},
                      {"mknapcb4.txt", "10.100-"},
                      {"mknapcb5.txt", "10.250-"},
                      {"mknapcb7.txt", "30.100-"}};
  std::printf("%-14s %8s %9s %12s %12s\n", "file", "seconds", "problems", "distance %", "CBC alone %");
  double all_ours = 0;
  double all_theirs = 0;
  int count = 0;
  for (const Row& row : rows) {
    const auto problems = planning::read_mknap(text_of(folder / row.file));
    if (!problems) {
      std::fprintf(stderr, "%s: cannot be read\n", row.file);
      return 1;
    }
    double ours = 0;
    double theirs = 0;
    int here = 0;
    for (std::size_t number = 0; number < problems->size(); number += static_cast<std::size_t>(every)) {
      const std::string name = row.name + std::string(number < 10 ? "0" : "") + std::to_string(number);
      const double best = best_known.at(name);
      const auto distance = [&](double profit) { return std::max(0.0, 100 * (1 - profit / best)); };
      ours += distance(solve((*problems)[number], seconds));
      if (with_cbc) theirs += distance(solve_by_cbc((*problems)[number], seconds));
      ++here;
    }
    std::printf("%-14s %8.1f %9d %12.4f %12.4f\n", row.file, seconds, here, ours / here, theirs / here);
    std::fflush(stdout);
    all_ours += ours;
    all_theirs += theirs;
    count += here;
  }
  std::printf("%-14s %8.1f %9d %12.4f %12.4f\n", "all", seconds, count, all_ours / count, all_theirs / count);
  return 0;
}
