// The makespan planner's figures for docs/performance.md: how far its schedules are above the best known ones of PSPLIB. The
// instances are not part of the project:
//
//     mkdir /tmp/psplib && cp ../shared/data/bench/psplib/bounds_2024_open.csv /tmp/psplib
//     for set in j30 j60 j90 j120; do tar -xzf ../shared/data/bench/psplib/${set}_open.tar.gz -C /tmp/psplib; done
//     build/release/tests/bench/makespan_figures /tmp/psplib [EVERY [SECONDS]]
//
// EVERY: of how many instances one is solved (1: all). SECONDS: for each instance (1).
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <sstream>
#include <string>

#include "tradewind/planning/instances.h"

namespace {

using namespace tradewind;
namespace fs = std::filesystem;

/// By the names of the instances, from lines `instance,lower bound,best known makespan,…`.
std::map<std::string, int> read_best_known(const fs::path& path) {
  std::map<std::string, int> best_known;
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string name;
    std::string lower_bound;
    int makespan = 0;
    if (std::getline(cells, name, ',') && std::getline(cells, lower_bound, ',') && cells >> makespan) best_known[name] = makespan;
  }
  return best_known;
}

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>{file}, {}};
}

struct Figures {
  int instances = 0;
  int at_best_known = 0;
  int proven = 0;
  double deviation = 0;  // sum of shares
  double seconds = 0;
  double longest = 0;  // seconds
  double schedules = 0;
};

void measure(const planning::MakespanProblem& project, int best_known, double limit, Figures& figures) {
  planning::MakespanOptions options;
  options.schedules = std::numeric_limits<std::int64_t>::max();
  options.time_limit = limit;
  const auto begin = std::chrono::steady_clock::now();
  const planning::Schedule schedule = planning::solve_makespan(project, options);
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  if (!planning::verify(project, schedule).empty()) std::abort();
  ++figures.instances;
  figures.at_best_known += schedule.makespan <= best_known ? 1 : 0;
  figures.proven += schedule.proven() ? 1 : 0;
  figures.deviation += static_cast<double>(schedule.makespan) / best_known - 1;
  figures.seconds += seconds;
  figures.longest = std::max(figures.longest, seconds);
  figures.schedules += static_cast<double>(schedule.schedules);
}

}  // namespace

int main(int argc, char** argv) {
  const fs::path folder = argc > 1 ? argv[1] : "";
  const int every = argc > 2 ? std::max(1, std::atoi(argv[2])) : 1;
  const double limit = argc > 3 ? std::atof(argv[3]) : 1;
  const std::map<std::string, int> best_known = read_best_known(folder / "bounds_2024_open.csv");
  if (best_known.empty()) {
    std::puts("There are no instances: makespan_figures FOLDER [EVERY [SECONDS]]; this file's head says where they are.");
    return 0;
  }
  std::printf("makespan_figures %s %d %g\n", argv[1], every, limit);
  std::printf("%-5s %9s %17s %13s %7s %9s %10s %12s\n", "set", "instances", "above best known", "at best known", "proven",
              "mean s", "longest s", "schedules/s");
  for (const std::string set : {"j30", "j60", "j90", "j120"}) {
    Figures figures;
    int at = 0;
    for (const auto& [name, makespan] : best_known) {
      if (!fs::exists(folder / set / name) || at++ % every != 0) continue;
      const auto project = planning::read_psplib(content(folder / set / name));
      if (!project) std::abort();
      measure(*project, makespan, limit, figures);
    }
    if (figures.instances == 0) continue;
    std::printf("%-5s %9d %15.3f %% %13d %7d %9.2f %10.2f %12.0f\n", set.c_str(), figures.instances,
                100 * figures.deviation / figures.instances, figures.at_best_known, figures.proven,
                figures.seconds / figures.instances, figures.longest, figures.schedules / figures.seconds);
    std::fflush(stdout);
  }
  return 0;
}
