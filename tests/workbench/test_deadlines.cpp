// Deadlines within a period: what a plan puts there ends in time or is not there, and a price says which ones it breaks.
#include "support/catch.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/plan_roadmap.h"
#include "tradewind/workbench/trade_off.h"
#include "workbench/small_plan.h"

namespace tradewind::workbench {
namespace {

RoadmapPlan plan_of(const SmallPlan& plan) {
  PlanningOptions options;
  options.today = make_date(2027, 1, 1);
  auto planned = plan_roadmap(plan.portfolio, options, {});
  REQUIRE(planned.has_value());
  return std::move(*planned);
}

std::optional<Date> finish_of(const SmallPlan& plan, const RoadmapPlan& planned, ItemId item) {
  for (const Placement& placement : planned.placements)
    if (placement.item == item) return span_of(placement, plan.portfolio)->finish;
  return std::nullopt;
}

std::string why_left_out(const RoadmapPlan& planned, ItemId item) {
  for (const ItemLeftOut& left_out : planned.left_out)
    if (left_out.item == item) return in_words(left_out.why);
  return {};
}

void due(SmallPlan& plan, ItemId id, Date last_day, double duration_weeks = 0) {
  plan.change(id, [&](Item& item) {
    item.deadline = last_day;
    if (duration_weeks > 0) item.duration_weeks = duration_weeks;
  });
}

}  // namespace

TEST_CASE("What stays in its period gets days where the whole period would be too late") {
  SmallPlan plan;
  const ItemId placed = plan.add("Placed", 1, 1, 2);
  const ItemId loose = plan.add("Loose", 0, 2, 2);
  for (const ItemId item : {placed, loose}) due(plan, item, make_date(2027, 1, 31));
  const RoadmapPlan planned = plan_of(plan);
  for (const ItemId item : {placed, loose}) {
    REQUIRE(finish_of(plan, planned, item).has_value());
    CHECK(*finish_of(plan, planned, item) <= make_date(2027, 2, 1));
  }
  CHECK(planned.past_deadline.empty());
  CHECK(planned.plan.gap() == 0);
}

TEST_CASE("A deadline on a Friday leaves the whole of that week") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 2);
  due(plan, item, make_date(2027, 1, 29), 4);  // as many as there are from 1 January on
  const RoadmapPlan planned = plan_of(plan);
  REQUIRE(finish_of(plan, planned, item).has_value());
  CHECK(*finish_of(plan, planned, item) == make_date(2027, 2, 1));
  CHECK(planned.past_deadline.empty());
}

TEST_CASE("What takes longer than its deadline leaves is not planned, and the reason is the deadline") {
  SmallPlan plan;
  const ItemId slow = plan.add("Slow", 0, 1, 2);
  due(plan, slow, make_date(2027, 1, 31), 9);
  const ItemId large = plan.add("Large", 0, 2, 15);  // two quarters
  due(plan, large, make_date(2027, 5, 31));
  const RoadmapPlan planned = plan_of(plan);
  CHECK_FALSE(finish_of(plan, planned, slow).has_value());
  CHECK(why_left_out(planned, slow) == "it cannot be finished by its deadline, 31 Jan 2027");
  CHECK_FALSE(finish_of(plan, planned, large).has_value());
  CHECK(why_left_out(planned, large) == "it cannot be finished by its deadline, 31 May 2027");
}

TEST_CASE("What ends too late within a period goes a period earlier") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 2, 1, 2);
  plan.change(first, [](Item& item) {
    item.duration_weeks = 9;
    item.earliest_start = make_date(2027, 4, 1);
  });
  const ItemId then = plan.add("Then", 2, 2, 2);
  plan.link(first, then);
  due(plan, then, make_date(2027, 5, 15), 3);
  const RoadmapPlan planned = plan_of(plan);
  CHECK_FALSE(finish_of(plan, planned, then).has_value());  // in its first quarter it would be before what it waits for
  CHECK(planned.past_deadline.empty());
}

TEST_CASE("What is pinned past its deadline is told") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 3, 1, 2);
  due(plan, item, make_date(2027, 5, 31));
  plan.change(item, [](Item& one) { one.pinned = true; });
  CHECK(plan_of(plan).past_deadline == std::vector<ItemId>{item});
}

TEST_CASE("A price names the deadlines that are broken for it") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 1, 1, 8);
  const ItemId second = plan.add("Second", 2, 1, 8);
  const ItemId request = plan.add("Request", 0, 1, 5);
  due(plan, first, make_date(2027, 2, 28));
  due(plan, second, make_date(2027, 9, 30));
  TradeOffOptions question;
  question.request = request;
  question.by = "2027Q1";
  question.planning.today = make_date(2027, 1, 1);
  const auto answer = trade_off(plan.portfolio, question);
  REQUIRE(answer.has_value());
  int missed = 0;
  for (const Slip& slip : answer->slips) {
    CHECK(slip.missed_deadline.has_value() == (slip.item == first));
    missed += slip.missed_deadline ? 1 : 0;
  }
  CHECK(missed == 1);
  CHECK(answer->sentence.find(" of delay. Past its deadline: First (28 Feb 2027).") != std::string::npos);
}

}  // namespace tradewind::workbench
