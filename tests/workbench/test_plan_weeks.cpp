// Plans with days: what a plan puts into a period gets days inside it, and nothing else changes by that.
#include <utility>

#include "support/catch.h"
#include "tradewind/allocation/allocation.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/domain/validate.h"
#include "tradewind/planning/verify.h"
#include "tradewind/workbench/plan_roadmap.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/trade_off.h"
#include "workbench/small_plan.h"
#include "workbench/workspace_fixture.h"

namespace tradewind::workbench {
namespace {

const Date new_year = make_date(2027, 1, 1);

RoadmapPlan plan_of(const Portfolio& portfolio, Date today = new_year) {
  PlanningOptions options;
  options.today = today;
  auto plan = plan_roadmap(portfolio, options, {});
  if (!plan) FAIL(plan.error().why);
  CHECK(planning::violations(plan->problem.problem, plan->plan.start).empty());
  return std::move(*plan);
}

const Placement& placement_of(const std::vector<Placement>& placements, ItemId item) {
  for (const Placement& placement : placements)
    if (placement.item == item) return placement;
  FAIL("not placed");
  return placements.front();
}

Span days(const Placement& placement) {
  REQUIRE(placement.start.has_value());
  REQUIRE(placement.finish.has_value());
  return {*placement.start, *placement.finish};
}

void lasts(SmallPlan& plan, ItemId item, double weeks) {
  plan.change(item, [weeks](Item& one) { one.duration_weeks = weeks; });
}

}  // namespace

TEST_CASE("A chain that fits into a quarter gets days one behind the other, from Monday to Monday") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 0, 1, 3);
  const ItemId second = plan.add("Second", 0, 2, 2);
  const ItemId third = plan.add("Third", 0, 1, 2);
  lasts(plan, first, 4);
  lasts(plan, second, 3);
  lasts(plan, third, 7);
  plan.link(first, second);
  plan.link(second, third);
  const RoadmapPlan found = plan_of(plan.portfolio);
  CHECK(placement_of(found.placements, first).period == PeriodId{1});
  // The quarter begins on a Friday: its first days belong to the first whole week.
  CHECK(days(placement_of(found.placements, first)) == Span{new_year, make_date(2027, 2, 1)});
  CHECK(placement_of(found.placements, second).period == PeriodId{1});
  CHECK(days(placement_of(found.placements, second)) == Span{make_date(2027, 2, 1), make_date(2027, 2, 22)});
  // Four, three and seven weeks are more than the quarter has.
  CHECK(placement_of(found.placements, third).period == PeriodId{2});

  const Portfolio planned = with_placements(plan.portfolio, RoadmapId{1}, found.placements);
  for (const Finding& one : findings(planned, RoadmapId{1})) CHECK(one.rule != "dependency-order");
  const RoadmapPlan again = plan_of(planned);
  CHECK(again.plan.start == found.plan.start);
  CHECK(again.plan.value == Approx(found.plan.value));
  for (const Placement& placement : planned.all<Placement>()) CHECK(placement_of(again.placements, placement.item) == placement);
}

TEST_CASE("Without a duration an item takes the weeks in which its team has room; what fills its quarter has no days") {
  SmallPlan plan;
  const ItemId urgent = plan.add("Urgent", 0, 1, 4);
  const ItemId other = plan.add("Other", 0, 1, 5);
  const ItemId whole = plan.add("Whole", 0, 2, 10);
  plan.change(urgent, [](Item& item) { item.cost_of_delay = 9000; });
  const RoadmapPlan found = plan_of(plan.portfolio);
  // Ten person-weeks in thirteen weeks: four of them take six.
  CHECK(days(placement_of(found.placements, urgent)) == Span{new_year, make_date(2027, 2, 15)});
  CHECK(days(placement_of(found.placements, other)).start == make_date(2027, 2, 15));
  CHECK_FALSE(placement_of(found.placements, whole).start.has_value());
}

TEST_CASE("Days begin from today on where that is possible, and end before a deadline") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 2);
  const ItemId due = plan.add("Due", 0, 1, 2);
  const ItemId slow = plan.add("Slow", 0, 2, 2);
  lasts(plan, item, 3);
  lasts(plan, due, 3);
  lasts(plan, slow, 12);
  plan.change(item, [](Item& one) { one.cost_of_delay = 50'000; });
  plan.change(due, [](Item& one) { one.deadline = make_date(2027, 2, 21); });
  const RoadmapPlan found = plan_of(plan.portfolio, make_date(2027, 1, 20));
  CHECK(days(placement_of(found.placements, due)) == Span{make_date(2027, 1, 25), make_date(2027, 2, 15)});
  CHECK(days(placement_of(found.placements, item)).start == make_date(2027, 2, 15));
  // Twelve weeks from today on are more than are left.
  CHECK(days(placement_of(found.placements, slow)) == Span{make_date(2027, 1, 11), make_date(2027, 4, 1)});
}

TEST_CASE("What stays keeps its days or has none; what moves by dates moves by whole quarters, what moves by periods gets days") {
  SmallPlan plan;
  const ItemId stays = plan.add("Stays", 1, 1, 2);
  const ItemId dated = plan.add("Dated", 1, 1, 2);
  const ItemId first = plan.add("First", 1, 2, 8);
  const ItemId second = plan.add("Second", 1, 2, 7);
  const ItemId third = plan.add("Third", 1, 2, 6);
  plan.change(first, [](Item& item) { item.cost_of_delay = 90'000; });
  Placement placement = placement_of({plan.portfolio.all<Placement>().begin(), plan.portfolio.all<Placement>().end()}, dated);
  placement.start = make_date(2027, 2, 8);
  placement.finish = make_date(2027, 2, 22);
  plan.portfolio.update(placement);
  placement = placement_of({plan.portfolio.all<Placement>().begin(), plan.portfolio.all<Placement>().end()}, third);
  placement.period = {};
  placement.start = make_date(2027, 1, 4);
  placement.finish = make_date(2027, 2, 1);
  plan.portfolio.update(placement);
  const RoadmapPlan found = plan_of(plan.portfolio);
  CHECK_FALSE(placement_of(found.placements, stays).start.has_value());
  CHECK(days(placement_of(found.placements, dated)) == Span{make_date(2027, 2, 8), make_date(2027, 2, 22)});
  CHECK_FALSE(placement_of(found.placements, first).start.has_value());
  const Placement& later = placement_of(found.placements, second);
  CHECK(later.period != PeriodId{1});
  const Period& period = *plan.portfolio.find(later.period);
  CHECK(is_in_period(later, plan.portfolio));
  CHECK((later.start && later.finish && Span{*later.start, *later.finish} != Span{period.start, period.end}));
  const Placement& shifted = placement_of(found.placements, third);
  CHECK_FALSE(shifted.period);
  CHECK(days_between(make_date(2027, 1, 4), *shifted.start) % (13 * 7) == 0);
  CHECK(days_between(*shifted.start, *shifted.finish) == 28);
}

TEST_CASE("What has days in its period is planned as in its period, and is laid out anew where it moves") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 2, 1, 4);
  lasts(plan, item, 4);
  Placement placement = *plan.portfolio.all<Placement>().begin();
  placement.start = make_date(2027, 5, 3);
  placement.finish = make_date(2027, 5, 31);
  plan.portfolio.update(placement);
  const RoadmapPlan found = plan_of(plan.portfolio);
  const Placement& moved = placement_of(found.placements, item);
  CHECK(moved.id == placement.id);
  CHECK(moved.period == PeriodId{1});
  CHECK(days(moved) == Span{new_year, make_date(2027, 2, 1)});
  // With nothing but dates it would keep its place in the quarter.
  placement.period = {};
  plan.portfolio.update(placement);
  CHECK(days(placement_of(plan_of(plan.portfolio).placements, item)) == Span{make_date(2027, 2, 1), make_date(2027, 3, 1)});
}

TEST_CASE("Beside one that is placed by dates a chain shares the quarter only where its days leave time for it") {
  for (const bool ends_late : {false, true}) {
    SmallPlan plan;
    const ItemId first = plan.add("First", 1, 1, 2);
    const ItemId then = plan.add("Then", 0, 2, 2);
    lasts(plan, first, 4);
    lasts(plan, then, 6);
    plan.link(first, then);
    Placement placement = *plan.portfolio.all<Placement>().begin();
    placement.period = {};
    placement.start = ends_late ? make_date(2027, 2, 22) : make_date(2027, 1, 4);
    placement.finish = add_days(*placement.start, 28);
    plan.portfolio.update(placement);
    plan.change(first, [](Item& item) { item.pinned = true; });
    const RoadmapPlan found = plan_of(plan.portfolio);
    CHECK(placement_of(found.placements, then).period == PeriodId{ends_late ? 2 : 1});
    CHECK(days(placement_of(found.placements, then)).start >= *placement.finish);
  }
}

TEST_CASE("In the price of a request days move by whole quarters; where it becomes the roadmap they are laid out") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 1, 1, 8);
  const ItemId request = plan.add("Request", 0, 1, 6);
  lasts(plan, item, 6);
  Placement placement = *plan.portfolio.all<Placement>().begin();
  placement.start = make_date(2027, 2, 1);
  placement.finish = make_date(2027, 3, 15);
  plan.portfolio.update(placement);
  TradeOffOptions question;
  question.request = request;
  question.by = "2027Q1";
  question.planning.today = new_year;
  const auto answer = trade_off(plan.portfolio, question);
  REQUIRE(answer.has_value());
  REQUIRE(answer->slips.size() == 1);
  CHECK(answer->slips.front().finish_before == make_date(2027, 3, 15));
  CHECK(answer->slips.front().finish_after == add_days(make_date(2027, 3, 15), 91));
  CHECK_FALSE(placement_of(answer->placements, request).start.has_value());
  const auto applied = with_weeks(plan.portfolio, answer->problem, answer->with.start, answer->placements);
  CHECK(placement_of(applied, item).period == PeriodId{2});
  // Four days before the first Monday count as a week, three after the last one do not.
  CHECK(days(placement_of(applied, item)) == Span{make_date(2027, 4, 1), make_date(2027, 5, 10)});
  // Six person-weeks at ten in a quarter of thirteen weeks.
  CHECK(days(placement_of(applied, request)) == Span{new_year, make_date(2027, 3, 1)});
}

TEST_CASE("With days or without, teams have the same load in each period, and classes the same shares") {
  TemporaryFolder folder;
  const storage::Workspace workspace = new_workspace(folder, Template::sample);
  // Nothing is placed yet.
  const Portfolio portfolio = with_placements(workspace.portfolio(), workspace.portfolio().roadmap_by_name("")->id, {});
  PlanningOptions options;
  options.today = sample_today;
  const auto plan = plan_roadmap(portfolio, options, {});
  REQUIRE(plan.has_value());
  const RoadmapId roadmap = plan->problem.roadmap;
  const Portfolio with_days = with_placements(portfolio, roadmap, plan->placements);
  const Portfolio without = with_placements(portfolio, roadmap, placements_of(portfolio, plan->problem, plan->plan.start));
  std::size_t dated = 0;
  for (const Placement& placement : plan->placements) {
    if (!placement.period || !placement.start) continue;
    ++dated;
    if (plan->problem.problem.tasks[static_cast<std::size_t>(plan->problem.task_of(placement.item))].duration == 1)
      CHECK(is_in_period(placement, portfolio));
  }
  CHECK(dated > 10);
  std::vector<const Period*> periods;
  for (const PeriodId period : plan->problem.periods) periods.push_back(portfolio.find(period));
  const auto loads = team_loads(with_days, roadmap, periods);
  const auto before = team_loads(without, roadmap, periods);
  REQUIRE(loads.size() == before.size());
  for (std::size_t at = 0; at < loads.size(); ++at) CHECK(loads[at].planned == Approx(before[at].planned).margin(1e-9));
  for (const Period* period : periods) {
    allocation::Query query;
    query.period = *period;
    query.roadmap = roadmap;
    const auto shares = allocation::allocation_of(with_days, query);
    const auto shares_before = allocation::allocation_of(without, query);
    REQUIRE(shares.whole.classes.size() == shares_before.whole.classes.size());
    for (std::size_t at = 0; at < shares.whole.classes.size(); ++at)
      CHECK(shares.whole.classes[at].planned.value_or(-1) ==
            Approx(shares_before.whole.classes[at].planned.value_or(-1)).margin(1e-9));
  }
}

TEST_CASE("The best plan so far is told while planning, and is the plan in the end") {
  TemporaryFolder folder;
  const storage::Workspace workspace = new_workspace(folder, Template::sample);
  PlanningOptions options;
  options.today = sample_today;
  std::shared_ptr<const std::vector<int>> best;
  double value = 0;
  int better = 0;
  const auto watch = [&](const PlanningProblem& problem, const planning::Progress& progress) {
    if (progress.best == best) return;
    best = progress.best;
    ++better;
    CHECK(planning::violations(problem.problem, *best).empty());
    CHECK(progress.value == Approx(planning::value_of(problem.problem, *best)));
    // Moving less is worth a little too (preferences.cpp).
    CHECK((better == 1 || progress.value > value * (1 - 1e-6)));
    value = progress.value;
    for (const Placement& placement : planned_placements(workspace.portfolio(), problem, *best))
      CHECK(placement.roadmap == problem.roadmap);
  };
  const auto plan = plan_roadmap(workspace.portfolio(), options, {}, watch);
  REQUIRE(plan.has_value());
  CHECK(better > 0);
  REQUIRE(best != nullptr);
  CHECK(value <= plan->plan.value * (1 + 1e-6));
  // Being watched changes nothing.
  const auto alone = plan_roadmap(workspace.portfolio(), options, {});
  REQUIRE(alone.has_value());
  CHECK(alone->plan.start == plan->plan.start);
  // What it was when it was stopped is an answer, with its gap.
  planning::Options search;
  search.go_on = [](const planning::Progress& progress) { return progress.best == nullptr; };
  const auto stopped = plan_roadmap(workspace.portfolio(), options, search);
  REQUIRE(stopped.has_value());
  CHECK(stopped->plan.stopped_early);
  CHECK(stopped->plan.bound >= stopped->plan.value);
}

TEST_CASE("Stopped before there is a plan, there is none, and nobody is told that there cannot be one") {
  SmallPlan plan;
  for (int at = 0; at < 4; ++at) {
    const ItemId must = plan.add("Must", 0, 1, 7);
    plan.change(must, [](Item& item) { item.moscow = Moscow::must; });
  }
  planning::Options search;
  search.go_on = [](const planning::Progress&) { return false; };
  PlanningOptions options;
  options.today = new_year;
  const auto stopped = plan_roadmap(plan.portfolio, options, search);
  REQUIRE_FALSE(stopped.has_value());
  CHECK(stopped.error().code == ErrorCode::cancelled);
  CHECK(plan_of(plan.portfolio).relaxed_musts.size() == 1);
}

}  // namespace tradewind::workbench
