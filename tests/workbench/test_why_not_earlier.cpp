// Why a bar does not start earlier: each constraint on its own, on a plan of two teams and three quarters.
#include "support/catch.h"
#include "tradewind/domain/schedule.h"
#include "tradewind/workbench/sample_workspace.h"
#include "tradewind/workbench/why_not_earlier.h"
#include "workbench/small_plan.h"

namespace tradewind::workbench {
namespace {

WhyNotEarlier ask(const SmallPlan& plan, ItemId item) {
  PlanningOptions options;
  options.today = make_date(2027, 1, 1);
  const auto answer = why_not_earlier(plan.portfolio, item, options);
  REQUIRE(answer.has_value());
  return *answer;
}

bool says(const WhyNotEarlier& answer, const std::string& words) {
  return in_words(answer.sentence).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("Where a team is full, the answer says who lacks how much and what it would bring") {
  SmallPlan plan;
  plan.add("First", 1, 1, 8);
  const ItemId second = plan.add("Second", 2, 1, 5);
  const WhyNotEarlier answer = ask(plan, second);
  CHECK_FALSE(answer.possible);
  REQUIRE(answer.missing.size() == 1);
  CHECK(answer.missing.front().person_weeks == Approx(3));
  CHECK(answer.before == PeriodId{1});
  CHECK(says(answer, "Second cannot start in 2027 Q1: Platform lacks 3 person-weeks in 2027 Q1."));
}

TEST_CASE("A predecessor that ends too late is named, and so is one that is not planned") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 2, 1, 2);
  const ItemId second = plan.add("Second", 3, 2, 2);
  plan.link(first, second);
  CHECK(ask(plan, second).waits_for == std::vector<ItemId>{first});
  CHECK(says(ask(plan, second), "it waits for First, which ends in 2027 Q2."));
  const ItemId loose = plan.add("Loose", 0, 1, 2);
  plan.link(loose, first);
  CHECK(says(ask(plan, first), "it waits for Loose, which is not planned"));
}

TEST_CASE("Pins, begun work and earliest starts are reasons of their own") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 3, 1, 2);
  plan.change(item, [](Item& one) { one.pinned = true; });
  CHECK(ask(plan, item).stays);
  CHECK(says(ask(plan, item), "it is pinned"));
  plan.change(item, [](Item& one) {
    one.pinned = false;
    one.stage = Stage::building;
  });
  CHECK(says(ask(plan, item), "work on it has begun"));
  plan.change(item, [](Item& one) {
    one.stage = Stage::ready;
    one.earliest_start = make_date(2027, 7, 1);
  });
  CHECK_FALSE(ask(plan, item).stays);
  CHECK(says(ask(plan, item), "it may not start before 1 Jul 2027."));
}

TEST_CASE("Where nothing hinders it, the answer says what it would bring") {
  SmallPlan plan;
  const ItemId item = plan.add("Item", 3, 1, 2);
  const WhyNotEarlier answer = ask(plan, item);
  CHECK(answer.possible);
  CHECK(answer.before == PeriodId{2});
  CHECK(says(answer, "Nothing hinders Item from starting in 2027 Q2. That would bring € 13 k."));
  const ItemId early = plan.add("Early", 1, 1, 2);
  CHECK_FALSE(ask(plan, early).possible);
  CHECK(says(ask(plan, early), "the first period of the plan: that quarter has begun, and the plan starts with it."));
}

TEST_CASE("Within the first period, the days say what keeps it from starting with the period") {
  SmallPlan plan;
  const ItemId first = plan.add("First", 1, 1, 2);
  const ItemId then = plan.add("Then", 1, 2, 2);
  const auto dated = [&](ItemId item, Date start, Date finish) {
    Placement placement = *plan.portfolio.find(PlacementId{item.value});
    placement.start = start;
    placement.finish = finish;
    plan.portfolio.update(placement);
  };
  dated(first, make_date(2027, 1, 1), make_date(2027, 2, 1));
  dated(then, make_date(2027, 2, 1), make_date(2027, 3, 1));
  CHECK(says(ask(plan, then), "Within it, it starts on 1 Feb 2027: nothing of the plan keeps it from starting on 1 Jan 2027."));
  plan.link(first, then);
  CHECK(says(ask(plan, then), "Within it, it starts on 1 Feb 2027: it waits for First, which ends on 29 Jan 2027."));
  CHECK(ask(plan, then).waits_for == std::vector<ItemId>{first});
  CHECK_FALSE(says(ask(plan, first), "Within it"));
  plan.change(then, [](Item& item) { item.pinned = true; });
  CHECK(says(ask(plan, then), "the first period of the plan: it is pinned."));
  CHECK(ask(plan, then).stays);
}

TEST_CASE("What is not on the roadmap is refused with the way out") {
  SmallPlan plan;
  const ItemId loose = plan.add("Loose", 0, 1, 2);
  PlanningOptions options;
  options.today = make_date(2027, 1, 1);
  const auto answer = why_not_earlier(plan.portfolio, loose, options);
  REQUIRE_FALSE(answer.has_value());
  CHECK(answer.error().why == "it is not on the roadmap");
  CHECK_FALSE(why_not_earlier(plan.portfolio, ItemId{99}, options).has_value());
}

TEST_CASE("Every bar of the sample has an answer") {
  const Portfolio sample = make_sample_portfolio();
  PlanningOptions options;
  options.today = sample_today;
  int answers = 0;
  for (const ScheduledItem& placed : schedule_of(sample, sample.roadmap_by_name({})->id)) {
    const auto answer = why_not_earlier(sample, placed.item, options);
    if (!answer) continue;
    ++answers;
    CHECK(in_words(answer->sentence).size() > 20);
    CHECK(answer->possible == (answer->before && !answer->stays && answer->missing.empty() && answer->waits_for.empty()));
  }
  CHECK(answers > 30);
}

}  // namespace tradewind::workbench
