// What a person waits for: opening, importing, editing, undoing and searching a workspace file.
#include <algorithm>
#include <chrono>
#include <vector>

#include "bench/bench_files.h"
#include "tradewind/scoring/live_ranking.h"
#include "tradewind/workbench/import_file.h"

namespace tradewind::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// Latencies of single steps, for the percentiles that a mean hides.
class Latencies {
 public:
  template <class Step>
  void time(benchmark::State& state, const Step& step) {
    const auto begin = Clock::now();
    step();
    const std::chrono::duration<double> spent = Clock::now() - begin;
    state.SetIterationTime(spent.count());
    seconds_.push_back(spent.count());
  }
  void report(benchmark::State& state) {
    if (seconds_.empty()) return;
    std::sort(seconds_.begin(), seconds_.end());
    state.counters["p50_ms"] = percentile(0.50) * 1000;
    state.counters["p99_ms"] = percentile(0.99) * 1000;
    state.counters["max_ms"] = seconds_.back() * 1000;
  }

 private:
  /// The smallest latency that this share of the steps does not exceed.
  double percentile(double share) const {
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(seconds_.size()));
    return seconds_[std::min(rank, seconds_.size() - 1)];
  }
  std::vector<double> seconds_;
};

void open(benchmark::State& state) {
  const auto& path = workspace_of(items_of(state));
  for (auto _ : state) {
    auto workspace = storage::Workspace::open(path);
    if (!workspace) return state.SkipWithError(workspace.error().why.c_str());
    benchmark::DoNotOptimize(workspace->portfolio().all<Item>().size());
    state.PauseTiming();  // closing is not opening
    { const auto closed = std::move(workspace); }
    state.ResumeTiming();
  }
}
BENCHMARK(open)->Apply(all_sizes);

void import_jira_csv(benchmark::State& state) {
  const auto& source = jira_csv_of(items_of(state));
  std::int64_t created = 0;
  for (auto _ : state) {
    state.PauseTiming();
    const auto path = fresh_path("import");
    {
      auto workspace = storage::Workspace::create(path);
      if (!workspace) return state.SkipWithError(workspace.error().why.c_str());
      state.ResumeTiming();
      const auto outcome = workbench::import_file(*workspace, source, {});
      state.PauseTiming();
      if (!outcome) return state.SkipWithError(outcome.error().why.c_str());
      created = outcome->report.created;
    }
    remove_workspace(path);
    state.ResumeTiming();
  }
  state.counters["created"] = static_cast<double>(created);
}
BENCHMARK(import_jira_csv)->Apply(all_sizes);

void import_again_unchanged(benchmark::State& state) {
  const auto& source = jira_csv_of(items_of(state));
  const auto path = fresh_path("import-again");
  {
    auto workspace = storage::Workspace::create(path);
    if (!workspace) return state.SkipWithError(workspace.error().why.c_str());
    const auto first = workbench::import_file(*workspace, source, {});
    if (!first) return state.SkipWithError(first.error().why.c_str());
    for (auto _ : state) {
      const auto again = workbench::import_file(*workspace, source, {});
      if (!again || again->receipt.seq != 0) return state.SkipWithError("the second import changed something");
    }
  }
  remove_workspace(path);
}
BENCHMARK(import_again_unchanged)->Apply(all_sizes);

/// One field of one item: durable on disk, told to those who listen, and the RICE order right again.
void edit_one_item(benchmark::State& state) {
  const auto path = fresh_path("edit");
  {
    auto workspace = open_copy(items_of(state), path);
    scoring::LiveRanking ranking(workspace.portfolio(), *scoring::find_method("rice"));
    workspace.subscribe([&](const Changes& changes) { ranking.update(changes); });
    Latencies latencies;
    std::size_t number = 0;
    for (auto _ : state) {
      const std::string key = "TW-" + std::to_string(number * 7919 % items_of(state) + 1);
      ++number;
      latencies.time(state, [&] {
        const auto receipt = workspace.edit("Change reach", [&](storage::Edit& edit) {
          Item item = *edit.portfolio().item_by_key(key);
          item.reach = static_cast<double>(number * 31 % 10000);
          item.title += " again";
          edit.update(item);
        });
        if (!receipt) state.SkipWithError(receipt.error().why.c_str());
      });
    }
    latencies.report(state);
  }
  remove_workspace(path);
}
BENCHMARK(edit_one_item)->Apply(all_sizes)->UseManualTime()->Iterations(1000);

void undo_one_edit(benchmark::State& state) {
  const auto path = fresh_path("undo");
  {
    auto workspace = open_copy(items_of(state), path);
    Latencies latencies;
    for (auto _ : state) {
      const auto receipt = workspace.edit("Rename item", [](storage::Edit& edit) {
        Item item = *edit.portfolio().item_by_key("TW-1");
        item.title += " again";
        edit.update(item);
      });
      if (!receipt) return state.SkipWithError(receipt.error().why.c_str());
      latencies.time(state, [&] {
        if (!workspace.undo()) state.SkipWithError("nothing was undone");
      });
    }
    latencies.report(state);
  }
  remove_workspace(path);
}
BENCHMARK(undo_one_edit)->Apply(all_sizes)->UseManualTime()->Iterations(300);

/// Taking a whole import back, and bringing it in again.
void undo_import(benchmark::State& state) {
  const auto path = fresh_path("undo-import");
  {
    auto workspace = storage::Workspace::create(path);
    if (!workspace) return state.SkipWithError(workspace.error().why.c_str());
    const auto outcome = workbench::import_file(*workspace, jira_csv_of(items_of(state)), {});
    if (!outcome) return state.SkipWithError(outcome.error().why.c_str());
    for (auto _ : state) {
      if (!workspace->undo()) return state.SkipWithError("nothing was undone");
      state.PauseTiming();
      if (!workspace->redo()) return state.SkipWithError("nothing was redone");
      state.ResumeTiming();
    }
  }
  remove_workspace(path);
}
BENCHMARK(undo_import)->Apply(all_sizes);

void search(benchmark::State& state) {
  const auto path = fresh_path("search");
  {
    const auto workspace = open_copy(items_of(state), path);
    std::size_t found = 0;
    for (auto _ : state) {
      found = workspace.search("query cac").size();
      benchmark::DoNotOptimize(found);
    }
    if (found == 0) state.SkipWithError("nothing was found");
  }
  remove_workspace(path);
}
BENCHMARK(search)->Apply(all_sizes);

}  // namespace
}  // namespace tradewind::bench
