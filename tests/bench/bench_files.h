// Portfolios and workspace files of each size, made once for all benchmarks and removed at the end of the program.
#pragma once
#include <benchmark/benchmark.h>

#include <cstddef>
#include <filesystem>
#include <string>

#include "tradewind/storage/workspace.h"

namespace tradewind::bench {

const Portfolio& portfolio_of(std::size_t items);
/// A closed workspace file that nobody changes.
const std::filesystem::path& workspace_of(std::size_t items);
/// A generated Jira export.
const std::filesystem::path& jira_csv_of(std::size_t rows);

/// A path in the folder of this run where nothing is.
std::filesystem::path fresh_path(const std::string& name);
/// Removes a workspace file and what lies beside it while it is open.
void remove_workspace(const std::filesystem::path& path);
/// A private copy of workspace_of(items), opened; ends the program when that fails.
storage::Workspace open_copy(std::size_t items, const std::filesystem::path& path);

/// The sizes that every benchmark runs with.
inline void all_sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);
}
inline std::size_t items_of(const benchmark::State& state) { return static_cast<std::size_t>(state.range(0)); }

}  // namespace tradewind::bench
