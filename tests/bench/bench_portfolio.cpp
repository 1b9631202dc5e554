// What runs on the rows in memory: scoring, filtering, sorting, making tables, and laying out a view.
#include <benchmark/benchmark.h>

#include "bench/bench_files.h"
#include "tradewind/domain/filter.h"
#include "tradewind/exchange/workspace_json.h"
#include "tradewind/scoring/ranking.h"
#include "tradewind/views/fixed_width_measurer.h"
#include "tradewind/views/timeline.h"
#include "tradewind/workbench/alerts.h"
#include "tradewind/workbench/list_rows.h"

namespace tradewind::bench {
namespace {

void score_and_rank_by_rice(benchmark::State& state) {
  const Portfolio& portfolio = portfolio_of(items_of(state));
  const scoring::Method* rice = scoring::find_method("rice");
  if (rice == nullptr) return state.SkipWithError("there is no method rice");
  for (auto _ : state) benchmark::DoNotOptimize(scoring::rank_items(portfolio, *rice));
}
BENCHMARK(score_and_rank_by_rice)->Apply(all_sizes);

void filter(benchmark::State& state, const char* expression) {
  const Portfolio& portfolio = portfolio_of(items_of(state));
  std::size_t matching = 0;
  for (auto _ : state) {
    auto parsed = parse_filter(expression);
    if (!parsed) return state.SkipWithError(parsed.error().why.c_str());
    const BoundFilter bound(*std::move(parsed), portfolio);
    matching = 0;
    for (const Item& item : portfolio.all<Item>()) matching += bound.matches(item) ? 1 : 0;
    benchmark::DoNotOptimize(matching);
  }
  state.counters["matching"] = static_cast<double>(matching);
}
BENCHMARK_CAPTURE(filter, by_fields, "moscow:must effort<8 team:Platform class:strategic -tag:legacy")->Apply(all_sizes);
BENCHMARK_CAPTURE(filter, by_text, "\"audit trail\"")->Apply(all_sizes);

void list_items(benchmark::State& state, const std::vector<std::string>& sort) {
  const Portfolio& portfolio = portfolio_of(items_of(state));
  workbench::ListOptions options;
  options.sort = sort;
  for (auto _ : state) {
    const auto records = workbench::list_rows(portfolio, "items", options);
    if (!records) return state.SkipWithError(records.error().why.c_str());
    benchmark::DoNotOptimize(records->size());
  }
}
BENCHMARK_CAPTURE(list_items, by_rank, std::vector<std::string>{})->Apply(all_sizes);
BENCHMARK_CAPTURE(list_items, by_title, std::vector<std::string>{"title"})->Apply(all_sizes);

void write_workspace_json(benchmark::State& state) {
  const Portfolio& portfolio = portfolio_of(items_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(exchange::to_json(portfolio, {}));
}
BENCHMARK(write_workspace_json)->Apply(all_sizes);

void read_workspace_json(benchmark::State& state) {
  const std::string text = exchange::to_json(portfolio_of(items_of(state)), {});
  for (auto _ : state) {
    const auto document = exchange::from_json(text);
    if (!document) return state.SkipWithError(document.error().why.c_str());
  }
}
BENCHMARK(read_workspace_json)->Apply(all_sizes);

/// 5,000 placed items, from 10,000 and 100,000; the smallest portfolio places all of its 1,000.
void lay_out_timeline(benchmark::State& state) {
  const Portfolio& portfolio = portfolio_of(items_of(state));
  const views::FixedWidthMeasurer measurer;
  views::TimelineOptions options;
  options.today = make_date(2027, 1, 18);
  for (auto _ : state) benchmark::DoNotOptimize(views::layout_timeline(portfolio, options, measurer));
  state.counters["placed"] = static_cast<double>(portfolio.all<Placement>().size());
}
BENCHMARK(lay_out_timeline)->Apply(all_sizes);

/// Of the same plan.
void find_alerts(benchmark::State& state) {
  const Portfolio& portfolio = portfolio_of(items_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(workbench::alerts_of(portfolio, make_date(2027, 1, 18)));
}
BENCHMARK(find_alerts)->Apply(all_sizes);

}  // namespace
}  // namespace tradewind::bench
