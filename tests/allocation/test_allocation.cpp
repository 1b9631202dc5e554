#include <random>

#include "allocation/small_plan.h"
#include "support/catch.h"
#include "tradewind/allocation/allocation.h"

using namespace tradewind;
using namespace tradewind::allocation;

namespace {

Allocation allocation_of_quarter(const SmallPlan& plan) {
  Query query;
  query.period = SmallPlan::quarter();
  return allocation_of(plan.portfolio, query);
}

std::vector<std::int64_t> planned(const Shares& shares) {
  std::vector<std::int64_t> minutes;
  for (const ClassPart& part : shares.classes) minutes.push_back(part.planned_minutes);
  return minutes;
}

std::vector<std::int64_t> actual(const Shares& shares) {
  std::vector<std::int64_t> minutes;
  for (const ClassPart& part : shares.classes) minutes.push_back(part.actual_minutes);
  return minutes;
}

}  // namespace

TEST_CASE("planned is the effort that falls into the period; reserve counts as firefighting") {
  SmallPlan plan;
  plan.add_reserve(plan.red, 2);
  const ItemId inside = plan.add_item("inside", plan.strategic, 0, 10);
  plan.add_estimate(inside, plan.red, 6);
  plan.add_estimate(inside, plan.blue, 3);
  const ItemId half = plan.add_item("half of it later", plan.roadmap_class, 5, 15);
  plan.add_estimate(half, plan.blue, 4);
  plan.add_estimate(plan.add_item("not placed", plan.strategic), plan.red, 99);

  const Allocation allocation = allocation_of_quarter(plan);
  CHECK(planned(allocation.whole) == std::vector<std::int64_t>{9 * 2400, 2 * 2400, 2 * 2400});
  REQUIRE(allocation.teams.size() == 2);
  CHECK(planned(allocation.teams[0]) == std::vector<std::int64_t>{6 * 2400, 0, 2 * 2400});
  CHECK(planned(allocation.teams[1]) == std::vector<std::int64_t>{3 * 2400, 2 * 2400, 0});
  CHECK(allocation.planned_total == Approx(13));
  CHECK(allocation.whole.classes[0].planned.value() == Approx(9.0 / 13));
  CHECK(allocation.whole.classes[0].planned_drift_points.value() == Approx(100 * (9.0 / 13 - 0.7)));
}

TEST_CASE("a person-week has the hours of the workspace") {
  SmallPlan plan;
  WorkspaceSettings settings;
  settings.hours_per_week = 35;
  plan.portfolio.insert(settings);
  plan.add_estimate(plan.add_item("one", plan.strategic, 0, 2), plan.red, 1);
  const Allocation allocation = allocation_of_quarter(plan);
  CHECK(allocation.whole.planned_minutes == 35 * 60);
  CHECK(allocation.planned_total == Approx(1));
}

TEST_CASE("actual is what was booked in the span: its first day counts, the day after its last does not") {
  SmallPlan plan;
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.strategic, 300);
  plan.add_time(add_days(SmallPlan::end, -1), plan.red, "Bob", plan.firefighting, 100);
  plan.add_time(SmallPlan::end, plan.red, "Bob", plan.firefighting, 7000);
  plan.add_time(add_days(SmallPlan::start, -1), plan.red, "Bob", plan.firefighting, 7000);
  const Allocation allocation = allocation_of_quarter(plan);
  CHECK(actual(allocation.whole) == std::vector<std::int64_t>{300, 0, 100});
  CHECK(allocation.whole.classes[2].actual.value() == Approx(0.25));
  CHECK(allocation.whole.classes[2].drift_points.value() == Approx(15));
  REQUIRE(allocation.people.size() == 2);
  CHECK(allocation.people[0].name == "Ann");
  CHECK(allocation.people[1].classes[2].actual.value() == Approx(1));
  CHECK_FALSE(allocation.people[1].classes[2].planned.has_value());
}

TEST_CASE("time without a class, team or name is kept as a part of its own") {
  SmallPlan plan;
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.strategic, 60);
  plan.add_time(SmallPlan::start, plan.red, "Ann", {}, 30);
  plan.add_time(SmallPlan::start, {}, "", AllocationClassId{777}, 10);
  const Allocation allocation = allocation_of_quarter(plan);
  REQUIRE(allocation.whole.classes.size() == 4);
  CHECK(allocation.whole.classes[3].key == "unclassified");
  CHECK(actual(allocation.whole) == std::vector<std::int64_t>{60, 0, 0, 40});
  REQUIRE(allocation.teams.size() == 3);
  CHECK(allocation.teams[2].name == "No team");
  CHECK(actual(allocation.teams[2]) == std::vector<std::int64_t>{0, 0, 0, 10});
  CHECK(allocation.people.back().name == "Nobody named");
}

TEST_CASE("effort that nobody has given to a team is planned for no team") {
  SmallPlan plan;
  plan.add_estimate(plan.add_item("whose", plan.strategic, 0, 10), {}, 5);
  const Allocation allocation = allocation_of_quarter(plan);
  CHECK(allocation.whole.planned_minutes == 5 * 2400);
  REQUIRE(allocation.teams.size() == 3);
  CHECK(allocation.teams[2].planned_minutes == 5 * 2400);
}

TEST_CASE("an empty workspace has unknown shares, not zeros") {
  const Allocation allocation = allocation_of_quarter(SmallPlan{});
  REQUIRE(allocation.whole.classes.size() == 3);
  CHECK_FALSE(allocation.whole.classes[0].planned.has_value());
  CHECK_FALSE(allocation.whole.classes[0].drift_points.has_value());
  CHECK(allocation.alerts.empty());
  CHECK_FALSE(firefighting_beyond_plan(allocation).has_value());
  CHECK(allocation_of(Portfolio{}, Query{}).whole.classes.empty());
  CHECK(allocation_of(SmallPlan{}.portfolio, Query{}).alerts.empty());  // not even a period
}

TEST_CASE("parts add up to teams and teams to the whole, whatever the efforts") {
  std::mt19937 random(11);
  std::uniform_real_distribution<double> effort(0, 9);
  for (int round = 0; round < 50; ++round) {
    SmallPlan plan;
    plan.add_reserve(plan.red, effort(random));
    plan.add_reserve(plan.blue, effort(random));
    const AllocationClassId classes[] = {plan.strategic, plan.roadmap_class, plan.firefighting, AllocationClassId{}};
    for (int item = 0; item < 9; ++item) {
      const int from = static_cast<int>(random() % 12) - 3;
      const int to = from + 1 + static_cast<int>(random() % 9);
      const ItemId id = plan.add_item("item", classes[random() % 4], from, to);
      plan.add_estimate(id, plan.red, effort(random));
      plan.add_estimate(id, plan.blue, effort(random));
    }
    for (int entry = 0; entry < 40; ++entry)
      plan.add_time(add_days(SmallPlan::start, static_cast<int>(random() % 70)), random() % 2 == 0 ? plan.red : plan.blue,
                    random() % 2 == 0 ? "Ann" : "Bob", classes[random() % 4], static_cast<std::int64_t>(random() % 500));

    const Allocation allocation = allocation_of_quarter(plan);
    std::vector<std::int64_t> planned_sum(4, 0), actual_sum(4, 0), people_sum(4, 0);
    REQUIRE(allocation.whole.classes.size() == 4);
    for (std::size_t at = 0; at < 4; ++at) {
      for (const Shares& team : allocation.teams) planned_sum[at] += team.classes[at].planned_minutes;
      for (const Shares& team : allocation.teams) actual_sum[at] += team.classes[at].actual_minutes;
      for (const Shares& person : allocation.people) people_sum[at] += person.classes[at].actual_minutes;
    }
    REQUIRE(planned_sum == planned(allocation.whole));
    REQUIRE(actual_sum == actual(allocation.whole));
    REQUIRE(people_sum == actual_sum);
    std::int64_t whole = 0;
    for (const std::int64_t part : planned_sum) whole += part;
    REQUIRE(whole == allocation.whole.planned_minutes);
    double load = 0;
    const Period quarter = SmallPlan::quarter();
    for (const TeamLoad& one : team_loads(plan.portfolio, plan.roadmap, {&quarter})) load += one.planned + one.reserve;
    REQUIRE(allocation.planned_total == Approx(load).margin(2 * 0.5 / 2400));
  }
}

TEST_CASE("a reserve without any placed work is no plan, and nothing to be warned of") {
  SmallPlan plan;
  plan.add_reserve(plan.red, 2);
  const Allocation allocation = allocation_of_quarter(plan);
  CHECK(allocation.planned_total == 0);
  CHECK_FALSE(allocation.whole.classes[0].planned.has_value());
  CHECK(allocation.alerts.empty());
}

TEST_CASE("reserve of a month is its part of the quarter; a sprint inside is not counted on top") {
  SmallPlan plan;
  plan.add_reserve(plan.red, 7);
  plan.add_estimate(plan.add_item("fills the sprint", plan.strategic, 0, 2), plan.red, 1);
  Period sprint;
  sprint.id = PeriodId{32};
  sprint.kind = PeriodKind::sprint;
  sprint.name = "Sprint 1";
  sprint.start = SmallPlan::start;
  sprint.end = add_days(SmallPlan::start, 14);
  plan.portfolio.insert(sprint);
  Capacity capacity;
  capacity.id = CapacityId{990};
  capacity.team = plan.red;
  capacity.period = sprint.id;
  capacity.reserve = 3;
  plan.portfolio.insert(capacity);

  Query query;
  query.period.start = SmallPlan::start;
  query.period.end = add_days(SmallPlan::start, 20);
  CHECK(allocation_of(plan.portfolio, query).planned_total == Approx(2 + 1));
  query.period = sprint;
  CHECK(allocation_of(plan.portfolio, query).planned_total == Approx(3 + 1));
}

TEST_CASE("a plan out of tolerance warns, one on the limit does not") {
  SmallPlan plan;
  plan.add_estimate(plan.add_item("a", plan.strategic, 0, 10), plan.red, 65);
  plan.add_estimate(plan.add_item("b", plan.roadmap_class, 0, 10), plan.red, 20);
  plan.add_reserve(plan.red, 15);
  CHECK(allocation_of_quarter(plan).alerts.empty());

  plan.add_reserve(plan.blue, 1);
  const auto alerts = allocation_of_quarter(plan).alerts;
  REQUIRE(alerts.size() == 2);
  CHECK(alerts[0].kind == AlertKind::planned);
  CHECK(in_words(alerts[0].message) == "Plan gives Strategic 64.4 %, below 65 %");
  CHECK(alerts[1].key == "firefighting");
  CHECK(in_words(alerts[1].message) == "Plan gives Firefighting 15.8 %, above 15 %");
}

TEST_CASE("firefighting beyond the plan is its actual share of the plan less what is planned for it") {
  SmallPlan plan;
  plan.add_estimate(plan.add_item("a", plan.strategic, 0, 10), plan.red, 80);
  plan.add_reserve(plan.red, 20);
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.strategic, 70);
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.firefighting, 30);
  CHECK(firefighting_beyond_plan(allocation_of_quarter(plan)).value() == Approx(10));
}
