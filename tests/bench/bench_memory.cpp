// What an open workspace costs in memory, item by item. Measured in a child process, where nothing else allocates: free
// memory of earlier benchmarks would be reused and hide the growth.
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>

#include "bench/bench_files.h"

namespace tradewind::bench {
namespace {

double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double total_pages = 0;
  double resident_pages = 0;
  file >> total_pages >> resident_pages;
  return resident_pages * static_cast<double>(sysconf(_SC_PAGESIZE));
}

double heap_bytes() {
  const auto info = mallinfo2();
  return static_cast<double>(info.uordblks) + static_cast<double>(info.hblkhd);
}

struct Growth {
  double resident = 0;
  double heap = 0;
};

Growth growth_by_opening(const std::filesystem::path& path) {
  malloc_trim(0);
  const Growth before{resident_bytes(), heap_bytes()};
  const auto workspace = storage::Workspace::open(path);
  if (!workspace) return {};
  return {resident_bytes() - before.resident, heap_bytes() - before.heap};
}

Growth growth_in_child(const std::filesystem::path& path) {
  std::array<int, 2> ends{};
  Growth growth;
  if (pipe(ends.data()) != 0) return growth;
  const pid_t child = fork();
  if (child == 0) {
    growth = growth_by_opening(path);
    const bool written = write(ends[1], &growth, sizeof growth) == static_cast<ssize_t>(sizeof growth);
    _exit(written ? 0 : 1);
  }
  close(ends[1]);
  if (child < 0 || read(ends[0], &growth, sizeof growth) != static_cast<ssize_t>(sizeof growth)) growth = {};
  close(ends[0]);
  if (child > 0) waitpid(child, nullptr, 0);
  return growth;
}

void memory_of_open_workspace(benchmark::State& state) {
  const auto& path = workspace_of(items_of(state));
  Growth growth;
  for (auto _ : state) growth = growth_in_child(path);
  if (growth.heap <= 0) return state.SkipWithError("the workspace could not be opened in the child");
  const auto items = static_cast<double>(items_of(state));
  state.counters["resident_bytes_per_item"] = growth.resident / items;
  state.counters["heap_bytes_per_item"] = growth.heap / items;
}
BENCHMARK(memory_of_open_workspace)->Apply(all_sizes)->Iterations(1);

}  // namespace
}  // namespace tradewind::bench
