#include "allocation/small_plan.h"
#include "support/catch.h"
#include "tradewind/allocation/allocation.h"
#include "tradewind/allocation/weekly_trend.h"

using namespace tradewind;
using namespace tradewind::allocation;

namespace {

/// One week of 100 minutes, so many of them on firefighting and 20 on roadmap work.
void book_week(SmallPlan& plan, int week, std::int64_t fires) {
  const Date monday = add_days(SmallPlan::start, 7 * week);
  plan.add_time(monday, plan.red, "Ann", plan.firefighting, fires);
  plan.add_time(add_days(monday, 2), plan.red, "Ann", plan.roadmap_class, 20);
  plan.add_time(add_days(monday, 6), plan.blue, "Bob", plan.strategic, 80 - fires);
}

Run run_of_firefighting(const SmallPlan& plan) {
  return run_out_of_tolerance(weekly_trend(plan.portfolio, {SmallPlan::start, SmallPlan::end}), 2,
                              *plan.portfolio.find(plan.firefighting));
}

}  // namespace

TEST_CASE("the trend has a row for every week, with all its minutes") {
  SmallPlan plan;
  book_week(plan, 0, 10);
  book_week(plan, 2, 30);
  plan.add_time(add_days(SmallPlan::start, 14), plan.red, "Ann", {}, 25);
  const auto weeks = weekly_trend(plan.portfolio, {SmallPlan::start, add_days(SmallPlan::start, 21)});
  REQUIRE(weeks.size() == 3);
  CHECK(weeks[0].monday == SmallPlan::start);
  CHECK(weeks[0].minutes == std::vector<std::int64_t>{70, 20, 10, 0});
  CHECK(weeks[1].total == 0);
  CHECK_FALSE(weeks[1].share(0).has_value());
  CHECK(weeks[2].minutes == std::vector<std::int64_t>{50, 20, 30, 25});
  CHECK(weeks[2].share(2).value() == Approx(30.0 / 125));

  const auto blue = weekly_trend(plan.portfolio, {SmallPlan::start, add_days(SmallPlan::start, 21)}, plan.blue);
  CHECK(blue[0].minutes == std::vector<std::int64_t>{70, 0, 0, 0});
}

TEST_CASE("a run counts back from the last week until a week within tolerance") {
  SmallPlan plan;
  const std::int64_t fires[] = {30, 15, 16, 20, 40};
  for (int week = 0; week < 5; ++week) book_week(plan, week, fires[week]);
  const Run run = run_of_firefighting(plan);
  CHECK(run.weeks == 3);  // 15 % is on the limit of 10 % ± 5 points, hence within
  CHECK(run.above);
  CHECK(run.share == Approx((16 + 20 + 40) / 300.0));
}

TEST_CASE("weeks without time neither break nor lengthen a run; the other side of the target breaks it") {
  SmallPlan plan;
  book_week(plan, 0, 2);
  book_week(plan, 1, 20);
  book_week(plan, 4, 20);
  CHECK(run_of_firefighting(plan).weeks == 2);
  book_week(plan, 5, 1);
  const Run below = run_of_firefighting(plan);
  CHECK(below.weeks == 1);
  CHECK_FALSE(below.above);
}

TEST_CASE("drift warns from the policy's number of weeks on, also when it began before the period") {
  SmallPlan plan;
  Query query;
  query.period = SmallPlan::quarter();
  query.booked = Span{add_days(SmallPlan::start, 14), add_days(SmallPlan::start, 28)};
  book_week(plan, 2, 20);
  book_week(plan, 3, 20);
  CHECK(allocation_of(plan.portfolio, query).alerts.empty());
  book_week(plan, 1, 20);
  const auto alerts = allocation_of(plan.portfolio, query).alerts;
  REQUIRE(alerts.size() == 2);
  CHECK(in_words(alerts[0].message) == "Strategic below 65 % for 3 weeks in a row");
  CHECK(in_words(alerts[1].message) == "Firefighting above 15 % for 3 weeks in a row");
  CHECK(alerts[1].share == Approx(0.2));
  CHECK(alerts[1].limit == Approx(0.15));
}
