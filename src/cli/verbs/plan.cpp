#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "cli/output.h"
#include "cli/session.h"
#include "cli/verb.h"
#include "cli/verbs/planning_options.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/plan_roadmap.h"

namespace tradewind::cli {
namespace {

using workbench::Record;
using workbench::RoadmapPlan;
using workbench::Value;

struct PlanVerbOptions : CommonOptions {
  PlanningVerbOptions planning;
  double allocation_price = 0;
  bool apply = false;
};

/// From the first to the last day, of those that have days of their own.
std::unordered_map<ItemId, Span> days_of(const std::vector<Placement>& placements) {
  std::unordered_map<ItemId, Span> days;
  for (const Placement& placement : placements) {
    if (!placement.start || !placement.finish) continue;
    Span& span = days.try_emplace(placement.item, Span{*placement.start, *placement.finish}).first->second;
    span = {std::min(span.start, *placement.start), std::max(span.finish, *placement.finish)};
  }
  return days;
}

std::vector<Record> placements_of(const Portfolio& portfolio, const RoadmapPlan& plan) {
  const auto days = days_of(plan.placements);
  std::vector<Record> rows;
  for (std::size_t task = 0; task < plan.problem.items.size(); ++task) {
    const int start = plan.plan.start[task];
    if (start < 0) continue;
    const planning::Task& planned = plan.problem.problem.tasks[task];
    const auto period = [&](int at) { return portfolio.find(plan.problem.periods[static_cast<std::size_t>(at)])->name; };
    const Item& item = *portfolio.find(plan.problem.items[task]);
    const auto span = days.find(item.id);
    const bool has_days = span != days.end();
    rows.push_back({{"key", Value::of(item.key)},
                    {"title", Value::of(item.title)},
                    {"period", Value::of(period(start))},
                    {"finish", Value::of(period(start + planned.duration - 1))},
                    {"before", planned.current_start ? Value::of(period(*planned.current_start)) : Value{}},
                    {"first_day", has_days ? Value::of(span->second.start) : Value{}},
                    {"last_day", has_days ? Value::of(last_day(span->second)) : Value{}}});
  }
  return rows;
}

std::vector<Record> items_with_reasons(const Portfolio& portfolio, const std::vector<workbench::ItemLeftOut>& items) {
  std::vector<Record> rows;
  for (const workbench::ItemLeftOut& item : items)
    rows.push_back({{"key", Value::of(portfolio.find(item.item)->key)},
                    {"title", Value::of(portfolio.find(item.item)->title)},
                    {"why", Value::of(in_words(item.why))}});
  return rows;
}

std::vector<Record> capacity_of(const Portfolio& portfolio, const RoadmapPlan& plan) {
  std::vector<Record> rows;
  for (const workbench::PlannedLoad& load : plan.loads)
    rows.push_back({{"team", Value::of(portfolio.find(load.team)->name)},
                    {"period", Value::of(portfolio.find(load.period)->name)},
                    {"load", Value::of(load.load)},
                    {"capacity", Value::of(load.capacity)},
                    {"overload", Value::of(load.overload)},
                    {"price", Value::of(load.price)}});
  return rows;
}

Value list_of(const std::vector<Record>& records) {
  std::vector<Value> values;
  for (const Record& record : records) values.push_back(Value::of(record));
  return Value::of(std::move(values));
}

Value keys_of(const Portfolio& portfolio, const std::vector<ItemId>& items) {
  std::vector<std::string> keys;
  for (const ItemId item : items) keys.push_back(portfolio.find(item)->key);
  return Value::list_of(keys);
}

std::string percent(double share) {
  const long tenths = std::lround(share * 1000);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " %";
}

/// Why each of them does stands beside what is left out; here for those that are planned all the same too.
void print_relaxed_musts(const Portfolio& portfolio, const RoadmapPlan& plan) {
  const std::size_t count = plan.relaxed_musts.size();
  print("\nNot all Musts fit. " + std::to_string(count) + (count == 1 ? " gives way" : " give way") +
        (plan.fewest_relaxed == count
             ? ", and it is proven that fewer would not do:"
             : "; at least " + std::to_string(plan.fewest_relaxed) + " of the Musts have to, for all that is proven:"));
  std::vector<workbench::ItemLeftOut> musts;
  for (const ItemId item : plan.relaxed_musts) {
    const auto found = std::find_if(plan.left_out.begin(), plan.left_out.end(),
                                    [&](const workbench::ItemLeftOut& left_out) { return left_out.item == item; });
    musts.push_back(
        {item, found == plan.left_out.end() ? Phrase(translatable("Plan", "it is planned all the same")) : found->why});
  }
  print_table(items_with_reasons(portfolio, musts), {"key", "title", "why"});
}

void print_plan(const Portfolio& portfolio, const RoadmapPlan& plan) {
  print_table(placements_of(portfolio, plan), {"key", "title", "period", "finish", "before", "first_day", "last_day"});
  if (!plan.left_out.empty()) {
    print("\nLeft out");
    print_table(items_with_reasons(portfolio, plan.left_out), {"key", "title", "why"});
  }
  if (!plan.problem.held.empty()) {
    print("\nNot moved");
    print_table(items_with_reasons(portfolio, plan.problem.held), {"key", "title", "why"});
  }
  if (!plan.contradictions.empty()) {
    print("\nWhat cannot be, and stays");
    print_table(items_with_reasons(portfolio, plan.contradictions), {"key", "title", "why"});
  }
  print("\nCapacity");
  print_table(capacity_of(portfolio, plan), {"team", "period", "load", "capacity", "overload", "price"});
  if (!plan.relaxed_musts.empty()) print_relaxed_musts(portfolio, plan);
  if (!plan.past_deadline.empty()) {
    std::string keys;
    for (const ItemId item : plan.past_deadline) keys += (keys.empty() ? "" : ", ") + portfolio.find(item)->key;
    print("\nPast their deadline, because they are pinned, under way or were not reached in time: " + keys + ".");
  }
  print(plan.plan.gap() == 0 ? "\nProven best."
                             : "\nAt most " + percent(plan.plan.gap()) + " below the best plan that there can be.");
  if (plan.plan.stopped_early) print("Stopped by the time limit: another run may find another plan.");
}

int run_plan(const PlanVerbOptions& options) {
  auto workspace = open_workspace(options.file, options.apply ? Access::write : Access::read);
  if (!workspace) return report(workspace.error());
  workbench::PlanningOptions planning = options.planning.planning();
  planning.price_outside_tolerance = options.allocation_price;
  const auto plan = workbench::plan_roadmap(workspace->portfolio(), planning, options.planning.search(planning::Options{}));
  if (!plan) return report(plan.error());
  if (options.apply) {
    const auto receipt = workbench::apply_placements(*workspace, plan->problem.roadmap, plan->placements, "Plan automatically");
    if (!receipt) return report(receipt.error());
  }
  const Portfolio& portfolio = workspace->portfolio();
  if (options.json)
    print_json(Value::of(Record{{"value", Value::of(plan->plan.value)},
                                {"bound", Value::of(plan->plan.bound)},
                                {"gap", Value::of(plan->plan.gap())},
                                {"stopped_early", Value::of(plan->plan.stopped_early)},
                                {"applied", Value::of(options.apply)},
                                {"placements", list_of(placements_of(portfolio, *plan))},
                                {"left_out", list_of(items_with_reasons(portfolio, plan->left_out))},
                                {"held", list_of(items_with_reasons(portfolio, plan->problem.held))},
                                {"contradictions", list_of(items_with_reasons(portfolio, plan->contradictions))},
                                {"musts_relaxed", keys_of(portfolio, plan->relaxed_musts)},
                                {"musts_relaxed_at_least", Value::of(plan->fewest_relaxed)},
                                {"past_deadline", keys_of(portfolio, plan->past_deadline)},
                                {"capacity", list_of(capacity_of(portfolio, *plan))}}));
  else
    print_plan(portfolio, *plan);
  return done;
}

}  // namespace

void add_plan(CLI::App& app, Invocation& invocation) {
  auto options = std::make_shared<PlanVerbOptions>();
  CLI::App* verb =
      make_verb(app, "plan", "The best plan on the capacity that there is, and how far from the best it can be", *options);
  verb->add_flag("--apply", options->apply, "Makes it the roadmap, in one edit that can be undone");
  verb->add_option("--allocation-price", options->allocation_price,
                   "What a person-week outside the policy's shares (70/20/10) costs, as values count (default 0: no limit)")
      ->check(CLI::NonNegativeNumber);
  options->planning.add_to(*verb);
  verb->callback([options, &invocation] { invocation.run = [options] { return run_plan(*options); }; });
}

}  // namespace tradewind::cli
