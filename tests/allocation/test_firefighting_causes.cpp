#include "allocation/small_plan.h"
#include "support/catch.h"
#include "tradewind/allocation/firefighting_causes.h"

using namespace tradewind;
using namespace tradewind::allocation;

TEST_CASE("causes are firefighting time by what it went to, most first, the unnamed last") {
  SmallPlan plan;
  const ItemId cure = plan.add_item("Retire the bridge", plan.roadmap_class, 0, 4);
  const ItemId unplanned = plan.add_item("Renew certificates", plan.roadmap_class);
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.firefighting, 100, "Lost messages", cure);
  plan.add_time(SmallPlan::start, plan.blue, "Bob", plan.firefighting, 200, "Lost messages", cure);
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.firefighting, 50, "", unplanned);
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.firefighting, 70, "Slides");
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.firefighting, 500);
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.strategic, 80, "Lost messages", cure);
  const Span span{SmallPlan::start, SmallPlan::end};

  const auto causes = firefighting_causes(plan.portfolio, span);
  REQUIRE(causes.size() == 4);
  CHECK(causes[0].text == "Lost messages");
  CHECK(causes[0].minutes == 300);
  CHECK(causes[0].share == Approx(300.0 / 920));
  CHECK(causes[0].item == cure);
  CHECK(causes[0].lands == add_days(SmallPlan::start, 28));
  CHECK(causes[0].lands_in == SmallPlan::quarter().id);
  CHECK(causes[1].text == "Slides");
  CHECK_FALSE(causes[1].item);
  CHECK(causes[2].text == "Renew certificates");
  CHECK(causes[2].item == unplanned);
  CHECK_FALSE(causes[2].lands.has_value());
  CHECK(causes[3].unnamed);
  CHECK(causes[3].minutes == 500);

  const auto left = firefighting_after_cures(plan.portfolio, span);
  REQUIRE(left.size() == 2);
  CHECK(left[0].minutes == 920);
  CHECK(left[0].share == Approx(0.92));
  CHECK(left[1].after == SmallPlan::quarter().id);
  CHECK(left[1].minutes == 620);
  CHECK(left[1].share == Approx(0.62));
}

TEST_CASE("an item that lands on the first day of the next quarter was finished in this one") {
  SmallPlan plan;
  const ItemId cure = plan.add_item("Cure", plan.roadmap_class, 2, 10);
  plan.add_time(SmallPlan::start, plan.red, "Ann", plan.firefighting, 10, "", cure);
  const auto causes = firefighting_causes(plan.portfolio, {SmallPlan::start, SmallPlan::end});
  REQUIRE(causes.size() == 1);
  CHECK(causes[0].lands == SmallPlan::end);
  CHECK(causes[0].lands_in == SmallPlan::quarter().id);
}
