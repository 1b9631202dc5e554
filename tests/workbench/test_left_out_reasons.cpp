// Why a plan leaves an item out: each reason alone, and true.
#include "support/catch.h"
#include "tradewind/workbench/plan_roadmap.h"
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

std::string why(const SmallPlan& plan, ItemId item) {
  for (const ItemLeftOut& left_out : plan_of(plan).left_out)
    if (left_out.item == item) return in_words(left_out.why);
  return {};
}

void make_must(SmallPlan& plan, ItemId id) {
  plan.change(id, [](Item& item) { item.moscow = Moscow::must; });
}

}  // namespace

TEST_CASE("A deadline that is over is the reason, for a Must too") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 2);
  make_must(plan, item);
  plan.change(item, [](Item& one) { one.deadline = make_date(2026, 12, 1); });
  CHECK(why(plan, item) == "its deadline, 1 Dec 2026, is over");
  CHECK(plan_of(plan).relaxed_musts == std::vector<ItemId>{item});
  CHECK(plan_of(plan).fewest_relaxed == 1);
}

TEST_CASE("What takes longer than the plan says how long, and why") {
  SmallPlan plan;
  const ItemId huge = plan.add("Huge", 0, 1, 500);
  make_must(plan, huge);
  const std::string effort =
      "it takes 50 quarters, because Platform has at most 10 person-weeks a quarter for its 500; the plan has 3 quarters";
  CHECK(why(plan, huge) == effort);
  const ItemId slow = plan.add("Slow", 0, 1, 2);
  plan.change(slow, [](Item& one) { one.duration_weeks = 60; });
  CHECK(why(plan, slow) == "it takes 5 quarters; the plan has 3 quarters");
}

TEST_CASE("An earliest start after the plan, or too late for the deadline, is the reason") {
  SmallPlan plan;
  const ItemId late = plan.add("Late", 0, 1, 2);
  plan.change(late, [](Item& one) { one.earliest_start = make_date(2027, 10, 1); });
  CHECK(why(plan, late) == "it may not start before 1 Oct 2027; the plan ends with 2027 Q3");
  const ItemId squeezed = plan.add("Squeezed", 0, 1, 2);
  plan.change(squeezed, [](Item& one) {
    one.earliest_start = make_date(2027, 4, 1);
    one.deadline = make_date(2027, 3, 1);
  });
  CHECK(why(plan, squeezed) == "it may not start before 1 Apr 2027, and then it cannot be finished by its deadline, 1 Mar 2027");
}

TEST_CASE("What lapses before it could be finished says when") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 15);  // two quarters
  plan.change(item, [](Item& one) { one.lapse_date = make_date(2027, 5, 1); });
  CHECK(why(plan, item) == "it cannot be finished before it lapses on 1 May 2027");
  const ItemId over = plan.add("Over", 0, 1, 2);
  plan.change(over, [](Item& one) { one.lapse_date = make_date(2026, 12, 1); });
  CHECK(why(plan, over) == "it lapsed on 1 Dec 2026");
}

TEST_CASE("What it waits for is the reason where that ends too late, or is left out itself") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 3, 1, 8);
  plan.change(first, [](Item& item) { item.pinned = true; });
  const ItemId then = plan.add("Then", 0, 2, 2);
  plan.link(first, then);
  plan.change(then, [](Item& item) { item.deadline = make_date(2027, 6, 30); });
  CHECK(why(plan, then) ==
        "it waits for TW-1 (First), which ends in 2027 Q3, and then it cannot be finished by its deadline, 30 Jun 2027");
  const ItemId last = plan.add("Last", 0, 2, 2);
  plan.link(then, last);
  CHECK(why(plan, last) == "it waits for TW-2 (Then), which is left out");
}

TEST_CASE("More than a team has beside what stays is the reason, also where the plan has room to spare") {
  SmallPlan plan;
  for (const int quarter : {1, 2, 3}) {
    const ItemId fixed = plan.add("Fixed", quarter, 1, 7);
    plan.change(fixed, [](Item& item) { item.pinned = true; });
  }
  const ItemId item = plan.add("Item", 0, 1, 5);
  CHECK(why(plan, item) ==
        "Platform has at most 3 person-weeks in a quarter beside what is under way or stays, and it needs 5 person-weeks");
}

TEST_CASE("A team without capacity is named") {
  SmallPlan plan;
  Team team;
  team.id = TeamId{3};
  team.name = "Design";
  team.position = 2;
  plan.portfolio.insert(team);
  const ItemId item = plan.add("Item", 0, 3, 5);
  CHECK(why(plan, item) == "Design has no capacity in a quarter, and it needs 5 person-weeks");
}

TEST_CASE("A Must that gives way says beside which Musts it cannot be, and only those") {
  SmallPlan plan;
  std::vector<ItemId> musts;
  for (int number = 0; number < 4; ++number) musts.push_back(plan.add("Must " + std::to_string(number), 0, 1, 7));
  const ItemId elsewhere = plan.add("Elsewhere", 0, 2, 7);
  for (const ItemId item : musts) make_must(plan, item);
  make_must(plan, elsewhere);
  const RoadmapPlan planned = plan_of(plan);
  REQUIRE(planned.relaxed_musts.size() == 1);
  CHECK(planned.fewest_relaxed == 1);
  const std::string reason = why(plan, planned.relaxed_musts.front());
  CHECK(reason.find("it cannot be done together with ") == 0);
  CHECK(reason.find("Elsewhere") == std::string::npos);
  CHECK(reason.find("not proven") == std::string::npos);
  for (const ItemId item : musts)
    CHECK((reason.find(plan.portfolio.find(item)->key) == std::string::npos) == (item == planned.relaxed_musts.front()));
}

TEST_CASE("What is worth nothing, and what finds no room, come last") {
  SmallPlan plan;
  for (int number = 0; number < 3; ++number) {
    const ItemId dear = plan.add("Dear", 0, 1, 10);
    plan.change(dear, [](Item& item) { item.cost_of_delay = 5000; });
  }
  const ItemId cheap = plan.add("Cheap", 0, 1, 2);
  CHECK(why(plan, cheap) == "Platform has no room for it, and what is planned there is worth more");
  const ItemId worthless = plan.add("Worthless", 0, 2, 2);
  plan.change(worthless, [](Item& item) { item.cost_of_delay = 0; });
  CHECK(why(plan, worthless) == "it would be worth nothing by then");
}

TEST_CASE("A roadmap on which nothing can be planned has an empty plan, with the reasons") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 0, 1, 2);
  plan.change(item, [](Item& one) { one.moscow = Moscow::wont; });
  const RoadmapPlan planned = plan_of(plan);
  CHECK(planned.plan.start.empty());
  CHECK(why(plan, item) == "it is marked Won’t this time");
}

}  // namespace tradewind::workbench
